using Watchkeeper.Routing;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Notification;

/// <summary>How far one message to one channel is.</summary>
public enum DeliveryStatus
{
    /// <summary>Not yet sent.</summary>
    Pending,

    /// <summary>The channel took it.</summary>
    Sent,

    /// <summary>The channel could not take it now; the sweep tries again.</summary>
    Retrying,

    /// <summary>The channel will never take it, or was tried often enough.</summary>
    Failed,

    /// <summary>The channel took it and told later that it could not be delivered. Only of <see cref="NotificationRecord.Outcomes"/>.</summary>
    Undelivered,

    /// <summary>The channel delivered it, and its reader calls it spam. Only of <see cref="NotificationRecord.Outcomes"/>.</summary>
    Complained,
}

/// <summary>One message to one channel, as the send log keeps it.</summary>
public sealed record Delivery
{
    /// <summary>The receiver's name.</summary>
    public required string Receiver { get; init; }

    /// <summary>The way out.</summary>
    public required Channel Channel { get; init; }

    /// <summary>How far it is.</summary>
    public required DeliveryStatus Status { get; init; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; init; }

    /// <summary>The channel's own id of what it took, or why it did not; cut to <see cref="SubjectLimits.Detail"/>.</summary>
    public string Detail { get; init => field = InertText.Shorten(value, SubjectLimits.Detail); } = "";

    /// <summary>When to try again; null but for <see cref="DeliveryStatus.Retrying"/>.</summary>
    public DateTimeOffset? NextAttemptAt { get; init; }

    /// <summary>Whether something remains to be done.</summary>
    public bool IsUnfinished => Status is DeliveryStatus.Pending or DeliveryStatus.Retrying;

    /// <summary>This delivery as it is known to have ended; one that is still tried is left as it is.</summary>
    /// <param name="feedback">What its channel told of it.</param>
    public Delivery After(IReadOnlyCollection<Feedback> feedback)
    {
        ArgumentNullException.ThrowIfNull(feedback);
        if (IsUnfinished || feedback.Count == 0)
            return this;
        // What was never delivered counts before what was not wanted, and either before what is late.
        var worst = feedback.MaxBy(each => (each.IsFailure, each.Kind is not FeedbackKind.Complaint, each.At))!;
        return worst.Kind switch
        {
            FeedbackKind.Delay => this with { Detail = $"{Detail}; {worst.Words}" },
            FeedbackKind.Complaint => this with { Status = DeliveryStatus.Complained, Detail = worst.Words },
            _ => this with { Status = DeliveryStatus.Undelivered, Detail = worst.Words },
        };
    }
}
