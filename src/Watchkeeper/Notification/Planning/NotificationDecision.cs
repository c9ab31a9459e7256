using System.Collections.Immutable;

namespace Watchkeeper.Notification.Planning;

/// <summary>What a change of the table means for people: who is notified, and why, or why nobody is.</summary>
/// <param name="Reason">The reason; <see cref="NotificationReason.Notify"/> exactly if there are deliveries.</param>
/// <param name="Entry">The timeline's entry; null if the timeline does not show the change.</param>
/// <param name="Deliveries">One delivery for each channel to notify.</param>
public sealed record NotificationDecision(
    NotificationReason Reason, TimelineEntry? Entry, ImmutableArray<Delivery> Deliveries)
{
    /// <summary>For a muted entry: the receivers that would have been notified without the mute.</summary>
    public ImmutableArray<string> WouldNotify { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The row to store; null without an entry.</summary>
    public NotificationRecord? Record => Entry is null
        ? null
        : new NotificationRecord { Entry = Entry, Reason = Reason, Deliveries = Deliveries, WouldNotify = WouldNotify };

    /// <summary>The same decision without its deliveries: the source is muted.</summary>
    internal NotificationDecision Muted() => Nobody(NotificationReason.MutedAtSource, Entry) with
    {
        WouldNotify = [.. Deliveries.Select(delivery => delivery.Receiver).Distinct(StringComparer.Ordinal)],
    };

    internal static NotificationDecision Nobody(NotificationReason reason, TimelineEntry? entry = null) =>
        new(reason, entry, []);
}
