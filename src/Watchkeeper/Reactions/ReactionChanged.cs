using Watchkeeper.Incidents;

namespace Watchkeeper.Reactions;

/// <summary>A row of the reaction ledger changed.</summary>
/// <param name="Before">The row before; null where there was none.</param>
/// <param name="After">The row after.</param>
public sealed record ReactionChanged(ReactionRecord? Before, ReactionRecord After) : StoreChange;
