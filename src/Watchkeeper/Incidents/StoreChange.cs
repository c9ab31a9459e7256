namespace Watchkeeper.Incidents;

/// <summary>One change of the table as its stream tells it. Everything that is told or done is derived from these.</summary>
public abstract record StoreChange;

/// <summary>A slot changed.</summary>
/// <param name="Before">The slot before; null where there was none.</param>
/// <param name="After">The slot after.</param>
public sealed record SlotChanged(Slot? Before, Slot After) : StoreChange;
