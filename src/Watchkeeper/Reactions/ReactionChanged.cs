using Watchkeeper.Incidents;

namespace Watchkeeper.Reactions;

/// <summary>A row of the reaction ledger changed.</summary>
/// <param name="Before">The row before the change; null if the row is new.</param>
/// <param name="After">The row after the change.</param>
public sealed record ReactionChanged(ReactionRecord? Before, ReactionRecord After) : StoreChange;
