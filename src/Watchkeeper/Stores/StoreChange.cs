using Watchkeeper.Incidents;
using Watchkeeper.Reactions;

namespace Watchkeeper.Stores;

/// <summary>One change of the table as its stream tells it. Everything that is told or done is derived from these.</summary>
public abstract record StoreChange;

/// <summary>A slot changed.</summary>
/// <param name="Before">The slot before; null where there was none.</param>
/// <param name="After">The slot after.</param>
public sealed record SlotChanged(Slot? Before, Slot After) : StoreChange;

/// <summary>A row of the reaction ledger changed.</summary>
/// <param name="Before">The row before; null where there was none.</param>
/// <param name="After">The row after.</param>
public sealed record ReactionChanged(ReactionRecord? Before, ReactionRecord After) : StoreChange;
