using Microsoft.Extensions.Logging;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Functions.Observability;
using Watchkeeper.Muting;
using Watchkeeper.Storage;

namespace Watchkeeper.Functions.Suppressing;

/// <summary>
/// The silences that are not over. Looks at most every few seconds whether they changed, and reads them all only then. What cannot
/// be read keeps nothing quiet that it did not keep quiet before.
/// </summary>
/// <param name="store">The silences.</param>
/// <param name="metrics">The metrics.</param>
/// <param name="log">The log.</param>
/// <param name="time">Our clock.</param>
internal sealed class SilencesInForce(SilenceStore store, Metrics metrics, ILogger log, TimeProvider time)
{
    // Each takes a transaction; the next minute takes more.
    private const int MaxArchived = 25;

    private static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(5);

    // Until then other processes with other clocks may still see it hold.
    private static readonly TimeSpan ArchivedAfter = TimeSpan.FromHours(1);

    private SilenceSet known = SilenceSet.None;
    private string? stamp;
    private DateTimeOffset? checkedAt;

    /// <summary>Whether any silence was ever added, as far as is known.</summary>
    public bool AreUsed => stamp is not null;

    /// <summary>The silences.</summary>
    public async ValueTask<SilenceSet> CurrentAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (checkedAt is { } last && (now - last).Duration() < MaxAge)
            return known;
        checkedAt = now;
        try
        {
            var newest = await store.ReadStampAsync(cancellationToken);
            if (newest != stamp)
            {
                var list = await store.ListAsync(cancellationToken);
                foreach (var rejection in list.Unreadable)
                    Report(rejection.ToString());
                (known, stamp) = (new SilenceSet(list.Silences), newest);
            }
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // A message must not wait for a list that only keeps messages back.
            Report(failure.Message);
        }

        return known;
    }

    /// <summary>Moves silences that have been over for a while to those that are.</summary>
    /// <param name="tick">The time; never in the future.</param>
    /// <param name="cancellationToken">Cancels the writes.</param>
    public async Task ArchiveAsync(DateTimeOffset tick, CancellationToken cancellationToken)
    {
        var current = await CurrentAsync(cancellationToken);
        foreach (var silence in current.All.Where(silence => silence.IsOverAt(tick - ArchivedAfter)).Take(MaxArchived))
            await store.ArchiveAsync(silence, cancellationToken);
    }

    private void Report(string problem)
    {
        metrics.SilencesUnusable();
        Log.SilencesUnusable(log, problem);
    }
}
