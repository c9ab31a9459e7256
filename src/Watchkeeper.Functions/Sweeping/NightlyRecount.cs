using Watchkeeper.Incidents;
using Watchkeeper.Queries;
using Watchkeeper.Recounting;
using Watchkeeper.Signals;

namespace Watchkeeper.Functions.Sweeping;

/// <summary>
/// Counts at night what became of yesterday's events, one part of the day in each sweep, and once more at noon, from the other end:
/// so that a part is counted although a sweep was missed or had no time for all of it.
/// </summary>
/// <param name="queries">The read side.</param>
/// <param name="home">Where Watchkeeper runs.</param>
/// <param name="time">The clock.</param>
internal sealed class NightlyRecount(IncidentQueries queries, Home home, TimeProvider time)
{
    private const int Night = 1;
    private const int Noon = 12;

    /// <summary>The part of the day before that a sweep counts; null for none.</summary>
    public static char? PartAt(DateTimeOffset tick) =>
        tick.UtcDateTime.Hour is Night or Noon && tick.Minute < IncidentQueries.PartsOfDay.Length
            ? IncidentQueries.PartsOfDay[tick.Minute]
            : null;

    /// <summary>Counts one part.</summary>
    /// <param name="part">The part.</param>
    /// <param name="active">The active incidents.</param>
    /// <param name="tick">The time of the sweep.</param>
    /// <param name="until">When it stops, counted or not.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    /// <returns>What was counted, and the signal of what leaked; null if nothing did.</returns>
    public async Task<(Recount Recount, Signal? Leaks)> CountAsync(
        char part, IReadOnlyCollection<Slot> active, DateTimeOffset tick, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var incidents = active.Select(slot => slot.Incident!).ToDictionary(incident => incident.Id, StringComparer.Ordinal);
        var recount = new Recount(DateOnly.FromDateTime(tick.UtcDateTime).AddDays(-1), part);
        await foreach (var decided in queries.ReadPartOfDayAsync(recount.Day, part, tick.UtcDateTime.Hour is Noon, cancellationToken))
        {
            recount = recount.With(decided, await StandingAsync(decided, incidents, cancellationToken), tick);
            if (time.GetUtcNow() >= until)
            {
                recount = recount with { IsPartial = true };
                break;
            }
        }

        return (recount, LeakIncident.Found(recount, home, tick));
    }

    private async Task<Incident?> StandingAsync(
        DecidedEvent decided, Dictionary<string, Incident> active, CancellationToken cancellationToken)
    {
        if (decided is not DecidedEvent.WithEntry { Entry: { IsHeld: true, Entry.Incident.Id: var id } })
            return null;
        return active.GetValueOrDefault(id)
            ?? (await queries.FindAsync(id, cancellationToken) as IncidentLookup.Found)?.Snapshot.Incident;
    }
}
