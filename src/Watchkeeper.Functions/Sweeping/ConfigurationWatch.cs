using Watchkeeper.Alarms;
using Watchkeeper.Configuration;
using Watchkeeper.Functions.Configuring;
using Watchkeeper.Incidents;
using Watchkeeper.Signals;

namespace Watchkeeper.Functions.Sweeping;

/// <summary>
/// Opens Watchkeeper's own incident while the version of the configuration in force cannot be used, and ends it when a version
/// can. The sweep looks every minute, so no other function needs to.
/// </summary>
internal sealed class ConfigurationWatch(ConfigurationInForce configurations, Home home)
{
    /// <summary>
    /// Adds what the last look at the configuration found. An incident that is open already gives no new signal.
    /// </summary>
    public AlarmView Look(AlarmView view, IReadOnlyCollection<Slot> active, DateTimeOffset now)
    {
        var found = configurations.Problem is { } problem
            ? ConfigurationIncident.Found(problem, configurations.Used, home, now)
            : null;
        var standings = view.Standings;
        var isOpen = false;
        foreach (var slot in active.Where(slot => ConfigurationIncident.Is(slot.Fingerprint)))
        {
            var isSame = found?.Subject.Fingerprint == slot.Fingerprint;
            isOpen |= isSame;
            standings = standings.SetItem(slot.Fingerprint.Text, StandingOf(slot, isSame ? found : null, now));
        }

        return view with
        {
            Standings = standings,
            Limits = found is null || isOpen ? view.Limits : view.Limits.Add(found),
        };
    }

    // Without a good version nothing proves that the trouble is over: a process that has just started cannot know whether a
    // missing row was ever there, and one without an answer must ask again.
    private AlarmStanding StandingOf(Slot slot, Signal? found, DateTimeOffset now) =>
        found is not null ? new AlarmStanding.Shown(found)
        : configurations.IsGood || configurations.Problem is { Version: not null }
            ? new AlarmStanding.Shown(ConfigurationIncident.Ended(slot.Incident!.Subject, now))
            : AlarmStanding.Unanswered;
}
