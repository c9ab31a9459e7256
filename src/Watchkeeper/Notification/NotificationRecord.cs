using System.Collections.Immutable;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Notification;

/// <summary>A row of timeline and send log in one: what happened, and how far telling people of it is.</summary>
public sealed record NotificationRecord
{
    /// <summary>What happened.</summary>
    public required TimelineEntry Entry { get; init; }

    /// <summary>To whom it is told; empty where it is only recorded.</summary>
    public required ImmutableArray<Delivery> Deliveries { get; init; }

    /// <summary>
    /// What channels told of its messages after they had taken them, oldest first. It comes when it will, also while the row is claimed, so
    /// no claim writes it and none takes it away.
    /// </summary>
    public ImmutableArray<Feedback> Feedback { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Counts claims. Only the holder of the newest claim may settle the row.</summary>
    public int Claim { get; init; }

    /// <summary>Until when the claim is held: the deadline of the process that took it, so that it is surely gone afterwards.</summary>
    public DateTimeOffset? HeldUntil { get; init; }

    /// <summary>When the sweep must take it up; null while nothing waits for it.</summary>
    public DateTimeOffset? DueAt => Deliveries.Min(delivery => delivery.NextAttemptAt);

    /// <summary>Whether every delivery has come to its end.</summary>
    public bool IsSettled => !Deliveries.Any(delivery => delivery.IsUnfinished);

    /// <summary>The deliveries with what feedback says of them: how telling people really ended.</summary>
    public ImmutableArray<Delivery> Outcomes => Feedback.IsEmpty
        ? Deliveries
        : [.. Deliveries.Select(delivery => delivery.After([.. Feedback.Where(each => each.Delivery == KeyOf(delivery))]))];

    /// <summary>By what one of the deliveries is known outside: the same for every try of it, and for no other.</summary>
    public string KeyOf(Delivery delivery)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        return StableHash.Compute(Entry.Incident.Id, Entry.Key, delivery.Channel.Kind.ToKebabCase(), delivery.Channel.Address);
    }
}
