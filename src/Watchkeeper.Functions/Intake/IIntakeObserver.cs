using Watchkeeper.Functions.Reports;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Functions.Intake;

/// <summary>
/// Observes an intake function: writes logs and metrics in a function, and the story on the screen in a local run.
/// </summary>
internal interface IIntakeObserver
{
    /// <summary>Reports a recorded signal.</summary>
    void Recorded(RecordedSignal recorded, DateTimeOffset now);

    /// <summary>Reports an event that requires no action.</summary>
    void Ignored(SignalParseResult.Ignored ignored);

    /// <summary>Reports a rejected event.</summary>
    void Rejected(Rejection rejection);
}
