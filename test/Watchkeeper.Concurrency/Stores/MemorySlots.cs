using Watchkeeper.Incidents;
using Watchkeeper.Signals;

namespace Watchkeeper.Concurrency.Stores;

/// <summary>Slots in memory.</summary>
/// <param name="writing">How they are changed.</param>
/// <param name="written">Hears of each change.</param>
internal sealed class MemorySlots(Writing writing, Action<StoreChange> written) : ISlotStore
{
    private readonly Rows<Slot> rows = new(writing);

    public Task<SlotWriteResult> WriteAsync(SlotWrite write, CancellationToken cancellationToken) => rows.ChangeAsync(
        write.Fingerprint.Key,
        current => write.Holds(current) && write.Apply(current) is { } next
            ? (next, new SlotWritten(next))
            : ((Slot?)null, (SlotWriteResult)new SlotRefused(current)),
        (before, after) => written(new SlotChanged(before, after)));

    public Task<Slot?> ReadAsync(Fingerprint fingerprint, CancellationToken cancellationToken) => rows.ReadAsync(fingerprint.Key);

    public IAsyncEnumerable<Slot> ListActiveAsync(CancellationToken cancellationToken) => ListAsync(slot => slot.Active is not null);

    public IAsyncEnumerable<Slot> ListDismissedAsync(CancellationToken cancellationToken) => ListAsync(slot => slot.IsDismissed);

    private async IAsyncEnumerable<Slot> ListAsync(Func<Slot, bool> isWanted)
    {
        foreach (var slot in await rows.ListAsync())
        {
            if (isWanted(slot))
                yield return slot;
        }
    }
}
