using Watchkeeper.Incidents;
using Watchkeeper.Signals;

namespace Watchkeeper.Functions.Reports;

/// <summary>A signal with the decision about it.</summary>
/// <param name="Signal">The signal.</param>
/// <param name="Severity">The classified severity.</param>
/// <param name="Reason">The reason of the decision.</param>
/// <param name="Slot">The current slot; null if the store has none and none is needed.</param>
/// <param name="IsWritten">Whether the signal changed the slot. If not, the table's stream never reports it.</param>
internal sealed record RecordedSignal(Signal Signal, Severity Severity, DecisionReason Reason, Slot? Slot, bool IsWritten);
