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
        var ids = active.Select(slot => slot.Incident!.Id).ToHashSet(StringComparer.Ordinal);
        var (recount, day) = (Recount.None, DateOnly.FromDateTime(tick.UtcDateTime).AddDays(-1));
        await foreach (var decided in queries.ReadPartOfDayAsync(day, part, tick.UtcDateTime.Hour is Noon, cancellationToken))
        {
            recount = recount.With(decided, ids.Contains, tick);
            if (time.GetUtcNow() >= until)
            {
                recount = recount with { IsPartial = true };
                break;
            }
        }

        return (recount, LeakIncident.Found(recount, day, part.ToString(), home, tick));
    }
}
