using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Notification;

/// <summary>What became of a message after its channel had taken it, in Amazon SES's terms.</summary>
public enum FeedbackKind
{
    /// <summary>The receiving server refused it, at once or after all tries.</summary>
    Bounce,

    /// <summary>Its reader calls it spam.</summary>
    Complaint,

    /// <summary>The channel itself threw it away, for a virus in it.</summary>
    Reject,

    /// <summary>The channel could not compose it.</summary>
    RenderingFailure,

    /// <summary>The receiving server does not take it now. No failure: if the tries come to nothing, a bounce follows.</summary>
    Delay,
}

/// <summary>What a channel tells of a message that it had taken.</summary>
public sealed record Feedback
{
    /// <summary>What became of it.</summary>
    public required FeedbackKind Kind { get; init; }

    /// <summary>Equal in every delivery of the same news, and in no other: a <see cref="StableHash"/>.</summary>
    public required string Id { get; init; }

    /// <summary>Which delivery of the row it is about (<see cref="NotificationRecord.KeyOf"/>).</summary>
    public required string Delivery { get; init; }

    /// <summary>The channel's own id of the message; a delivery whose answer was lost may have made several.</summary>
    public required string MessageId { get; init; }

    /// <summary>When the channel told it.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The channel's own words: one line, cut to <see cref="SubjectLimits.Detail"/>.</summary>
    public required string Detail { get; init => field = InertText.Shorten(value, SubjectLimits.Detail); }

    /// <summary>Whether the message came to nothing, or was not wanted.</summary>
    public bool IsFailure => Kind is not FeedbackKind.Delay;

    /// <summary>What the send log says.</summary>
    public string Words => Kind switch
    {
        FeedbackKind.Bounce => $"could not be delivered: bounced: {Detail}",
        FeedbackKind.Reject => $"could not be delivered: rejected: {Detail}",
        FeedbackKind.RenderingFailure => $"could not be delivered: not composed: {Detail}",
        FeedbackKind.Complaint => $"complained about: {Detail}",
        _ => $"delayed: {Detail}",
    };
}
