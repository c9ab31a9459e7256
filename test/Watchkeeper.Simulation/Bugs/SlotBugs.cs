using Watchkeeper.Incidents;
using Watchkeeper.Signals;
using Watchkeeper.Simulation.Running;

namespace Watchkeeper.Simulation.Bugs;

/// <summary>A correct slot store; bugs override the method that they get wrong.</summary>
internal abstract class SlotBug(ISlotStore inner) : ISlotStore
{
    protected ISlotStore Inner => inner;

    public virtual Task<SlotWriteResult> WriteAsync(SlotWrite write, CancellationToken cancellationToken) =>
        inner.WriteAsync(write, cancellationToken);

    public Task<Slot?> ReadAsync(Fingerprint fingerprint, CancellationToken cancellationToken) =>
        inner.ReadAsync(fingerprint, cancellationToken);

    public virtual IAsyncEnumerable<Slot> ListActiveAsync(CancellationToken cancellationToken) =>
        inner.ListActiveAsync(cancellationToken);

    public virtual IAsyncEnumerable<Slot> ListDismissedAsync(CancellationToken cancellationToken) =>
        inner.ListDismissedAsync(cancellationToken);
}

internal sealed class SlotsThatForgetRecentIds(ISlotStore inner) : SlotBug(inner)
{
    public override async Task<SlotWriteResult> WriteAsync(SlotWrite write, CancellationToken cancellationToken) =>
        await Inner.WriteAsync(
            write is SlotPut whole ? whole with { Next = whole.Next with { Recent = RecentSignalIds.Empty } } : write,
            cancellationToken) is SlotRefused { Current: { } current }
            ? new SlotRefused(current with { Recent = RecentSignalIds.Empty })
            : new SlotWritten(write.Apply(await Inner.ReadAsync(write.Fingerprint, cancellationToken)));
}

internal sealed class SlotsWithoutCondition(ISlotStore inner, World world) : SlotBug(inner)
{
    public override async Task<SlotWriteResult> WriteAsync(SlotWrite write, CancellationToken cancellationToken) =>
        await Inner.WriteAsync(write, cancellationToken) is SlotRefused && write is SlotPut whole
            ? world.Table.Force(whole.Next)
            : await Inner.WriteAsync(write, cancellationToken);
}

internal sealed class SlotsThatNeverRefuse(ISlotStore inner) : SlotBug(inner)
{
    public override async Task<SlotWriteResult> WriteAsync(SlotWrite write, CancellationToken cancellationToken) =>
        await Inner.WriteAsync(write, cancellationToken) is SlotRefused { Current: { } current }
            ? new SlotWritten(current)
            : new SlotWritten((await Inner.ReadAsync(write.Fingerprint, cancellationToken))!);
}

internal sealed class SlotsThatSwallow(ISlotStore inner) : SlotBug(inner)
{
    public override async Task<SlotWriteResult> WriteAsync(SlotWrite write, CancellationToken cancellationToken)
    {
        try
        {
            return await Inner.WriteAsync(write, cancellationToken);
        }
        catch (Exception) when (write is SlotPut)
        {
            return new SlotWritten(write.Apply(null));
        }
    }
}

internal sealed class SlotsThatListNothing(ISlotStore inner) : SlotBug(inner)
{
    public override async IAsyncEnumerable<Slot> ListActiveAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        yield break;
    }
}
