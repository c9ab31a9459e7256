using Watchkeeper.Functions.Reports;
using Watchkeeper.Signals;

namespace Watchkeeper.Functions.Audits;

/// <summary>Where a run's signals go.</summary>
public interface ISignalSink
{
    /// <summary>Records a signal and says how. Throws where it cannot.</summary>
    Task<IntakeResult> RecordAsync(Signal signal, CancellationToken cancellationToken);
}
