using Watchkeeper.Alarms;
using Watchkeeper.Incidents;

namespace Watchkeeper.Functions.Reacting;

/// <summary>Asks CloudWatch about the alarm behind an incident.</summary>
internal static class AlarmQuestion
{
    /// <summary>The alarm; and where the incident is about one of many time series, that one too if it rings.</summary>
    public static async Task<AlarmLookup> AskAsync(IAlarmInventory alarms, Incident incident, CancellationToken cancellationToken)
    {
        var answer = await alarms.FindAsync([incident.Subject.Name], cancellationToken);
        var fingerprint = incident.Subject.Fingerprint;
        if (answer is not AlarmLookup.Found found || found.Alarms.FirstOrDefault(each => each.IsOf(fingerprint)) is not { } alarm
            || alarm.Signal.Subject.Fingerprint == fingerprint)
            return answer;
        await foreach (var series in alarms.ListFiringContributorsAsync(alarm, cancellationToken))
        {
            if (series.Signal.Subject.Fingerprint == fingerprint)
                return new AlarmLookup.Found([.. found.Alarms, series]);
        }

        return answer;
    }
}
