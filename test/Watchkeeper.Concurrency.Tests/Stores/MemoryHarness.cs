using System.Collections.Immutable;
using Watchkeeper.Concurrency.Stores;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Reactions;
using Watchkeeper.Testing.Stores;

namespace Watchkeeper.Concurrency.Tests.Stores;

/// <summary>The stores of the scenarios, from as many threads as a contract likes.</summary>
internal sealed class MemoryHarness : StoreHarness
{
    public MemoryHarness(Writing writing)
    {
        Slots = new MemorySlots(writing, _ => { });
        Notices = new MemoryNotificationLog(writing);
        Reactions = new MemoryLedger(writing, _ => { });
    }

    public override ISlotStore Slots { get; }

    public override INotificationLog Notices { get; }

    public override IReactionLedger Reactions { get; }

    public override Task<ImmutableArray<StoreChange>> ChangesAsync(int expected, CancellationToken cancellationToken) =>
        throw new NotSupportedException("scenarios watch changes themselves");

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
