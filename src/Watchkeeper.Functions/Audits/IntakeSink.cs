using Watchkeeper.Functions.Intake;
using Watchkeeper.Functions.Reports;
using Watchkeeper.Signals;

namespace Watchkeeper.Functions.Audits;

/// <summary>Takes a run's signals in as the signals of any other source.</summary>
public sealed class IntakeSink(SignalIntake intake, IIntakeObserver observer, TimeProvider time) : ISignalSink
{
    /// <inheritdoc/>
    public async Task<IntakeResult> RecordAsync(Signal signal, CancellationToken cancellationToken)
    {
        var recorded = await intake.RecordAsync(signal, cancellationToken);
        observer.Recorded(recorded, time.GetUtcNow());
        return IntakeResult.From(recorded);
    }
}
