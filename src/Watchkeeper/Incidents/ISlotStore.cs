using Watchkeeper.Signals;

namespace Watchkeeper.Incidents;

/// <summary>Stores slots. Every change is one conditional write. If the store cannot be reached, the call throws.</summary>
public interface ISlotStore
{
    /// <summary>Carries out the write in one step if its condition holds.</summary>
    /// <returns>
    /// <see cref="SlotWritten"/> with the new slot, or <see cref="SlotRefused"/> with the current slot: a lost race is a normal
    /// result. If a write with unknown outcome is repeated, the refusing slot already holds the signal's id.
    /// </returns>
    Task<SlotWriteResult> WriteAsync(SlotWrite write, CancellationToken cancellationToken);

    /// <summary>Reads one slot with a consistent read; null if it does not exist.</summary>
    Task<Slot?> ReadAsync(Fingerprint fingerprint, CancellationToken cancellationToken);

    /// <summary>The slots of all active incidents, in no particular order.</summary>
    IAsyncEnumerable<Slot> ListActiveAsync(CancellationToken cancellationToken);

    /// <summary>
    /// The slots that are dismissed (<see cref="Slot.IsDismissed"/>), in no order. They are kept until that ends.
    /// </summary>
    IAsyncEnumerable<Slot> ListDismissedAsync(CancellationToken cancellationToken);
}

/// <summary>The result of a <see cref="SlotWrite"/>.</summary>
public abstract record SlotWriteResult;

/// <summary>The store carried out the write.</summary>
/// <param name="Slot">The slot after the write.</param>
public sealed record SlotWritten(Slot Slot) : SlotWriteResult;

/// <summary>The condition did not hold; nothing was written.</summary>
/// <param name="Current">The current slot; null if it does not exist.</param>
public sealed record SlotRefused(Slot? Current) : SlotWriteResult;
