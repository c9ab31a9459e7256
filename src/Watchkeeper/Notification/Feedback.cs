using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Notification;

/// <summary>The fate of a message after its channel accepted it, in Amazon SES's terms.</summary>
public enum FeedbackKind
{
    /// <summary>The receiving server rejected the message, at once or after all retries.</summary>
    Bounce,

    /// <summary>The recipient marked the message as spam.</summary>
    Complaint,

    /// <summary>The channel rejected the message because it contains a virus.</summary>
    Reject,

    /// <summary>The channel could not render the message.</summary>
    RenderingFailure,

    /// <summary>
    /// The receiving server cannot accept the message now. A delay is no failure: a bounce follows if all retries fail.
    /// </summary>
    Delay,
}

/// <summary>What a channel reports about a message that it accepted.</summary>
public sealed record Feedback
{
    /// <summary>The fate of the message.</summary>
    public required FeedbackKind Kind { get; init; }

    /// <summary>A <see cref="StableHash"/>, equal for every delivery of the same feedback and for no other feedback.</summary>
    public required string Id { get; init; }

    /// <summary>Key of the delivery (<see cref="NotificationRecord.KeyOf"/>).</summary>
    public required string Delivery { get; init; }

    /// <summary>The channel's own id of the message. A delivery may have several messages if an answer was lost.</summary>
    public required string MessageId { get; init; }

    /// <summary>When the channel reported the feedback.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The channel's own words: one line, cut to <see cref="SubjectLimits.Detail"/>.</summary>
    public required string Detail { get; init => field = InertText.Shorten(value, SubjectLimits.Detail); }

    /// <summary>Whether the message was not delivered, or was unwanted.</summary>
    public bool IsFailure => Kind is not FeedbackKind.Delay;

    /// <summary>The delivery status in the notification log.</summary>
    public string Words => Kind switch
    {
        FeedbackKind.Bounce => $"could not be delivered: bounced: {Detail}",
        FeedbackKind.Reject => $"could not be delivered: rejected: {Detail}",
        FeedbackKind.RenderingFailure => $"could not be delivered: not composed: {Detail}",
        FeedbackKind.Complaint => $"complained about: {Detail}",
        _ => $"delayed: {Detail}",
    };
}
