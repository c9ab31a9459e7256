using Watchkeeper.Grouping;
using Watchkeeper.Muting;
using Watchkeeper.Routing;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Notification;

/// <summary>Status of one message to one channel.</summary>
public enum DeliveryStatus
{
    /// <summary>Not yet sent.</summary>
    Pending,

    /// <summary>The channel accepted the message.</summary>
    Sent,

    /// <summary>The channel could not accept the message now; the sweep retries.</summary>
    Retrying,

    /// <summary>The channel rejected the message for good, or all retries failed.</summary>
    Failed,

    /// <summary>
    /// Not sent while its <see cref="Delivery.Suppression"/> holds; the sweep looks again each minute, and sends it if the
    /// incident still fires when nothing keeps it quiet any longer.
    /// </summary>
    Held,

    /// <summary>Never sent: nothing was to be told any more when its <see cref="Delivery.Suppression"/> ended.</summary>
    Suppressed,

    /// <summary>Never sent by itself: a newer message to the same address told it.</summary>
    Merged,

    /// <summary>Never sent by itself: the message about another incident of its group told it.</summary>
    Grouped,

    /// <summary>
    /// The channel accepted the message and later reported a failed delivery. Only in <see cref="NotificationRecord.Outcomes"/>.
    /// </summary>
    Undelivered,

    /// <summary>
    /// The channel delivered the message, and the recipient marked it as spam. Only in <see cref="NotificationRecord.Outcomes"/>.
    /// </summary>
    Complained,
}

/// <summary>One message to one channel, as the notification log records it.</summary>
public sealed record Delivery
{
    /// <summary>The receiver's name.</summary>
    public required string Receiver { get; init; }

    /// <summary>The channel.</summary>
    public required Channel Channel { get; init; }

    /// <summary>
    /// The receiver that was to be told in its place when the routes were asked; null for none. It serves if a version without
    /// <see cref="Receiver"/> is in force when the delivery fails.
    /// </summary>
    public string? Fallback { get; init; }

    /// <summary>The receiver in whose place this one is told; null unless this one is its fallback.</summary>
    public string? InsteadOf { get; init; }

    /// <summary>The status.</summary>
    public required DeliveryStatus Status { get; init; }

    /// <summary>Number of attempts.</summary>
    public int Attempts { get; init; }

    /// <summary>The channel's message id, or the reason of a failure; cut to <see cref="SubjectLimits.Detail"/>.</summary>
    public string Detail { get; init => field = InertText.Shorten(value, SubjectLimits.Detail); } = "";

    /// <summary>Time of the next attempt; null unless the status is <see cref="DeliveryStatus.Retrying"/>.</summary>
    public DateTimeOffset? NextAttemptAt { get; init; }

    /// <summary>
    /// Whether <see cref="NextAttemptAt"/> is a turn of the address, and not the time to repeat a failed attempt.
    /// </summary>
    public bool IsQueued { get; init; }

    /// <summary>What keeps the message back, or kept it back until it was sent; null if nothing ever did.</summary>
    public Suppression? Suppression { get; init; }

    /// <summary>What the message tells of besides its own incident; null for its own incident alone.</summary>
    public GroupedMessage? Others { get; init; }

    /// <summary>A delivery that was not tried yet.</summary>
    public static Delivery To(Receiver receiver, Channel channel)
    {
        ArgumentNullException.ThrowIfNull(receiver);
        return new Delivery
        {
            Receiver = receiver.Name,
            Channel = channel,
            Fallback = receiver.Fallback,
            Status = DeliveryStatus.Pending,
        };
    }

    /// <summary>Whether the delivery is unfinished.</summary>
    public bool IsUnfinished => IsToSend || IsHeld;

    /// <summary>Whether the delivery waits for nothing but its turn or its next attempt.</summary>
    public bool IsToSend => Status is DeliveryStatus.Pending or DeliveryStatus.Retrying;

    /// <summary>Whether something keeps the delivery back.</summary>
    public bool IsHeld => Status is DeliveryStatus.Held;

    /// <summary>Whether the delivery waits for others, of its group or of its address.</summary>
    public bool IsGrouping => IsHeld && Suppression is { IsForOthers: true };

    /// <summary>Whether the message was sent, or was to be: whoever reads the address heard, or will.</summary>
    public bool IsTold => Status is not (DeliveryStatus.Held or DeliveryStatus.Suppressed or DeliveryStatus.Merged);

    /// <summary>This delivery kept back. What waits for others remembers what had kept it back before.</summary>
    /// <param name="suppression">By what.</param>
    /// <param name="at">From when the sweep looks whether it still holds.</param>
    public Delivery Hold(Suppression suppression, DateTimeOffset at) =>
        this with
        {
            Status = DeliveryStatus.Held,
            Suppression = suppression.IsForOthers
                ? suppression with { Before = Suppression is { IsForOthers: true } ? Suppression.Before : Suppression }
                : suppression,
            NextAttemptAt = at,
        };

    /// <summary>This delivery given up because nothing is to be told any more.</summary>
    /// <param name="suppression">What kept it back.</param>
    /// <param name="detail">Why nothing is to be told, in words.</param>
    public Delivery Suppress(Suppression suppression, string detail) => this with
    {
        Status = DeliveryStatus.Suppressed,
        Suppression = suppression,
        NextAttemptAt = null,
        Detail = detail,
    };

    /// <summary>This delivery with its final outcome; an unfinished delivery stays unchanged.</summary>
    /// <param name="feedback">The feedback of its channel.</param>
    public Delivery After(IReadOnlyCollection<Feedback> feedback)
    {
        ArgumentNullException.ThrowIfNull(feedback);
        if (IsUnfinished || feedback.Count == 0)
            return this;
        // A failed delivery outranks a complaint, and both outrank a delay.
        var worst = feedback.MaxBy(each => (each.IsFailure, each.Kind is not FeedbackKind.Complaint, each.At))!;
        return worst.Kind switch
        {
            FeedbackKind.Delay => this with { Detail = $"{Detail}; {worst.Words}" },
            FeedbackKind.Complaint => this with { Status = DeliveryStatus.Complained, Detail = worst.Words },
            _ => this with { Status = DeliveryStatus.Undelivered, Detail = worst.Words },
        };
    }
}
