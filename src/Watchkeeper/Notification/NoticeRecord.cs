using System.Collections.Immutable;

namespace Watchkeeper.Notification;

/// <summary>A row of timeline and send log in one: what happened, and how far telling people of it is.</summary>
public sealed record NoticeRecord
{
    /// <summary>What happened.</summary>
    public required Notice Notice { get; init; }

    /// <summary>To whom it is told; empty where it is only recorded.</summary>
    public required ImmutableArray<Delivery> Deliveries { get; init; }

    /// <summary>Counts claims. Only the holder of the newest claim may settle the row.</summary>
    public int Claim { get; init; }

    /// <summary>Until when the claim is held: the deadline of the process that took it, so that it is surely gone afterwards.</summary>
    public DateTimeOffset? HeldUntil { get; init; }

    /// <summary>When the sweep must take it up; null while nothing waits for it.</summary>
    public DateTimeOffset? DueAt => Deliveries.Min(delivery => delivery.NextAttemptAt);

    /// <summary>Whether every delivery has come to its end.</summary>
    public bool IsSettled => !Deliveries.Any(delivery => delivery.IsUnfinished);

    /// <summary>This row once the holder of a claim has settled it; null where another has claimed it since.</summary>
    /// <param name="record">The row as the holder has it.</param>
    public NoticeRecord? SettledBy(NoticeRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return Claim == record.Claim ? this with { Deliveries = record.Deliveries, HeldUntil = null } : null;
    }
}
