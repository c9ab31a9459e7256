using System.Collections.Immutable;
using Watchkeeper.Alarms;
using Watchkeeper.Configuration;
using Watchkeeper.Incidents;
using Watchkeeper.Signals;

namespace Watchkeeper.Functions.Sweeping;

/// <summary>
/// Looks up the alarms behind incidents in CloudWatch. State-change events are best effort, and an alarm that is deleted, renamed
/// or without data sends none. One request covers a hundred firing alarms, another a hundred others.
/// </summary>
internal sealed class AlarmAudit(IAlarmInventory alarms, WatchkeeperConfiguration configuration)
{
    // Each alarm with several time series needs its own request. The next sweep continues with other alarms.
    private const int MaxSeriesRequests = 10;

    /// <summary>Performs one look-up.</summary>
    /// <param name="active">The slots of all active incidents.</param>
    /// <param name="now">
    /// The current time. The time also selects the alarms to look up if there are too many for one sweep.
    /// </param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    public async Task<AlarmView> LookAsync(
        IReadOnlyCollection<Slot> active, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (configuration.Home == Home.Unknown)
            return AlarmView.Nothing;
        ImmutableArray<(Slot Slot, AlarmIdentity Alarm)> asked =
        [
            .. active.Select(slot => (Slot: slot, Alarm: AlarmIdentity.From(slot.Fingerprint)!))
                .Where(each => each.Alarm is not null && configuration.Home.Holds(each.Alarm.Account, each.Alarm.Region)),
        ];
        try
        {
            return await AskAsync(asked, now, cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // A failure of CloudWatch must not stop the sweep's other work. The next sweep looks again.
            return View(asked, _ => AlarmStanding.Unanswered) with { Problem = $"{failure.GetType().Name}: {failure.Message}" };
        }
    }

    private async Task<AlarmView> AskAsync(
        ImmutableArray<(Slot Slot, AlarmIdentity Alarm)> asked, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var shown = new ShownAlarms();
        await foreach (var alarm in alarms.ListFiringAsync(cancellationToken))
            shown.Add(alarm);
        var names = asked.Where(each => !shown.Has(each.Slot.Fingerprint)).SelectMany(each => each.Alarm.Names)
            .Where(name => !shown.Has(name)).Distinct(StringComparer.Ordinal).ToList();
        if (names.Count > 0)
        {
            switch (await alarms.FindAsync(names, cancellationToken))
            {
                case AlarmLookup.Unavailable unavailable:
                    return View(asked, _ => AlarmStanding.Unasked) with { Problem = unavailable.Reason };
                case AlarmLookup.Found found:
                    foreach (var alarm in found.Alarms)
                        shown.Add(alarm);
                    shown.AddUnreadable(found.Unreadable);
                    break;
            }
        }

        foreach (var name in shown.OverManySeries(asked.Select(each => each.Alarm), now).Take(MaxSeriesRequests))
        {
            await foreach (var series in alarms.ListFiringContributorsAsync(shown[name], cancellationToken))
                shown.AddSeries(name, series);
        }

        return View(asked, each => shown.Of(each.Slot, each.Alarm, now)) with { Firing = shown.Firing };
    }

    private static AlarmView View(
        ImmutableArray<(Slot Slot, AlarmIdentity Alarm)> asked, Func<(Slot Slot, AlarmIdentity Alarm), AlarmStanding> standing) =>
        AlarmView.Nothing with
        {
            Standings = asked.ToImmutableDictionary(each => each.Slot.Fingerprint.Text, standing, StringComparer.Ordinal),
        };
}
