using System.Runtime.CompilerServices;
using Watchkeeper.Incidents;
using Watchkeeper.Signals;
using Watchkeeper.Storage.Items;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Storage;

/// <summary>
/// Slots as rows. A write is one request and needs no read: a refusal returns the current slot. Write units for a slot under 1
/// KB: 2 to open or end an incident (the row and its index entry), 1 for any other write.
/// </summary>
/// <param name="table">The table.</param>
/// <param name="retention">
/// How long a slot without an active incident is stored (<see cref="LifecycleOptions.SlotRetention"/>).
/// </param>
public sealed class SlotStore(IRowTable table, TimeSpan retention) : ISlotStore
{
    /// <summary>Stores an unreadable row while a list is made; null makes the list fail.</summary>
    public SetAside? SetAside { get; init; }

    /// <inheritdoc/>
    public async Task<SlotWriteResult> WriteAsync(SlotWrite write, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(write);
        return await table.WriteAsync(SlotWrites.ToRowWrite(write, retention), cancellationToken) switch
        {
            RowRefused refused => new SlotRefused(refused.Current is { } current ? SlotItem.Read(current) : null),
            // The content after a put is known; only the result of an update must be parsed.
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
