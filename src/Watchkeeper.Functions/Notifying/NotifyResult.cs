using System.Collections.Immutable;
using Watchkeeper.Notification;

namespace Watchkeeper.Functions.Notifying;

/// <summary>The result of notifying people of one change.</summary>
internal abstract record NotifyResult
{
    /// <summary>The timeline entry if this call recorded it first; null if it was recorded before.</summary>
    public TimelineEntry? First { get; init; }

    /// <summary>The change has no recipient, or all recipients were notified before.</summary>
    public static NotifyResult Nothing { get; } = new Done();

    /// <summary>Nothing to do.</summary>
    public sealed record Done : NotifyResult;

    /// <summary>The timeline does not show the change.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record NoEntry(NotificationReason Reason) : NotifyResult;

    /// <summary>Another process holds the claim. Retry after its deadline.</summary>
    /// <param name="Until">The other process's deadline.</param>
    public sealed record HeldElsewhere(DateTimeOffset Until) : NotifyResult;

    /// <summary>Channels were tried.</summary>
    /// <param name="Record">The row after the sends.</param>
    /// <param name="Settled">Whether this process still held the claim and wrote the row.</param>
    /// <param name="Deliveries">The deliveries that were tried, in their new state.</param>
    public sealed record Tried(NotificationRecord Record, bool Settled, ImmutableArray<Delivery> Deliveries) : NotifyResult;
}
