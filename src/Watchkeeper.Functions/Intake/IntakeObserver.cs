using Microsoft.Extensions.Logging;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Functions.Observability;
using Watchkeeper.Functions.Reports;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Functions.Intake;

/// <summary>Logs and counts an intake function's results.</summary>
/// <param name="source">The source under which events without a signal count.</param>
/// <param name="metrics">The metrics.</param>
/// <param name="log">The log.</param>
internal sealed class IntakeObserver(SignalSource source, Metrics metrics, ILogger log)
{
    /// <summary>Reports a recorded signal.</summary>
    public void Recorded(RecordedSignal recorded, DateTimeOffset now)
    {
        var signal = recorded.Signal;
        metrics.SignalDecided(signal.Subject.Source, recorded.Reason, now - signal.OccurredAt);
        Log.SignalRecorded(
            log, recorded.Reason.ToKebabCase(), signal.Subject.Fingerprint.Text, recorded.Severity.ToKebabCase(),
            recorded.Slot?.Incident?.Id, signal.EventId);
        if (signal.UnknownSeverity is not { } unknown)
            return;
        metrics.UnknownSeverity(signal.Subject.Source);
        Log.SeverityUnknown(log, unknown, signal.Subject.Fingerprint.Text, recorded.Severity.ToKebabCase(), signal.EventId);
    }

    /// <summary>Reports an event that requires no action.</summary>
    public void Ignored(SignalParseResult.Ignored ignored)
    {
        metrics.SignalIgnored(source);
        Log.SignalIgnored(log, ignored.Reason, ignored.EventId);
    }

    /// <summary>Reports a match that opens no incident.</summary>
    public void Staged(SignalParseResult.Staged staged)
    {
        if (staged.IsExpected)
        {
            metrics.ExpectedMatch(staged.Detection);
            Log.DetectionExpected(log, staged.Detection, staged.EventId);
            return;
        }

        metrics.StagedMatch(staged.Detection);
        Log.DetectionStaged(log, staged.Detection, staged.EventId);
    }

    /// <summary>Reports a rejected event.</summary>
    public void Rejected(Rejection rejection)
    {
        metrics.SignalRejected(source);
        metrics.DeadLetter();
        Log.SignalRejected(log, rejection.Path, rejection.Reason);
    }
}
