using System.Collections.Immutable;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Reactions;
using Watchkeeper.Simulation.Engine;
using Watchkeeper.Simulation.Tables;
using Watchkeeper.Storage;
using Watchkeeper.Storage.Rows;
using Watchkeeper.Testing.Stores;

namespace Watchkeeper.Simulation.Tests.Tables;

/// <summary>The simulated table, for any number of threads.</summary>
internal sealed class SimulatedHarness : StoreHarness, ITableWatcher
{
    private readonly List<StoreChange> changes = [];

    public SimulatedHarness()
    {
        var table = new SimulatedTable(new Agenda(), this, null);
        var boundary = new DirectBoundary();
        Table = new BoundaryTable(table, boundary);
        Slots = new SlotStore(Table, SlotRetention);
        Notifications = new NotificationLog(Table, HistoryRetention);
        Reactions = new ReactionLedger(Table, HistoryRetention, TimeProvider.System);
    }

    public override IRowTable Table { get; }

    public int LargestSlot { get; private set; }

    public override ISlotStore Slots { get; }

    public override INotificationLog Notifications { get; }

    public override IReactionLedger Reactions { get; }

    public override Task<ImmutableArray<StoreChange>> ChangesAsync(int expected, CancellationToken cancellationToken)
    {
        ImmutableArray<StoreChange> found = [.. changes];
        changes.Clear();
        return Task.FromResult(found);
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public void SlotChanged(Slot? before, Slot after, int bytes) => LargestSlot = Math.Max(LargestSlot, bytes);

    public void Claimed(NotificationRecord? before, NotificationRecord after)
    {
    }

    public void Settled(NotificationRecord before, NotificationRecord after)
    {
    }

    public void Recorded(NotificationRecord record)
    {
    }

    public void ReactionChanged(ReactionRecord? before, ReactionRecord after)
    {
    }

    public void Streamed(TableChange change) => changes.Add(change.Change!);
}
