using Watchkeeper.Alarms;
using Watchkeeper.Incidents;

namespace Watchkeeper.Functions.Reacting;

/// <summary>Looks up the alarm behind an incident in CloudWatch.</summary>
internal static class AlarmQuestion
{
    /// <summary>
    /// Returns the alarm. If the incident is about one of several time series, also returns that time series if it is in state
    /// ALARM.
    /// </summary>
    public static async Task<AlarmLookup> AskAsync(IAlarmInventory alarms, Incident incident, CancellationToken cancellationToken)
    {
        var answer = await alarms.FindAsync([incident.Subject.Name], cancellationToken);
        var fingerprint = incident.Subject.Fingerprint;
        if (answer is not AlarmLookup.Found found || found.Alarms.FirstOrDefault(each => each.IsOf(fingerprint)) is not { } alarm
            || alarm.Signal.Subject.Fingerprint == fingerprint)
        {
            return answer;
        }

        await foreach (var series in alarms.ListFiringContributorsAsync(alarm, cancellationToken))
        {
            if (series.Signal.Subject.Fingerprint == fingerprint)
                return new AlarmLookup.Found([.. found.Alarms, series]);
        }

        return answer;
    }
}
