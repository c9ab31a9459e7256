namespace Watchkeeper.Incidents;

/// <summary>
/// One change of the table, as its stream reports it. All notifications and reactions derive from these changes.
/// </summary>
public abstract record StoreChange;

/// <summary>A slot changed.</summary>
/// <param name="Before">The slot before the change; null if the slot is new.</param>
/// <param name="After">The slot after the change.</param>
public sealed record SlotChanged(Slot? Before, Slot After) : StoreChange;
