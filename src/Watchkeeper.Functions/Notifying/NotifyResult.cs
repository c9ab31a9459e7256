using System.Collections.Immutable;
using Watchkeeper.Notification;

namespace Watchkeeper.Functions.Notifying;

/// <summary>What came of telling people.</summary>
public abstract record NotifyResult
{
    /// <summary>What was put on the timeline just now, for the first time; null where it had been there.</summary>
    public TimelineEntry? First { get; init; }

    /// <summary>There was nobody to tell, or all had been told.</summary>
    public static NotifyResult Nothing { get; } = new Done();

    /// <summary>Nothing to do.</summary>
    public sealed record Done : NotifyResult;

    /// <summary>Another process is at it; come back after its deadline.</summary>
    /// <param name="Until">Its deadline.</param>
    public sealed record HeldElsewhere(DateTimeOffset Until) : NotifyResult;

    /// <summary>Channels were tried.</summary>
    /// <param name="Record">The row afterwards.</param>
    /// <param name="Settled">Whether the row was still ours to write.</param>
    /// <param name="Deliveries">Those that were tried, as they are now.</param>
    public sealed record Tried(NotificationRecord Record, bool Settled, ImmutableArray<Delivery> Deliveries) : NotifyResult;
}
