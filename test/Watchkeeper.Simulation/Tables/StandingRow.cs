using System.Collections.Immutable;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Reactions;
using Watchkeeper.Storage.Items;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Simulation.Tables;

/// <summary>A row of the simulated table and its parsed content; each is computed once, because the world asks often.</summary>
internal sealed class StandingRow(RowKey key, Row row)
{
    public static ImmutableArray<RowIndex> Indexes { get; } = [SlotItem.Open, SlotItem.Dismissed, NotificationItem.Due];

    public Row Row => row;

    public RowKey Key => key;

    /// <summary>The end of its time to live; null if it has none.</summary>
    public DateTimeOffset? End { get; } =
        row.At(RowSchema.TimeToLive) is NumberValue number ? EpochSeconds.Parse(number.Value) : null;

    public Slot Slot => field ??= SlotItem.Read(row);

    public NotificationRecord Notification => field ??= NotificationItem.Read(row);

    public ReactionRecord Reaction => field ??= ReactionItem.ReadRow(row);

    public RowImage Image => field ??= StreamImages.From(key, row);

    public bool IsIn(RowIndex index, string? upTo) => index.Has(row, upTo);
}
