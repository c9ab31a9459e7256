using Watchkeeper.Signals;

namespace Watchkeeper.Notification;

/// <summary>
/// A rendered timeline entry for any channel. Each form is complete by itself, and untrusted text in it is inert.
/// </summary>
public sealed record Message
{
    /// <summary>
    /// One line without control, bidirectional and invisible characters, at most <see cref="SubjectLimit"/> UTF-16 code units.
    /// The line may contain any letters; a channel that requires ASCII converts it.
    /// </summary>
    public required string Subject { get; init; }

    /// <summary>Plain text. Every line begins with a label of ours, so that event text cannot imitate one.</summary>
    public required string Text { get; init; }

    /// <summary>A complete HTML document with inline styles. Every variable text is escaped, and every link is https.</summary>
    public required string Html { get; init; }

    /// <summary>
    /// Text for one SMS, because a longer SMS is split and charged per part. The limit is 160 septets if every character is in
    /// the GSM 7-bit alphabet (3GPP TS 23.038), else 70 UTF-16 code units. A cut shows as «...» in the first case, because the
    /// GSM alphabet lacks «…», and as «…» in the second.
    /// </summary>
    public required string Sms { get; init; }

    /// <summary>One JSON object in one line for machines. <c>JsonLayout</c> lists the stable field names.</summary>
    public required string Json { get; init; }

    /// <summary>The key of the timeline entry; a channel's feedback refers to it.</summary>
    public required string NotificationKey { get; init; }

    /// <summary>
    /// Attributes that receivers can filter by, with names in camel case and values in kebab case or in AWS's spelling:
    /// <c>severity</c>, <c>source</c>, <c>kind</c>, <c>name</c>, <c>service</c>, <c>account</c>, <c>region</c>, <c>transition</c>
    /// or <c>reaction</c> (its status), and <c>incident</c>. At most ten, which is SQS's limit.
    /// </summary>
    public LabelSet Attributes { get; init; } = LabelSet.Empty;

    /// <summary>Maximum length of a subject, in UTF-16 code units.</summary>
    public const int SubjectLimit = 100;
}
