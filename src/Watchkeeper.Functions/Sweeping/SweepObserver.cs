using Microsoft.Extensions.Logging;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Functions.Observability;
using Watchkeeper.Incidents;
using Watchkeeper.Text;

namespace Watchkeeper.Functions.Sweeping;

/// <summary>Logs and counts each step of a sweep at once, so that nothing is lost if its time runs out.</summary>
internal sealed class SweepObserver(Metrics metrics, ILogger log)
{
    /// <summary>Reports an incident that only time changed.</summary>
    public void Kept(Decision decision, Slot slot)
    {
        Log.IncidentKept(log, decision.Reason.ToKebabCase(), slot.Fingerprint.Text, slot.Incident?.Id);
    }

    /// <summary>Reports a row that failed.</summary>
    public void Failed(string row, Exception failure)
    {
        metrics.SweepFailed();
        Log.SweepFailed(log, row, failure.Message, failure);
    }

    /// <summary>Reports that CloudWatch did not answer.</summary>
    public void AlarmsUnanswered(string problem)
    {
        metrics.SweepFailed();
        Log.AlarmsUnanswered(log, problem);
    }
}
