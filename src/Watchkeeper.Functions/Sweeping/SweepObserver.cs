using Microsoft.Extensions.Logging;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Functions.Observability;
using Watchkeeper.Incidents;
using Watchkeeper.Text;

namespace Watchkeeper.Functions.Sweeping;

/// <summary>Logs and counts what a sweep does while it does it, so that nothing is lost where its time runs out.</summary>
public sealed class SweepObserver(Metrics metrics, ILogger log)
{
    /// <summary>An incident was changed by time alone.</summary>
    public void Kept(Decision decision, Slot slot)
    {
        ArgumentNullException.ThrowIfNull(decision);
        ArgumentNullException.ThrowIfNull(slot);
        Log.IncidentKept(log, decision.Reason.ToKebabCase(), slot.Fingerprint.Text, slot.Incident?.Id);
    }

    /// <summary>A row could not be dealt with.</summary>
    public void Failed(string row, Exception failure)
    {
        metrics.SweepFailed();
        Log.SweepFailed(log, row, failure.Message, failure);
    }

    /// <summary>CloudWatch gave no answer.</summary>
    public void AlarmsUnanswered(string problem)
    {
        metrics.SweepFailed();
        Log.AlarmsUnanswered(log, problem);
    }
}
