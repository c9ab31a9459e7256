using Watchkeeper.Routing;
using Watchkeeper.Signals;

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
    public string Detail { get; init => field = SubjectLimits.Shorten(value, SubjectLimits.Detail); } = "";

    /// <summary>When to try again; null but for <see cref="DeliveryStatus.Retrying"/>.</summary>
    public DateTimeOffset? NextAttemptAt { get; init; }

    /// <summary>Whether something remains to be done.</summary>
    public bool IsUnfinished => Status is DeliveryStatus.Pending or DeliveryStatus.Retrying;
}
