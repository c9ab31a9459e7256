using Watchkeeper.Incidents;
using Watchkeeper.Signals;

namespace Watchkeeper.Functions.Reports;

/// <summary>What became of one signal.</summary>
/// <param name="Signal">The signal.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Reason">What was decided.</param>
/// <param name="Slot">The slot as it is now; null where there is none, and nothing to remember.</param>
public sealed record RecordedSignal(Signal Signal, Severity Severity, DecisionReason Reason, Slot? Slot);
