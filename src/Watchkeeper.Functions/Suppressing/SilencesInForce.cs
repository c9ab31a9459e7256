using System.Globalization;
using Microsoft.Extensions.Logging;
using Watchkeeper.Aws.Errors;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Functions.Observability;
using Watchkeeper.Muting;
using Watchkeeper.Storage;
using Watchkeeper.Storage.Items;

namespace Watchkeeper.Functions.Suppressing;

/// <summary>
/// The silences that are not over. Looks at most every few seconds whether they changed, and reads them all only then. While they
/// cannot be read, the last list serves for a minute, and then nothing is silenced.
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
    private static readonly TimeSpan MaxStaleAge = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan MaxWait = TimeSpan.FromMinutes(10);

    // Until then other processes with other clocks may still see it hold.
    private static readonly TimeSpan ArchivedAfter = TimeSpan.FromHours(1);

    private SilenceSet known = SilenceSet.None;
    private string? stamp;
    private DateTimeOffset? checkedAt;
    private DateTimeOffset? knownAt;
    private DateTimeOffset? failingSince;

    /// <summary>Whether any silence may ever have been added.</summary>
    public bool MayBeUsed => stamp is not null || knownAt is null;

    /// <summary>
    /// Whether what is kept back is to be decided now: the last look succeeded, the right to look is missing, or no look has
    /// succeeded for so long that nobody should wait.
    /// </summary>
    public bool AreDecisive => failingSince is not { } since || (time.GetUtcNow() - since).Duration() >= MaxWait;

    /// <summary>The silences.</summary>
    public async ValueTask<SilenceSet> CurrentAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (checkedAt is { } last && (now - last).Duration() < MaxAge)
            return InForce(now);
        checkedAt = now;
        try
        {
            var newest = await StampAsync(now, cancellationToken);
            if (newest != stamp)
            {
                var list = await store.ListAsync(cancellationToken);
                foreach (var rejection in list.Unreadable)
                    Report(rejection.ToString());
                (known, stamp) = (new SilenceSet(list.Silences), newest);
            }

            (knownAt, failingSince) = (now, null);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // A message must not wait for a list that only keeps messages back.
            if (!AccessErrors.IsDenied(failure))
                failingSince ??= now;
            Report(failure.Message);
        }

        return InForce(now);
    }

    /// <summary>Notes that the end of a silence was announced.</summary>
    public async Task NoteAnnouncedAsync(Silence silence, CancellationToken cancellationToken)
    {
        // Somebody who changed it in between has given it another end, or none that needs words.
        await store.NoteAnnouncedAsync(silence, cancellationToken);
        // The next look notices it.
        checkedAt = null;
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

    // Damage does not pass by itself: the list is read at each look instead.
    private async Task<string?> StampAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            return await store.ReadStampAsync(cancellationToken);
        }
        catch (UnreadableRowException damaged)
        {
            Report(damaged.Message);
            return string.Create(CultureInfo.InvariantCulture, $"damaged, read at {now:O}");
        }
    }

    private SilenceSet InForce(DateTimeOffset now) =>
        knownAt is { } at && (now - at).Duration() < MaxStaleAge ? known : SilenceSet.None;

    private void Report(string problem)
    {
        metrics.SilencesUnusable();
        Log.SilencesUnusable(log, problem);
    }
}
