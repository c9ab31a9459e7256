using System.Runtime.CompilerServices;
using Watchkeeper.Incidents;
using Watchkeeper.Signals;
using Watchkeeper.Storage.Items;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Storage;

/// <summary>
/// Slots as rows. A write is one request and never a read: a refused one brings along the slot that stood in its way. Write
/// units for a slot under 1 KB: 2 to open or end an incident (the row and its entry in the index), 1 for anything else.
/// </summary>
/// <param name="table">The table.</param>
/// <param name="retention">How long a slot without a lasting incident is kept (<see cref="LifecycleOptions.SlotRetention"/>).</param>
public sealed class SlotStore(IRowTable table, TimeSpan retention) : ISlotStore
{
    /// <summary>Keeps a row that cannot be read while a list is made; null: the list fails.</summary>
    public SetAside? SetAside { get; init; }

    /// <inheritdoc/>
    public async Task<SlotWriteResult> WriteAsync(SlotWrite write, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(write);
        return await table.WriteAsync(SlotWrites.Of(write, retention), cancellationToken) switch
        {
            RowRefused refused => new SlotRefused(refused.Current is { } current ? SlotItem.Read(current) : null),
            // What was put is known; only what was changed must be read.
            RowWritten when write is SlotPut replacement => new SlotWritten(replacement.Next),
            RowWritten written => new SlotWritten(SlotItem.Read(written.Row!)),
            var other => throw new InvalidOperationException($"{other} is no answer to a write"),
        };
    }

    /// <inheritdoc/>
    public async Task<Slot?> ReadAsync(Fingerprint fingerprint, CancellationToken cancellationToken) =>
        await table.ReadAsync(Keys.Slot(fingerprint), cancellationToken) is { } row ? SlotItem.Read(row) : null;

    /// <inheritdoc/>
    public IAsyncEnumerable<Slot> ListActiveAsync(CancellationToken cancellationToken) =>
        ListAsync(SlotItem.Open, slot => slot.Active is not null, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<Slot> ListDismissedAsync(CancellationToken cancellationToken) =>
        ListAsync(SlotItem.Dismissed, slot => slot.IsDismissed, cancellationToken);

    private async IAsyncEnumerable<Slot> ListAsync(
        RowIndex index, Func<Slot, bool> isWanted, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var slot in table.ReadIndexAsync(index, null, row => SlotItem.Read(row), SetAside, cancellationToken))
        {
            if (isWanted(slot))
                yield return slot;
        }
    }
}
