using Watchkeeper.Signals;

namespace Watchkeeper.Notification;

/// <summary>A notice in words, ready for any channel. Each form is complete by itself, and hostile text in it is inert.</summary>
public sealed record Message
{
    /// <summary>
    /// One line without control, bidirectional and invisible characters, at most <see cref="SubjectLimit"/> UTF-16 code units. It may hold
    /// any letters; a channel that takes ASCII alone adapts it.
    /// </summary>
    public required string Subject { get; init; }

    /// <summary>Plain text; every line begins with words of ours, so event text cannot pose as one.</summary>
    public required string Text { get; init; }

    /// <summary>HTML, a whole document with inline styles; every variable text is escaped, and every link is https.</summary>
    public required string Html { get; init; }

    /// <summary>
    /// What fits one SMS, since a longer one is split and paid for by the part: 160 septets where all of it is of the GSM 7-bit alphabet
    /// (3GPP TS 23.038), otherwise 70 UTF-16 code units. What was cut shows as «...» in the first case, for «…» is not of that
    /// alphabet, and as «…» in the second.
    /// </summary>
    public required string Sms { get; init; }

    /// <summary>One JSON object in one line for machines, with the stable field names that <c>JsonLayout</c> lists.</summary>
    public required string Json { get; init; }

    /// <summary>The notice's key in the timeline of its incident, by which a channel's feedback finds the way back.</summary>
    public required string NoticeKey { get; init; }

    /// <summary>
    /// What receivers may filter by, names in camel case and values in kebab case or as AWS writes them: <c>severity</c>,
    /// <c>source</c>, <c>kind</c>, <c>name</c>, <c>service</c>, <c>account</c>, <c>region</c>, <c>transition</c> or
    /// <c>reaction</c> (its status), and <c>incident</c>. At most ten, since SQS takes no more.
    /// </summary>
    public LabelSet Attributes { get; init; } = LabelSet.Empty;

    /// <summary>Longest subject, in UTF-16 code units.</summary>
    public const int SubjectLimit = 100;
}
