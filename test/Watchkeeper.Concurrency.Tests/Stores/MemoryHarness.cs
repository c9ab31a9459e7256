using System.Collections.Immutable;
using Watchkeeper.Concurrency.Stores;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Reactions;
using Watchkeeper.Storage;
using Watchkeeper.Storage.Rows;
using Watchkeeper.Testing.Stores;

namespace Watchkeeper.Concurrency.Tests.Stores;

/// <summary>The stores of the scenarios, for any number of threads.</summary>
internal sealed class MemoryHarness : StoreHarness
{
    public MemoryHarness(Writing writing)
    {
        Table = new MemoryTable(writing, _ => { });
        Slots = new SlotStore(Table, SlotRetention);
        Notifications = new NotificationLog(Table, HistoryRetention);
        Reactions = new ReactionLedger(Table, HistoryRetention, TimeProvider.System);
    }

    public override IRowTable Table { get; }

    public override ISlotStore Slots { get; }

    public override INotificationLog Notifications { get; }

    public override IReactionLedger Reactions { get; }

    public override Task<ImmutableArray<StoreChange>> ChangesAsync(int expected, CancellationToken cancellationToken) =>
        throw new NotSupportedException("scenarios watch changes themselves");

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
