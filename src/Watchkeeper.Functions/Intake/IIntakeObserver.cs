using Watchkeeper.Functions.Reports;
using Watchkeeper.Signals;

namespace Watchkeeper.Functions.Intake;

/// <summary>Sees what an intake function did: logs and metrics in a function, the story on the screen in a local run.</summary>
public interface IIntakeObserver
{
    /// <summary>A signal was recorded.</summary>
    void Recorded(RecordedSignal recorded, DateTimeOffset now);

    /// <summary>There was nothing to act on.</summary>
    void Ignored(SignalParseResult.Ignored ignored);

    /// <summary>It could not be understood.</summary>
    void Rejected(SignalParseResult.Rejected rejected);
}
