using Watchkeeper.Signals;

namespace Watchkeeper.Incidents;

/// <summary>Slots, each changed by single conditional writes. A store that cannot be reached throws; nothing is swallowed.</summary>
public interface ISlotStore
{
    /// <summary>Carries out the write if it holds, in one step.</summary>
    /// <returns>
    /// <see cref="SlotWritten"/> with the slot as it is now, or <see cref="SlotRefused"/> with the slot that stood in the way: a lost
    /// race is a normal result. A write whose outcome was unknown and that was tried again is refused by a slot in whose ring the
    /// signal's id stands.
    /// </returns>
    Task<SlotWriteResult> WriteAsync(SlotWrite write, CancellationToken cancellationToken);

    /// <summary>Reads one slot, consistently; null where there is none.</summary>
    Task<Slot?> ReadAsync(Fingerprint fingerprint, CancellationToken cancellationToken);

    /// <summary>The slots of all incidents that last, in no order.</summary>
    IAsyncEnumerable<Slot> ListActiveAsync(CancellationToken cancellationToken);

    /// <summary>The slots that are dismissed (<see cref="Slot.IsDismissed"/>), in no order. They are kept until that ends.</summary>
    IAsyncEnumerable<Slot> ListDismissedAsync(CancellationToken cancellationToken);
}

/// <summary>What became of a <see cref="SlotWrite"/>.</summary>
public abstract record SlotWriteResult;

/// <summary>It was carried out.</summary>
/// <param name="Slot">The slot now.</param>
public sealed record SlotWritten(Slot Slot) : SlotWriteResult;

/// <summary>It did not hold.</summary>
/// <param name="Current">What is there, or null where there is nothing.</param>
public sealed record SlotRefused(Slot? Current) : SlotWriteResult;
