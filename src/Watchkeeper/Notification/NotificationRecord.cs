using System.Collections.Immutable;
using Watchkeeper.Incidents;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Notification;

/// <summary>A row of timeline and notification log: the timeline entry, and its deliveries.</summary>
public sealed record NotificationRecord
{
    /// <summary>In the place of a version's number: the template's parameters.</summary>
    public const long Parameters = 0;

    /// <summary>The timeline entry.</summary>
    public required TimelineEntry Entry { get; init; }

    /// <summary>Why people were notified, or nobody was; null in rows of versions that did not store it.</summary>
    public NotificationReason? Reason { get; init; }

    /// <summary>
    /// The number of the applied version of the configuration whose routes were asked, 0 for the template's parameters, where the
    /// entry's change records another one: the two processes notice a version within the same minute, not at once. The entry of a
    /// reaction records none.
    /// </summary>
    public long? RoutedBy { get; init; }

    /// <summary>
    /// The incident now, for a message that was kept back: it shows the newest and worst fact. Null for the incident as it was
    /// at the entry. Never stored.
    /// </summary>
    public Incident? Now { get; init; }

    /// <summary>The deliveries; empty if the entry is only recorded.</summary>
    public required ImmutableArray<Delivery> Deliveries { get; init; }

    /// <summary>For a muted entry: the receivers that would have been notified without the mute.</summary>
    public ImmutableArray<string> WouldNotify { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>
    /// Feedback of the channels, oldest first. Feedback may arrive while the row is claimed, so no claim writes or removes it.
    /// </summary>
    public ImmutableArray<Feedback> Feedback { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Number of claims. Only the holder of the newest claim may settle the row.</summary>
    public int Claim { get; init; }

    /// <summary>When the claim expires: at the deadline of the claiming process, which cannot run any longer.</summary>
    public DateTimeOffset? HeldUntil { get; init; }

    /// <summary>When the sweep must look at the row; null if no delivery waits.</summary>
    public DateTimeOffset? DueAt => Deliveries.Min(delivery => delivery.NextAttemptAt);

    /// <summary>When the sweep must retry a delivery; null if none waits but those that are kept back.</summary>
    public DateTimeOffset? SendAt => Deliveries.Where(delivery => !delivery.IsHeld).Min(delivery => delivery.NextAttemptAt);

    /// <summary>Whether something keeps a delivery back.</summary>
    public bool IsHeld => Deliveries.Any(delivery => delivery.IsHeld);

    /// <summary>What the deliveries say about the change: everything is kept back, or somebody is told.</summary>
    public static NotificationReason ReasonOf(ImmutableArray<Delivery> deliveries) =>
        deliveries.Any(delivery => delivery.IsTold) ? NotificationReason.Notify : NotificationReason.Suppressed;

    /// <summary>Whether all deliveries are finished.</summary>
    public bool IsSettled => !Deliveries.Any(delivery => delivery.IsUnfinished);

    /// <summary>The deliveries with their feedback: the final outcomes.</summary>
    public ImmutableArray<Delivery> Outcomes => Feedback.IsEmpty
        ? Deliveries
        : [.. Deliveries.Select(delivery => delivery.After([.. Feedback.Where(each => each.Delivery == KeyOf(delivery))]))];

    /// <summary>
    /// The external key of one delivery: the same for each of its attempts, and different for every other delivery.
    /// </summary>
    public string KeyOf(Delivery delivery)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        return StableHash.Compute(Entry.Incident.Id, Entry.Key, delivery.Channel.Kind.ToKebabCase(), delivery.Channel.Address);
    }
}
