using Watchkeeper.Signals;

namespace Watchkeeper.Functions.Audits;

/// <summary>Where a run's signals go.</summary>
public interface ISignalSink
{
    /// <summary>Records a signal. Throws where it cannot.</summary>
    Task RecordAsync(Signal signal, CancellationToken cancellationToken);
}
