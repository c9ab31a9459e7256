using Microsoft.Extensions.Logging;
using Watchkeeper.Detections;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Functions.Observability;
using Watchkeeper.Notification;
using Watchkeeper.Signals;
using Watchkeeper.Storage;

namespace Watchkeeper.Functions.Notifying;

/// <summary>
/// The words of the detections in force, for messages about acts; other messages ask nothing. The configuration names the list of
/// the user's own detections; if it names none, which list was applied is read at most once a minute. A list is read only if a
/// message may need it. One that cannot be read never keeps a message back: the last good one serves, or the built-in detections
/// alone.
/// </summary>
/// <param name="store">The lists.</param>
/// <param name="metrics">The metrics.</param>
/// <param name="log">The log.</param>
/// <param name="time">Our clock.</param>
internal sealed class WordsInForce(AppliedDetectionStore store, Metrics metrics, ILogger log, TimeProvider time)
{
    private static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(1);

    // TrailFunction may have noticed a new list before this process.
    private static readonly TimeSpan MaxAgeForUnknown = TimeSpan.FromSeconds(1);

    private InForce known = new(null, "", null, "", DetectionWordSet.BuiltIn);
    private OwnDetectionList? asked;
    private DateTimeOffset? checkedAt;
    private bool isUsable = true;

    /// <summary>The words for the message about an entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="named">The list that the configuration names; null if it names none.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public async ValueTask<DetectionWordSet> ForAsync(
        TimelineEntry entry, OwnDetectionList? named, CancellationToken cancellationToken)
    {
        if (entry is not { Reaction: null, Incident.Subject: { Kind: SignalKind.Detection, Name: var id } })
            return known.Words;
        var isBuiltIn = DetectionCatalogue.Has(id);
        var now = time.GetUtcNow();
        var maxAge = isUsable && !isBuiltIn && !known.Words.IsOwn(id) ? MaxAgeForUnknown : MaxAge;
        if (checkedAt is not { } last || named != asked || (now - last).Duration() >= maxAge)
        {
            (checkedAt, asked) = (now, named);
            known = await CheckAsync(known, named, cancellationToken);
        }

        if (isBuiltIn && known.List is null or { Replaced: 0 })
            return DetectionWordSet.BuiltIn;
        if (isUsable && known.IsBehind)
            known = await ReadAsync(known, cancellationToken);
        return known.Words;
    }

    private Task<InForce> CheckAsync(InForce before, OwnDetectionList? named, CancellationToken cancellationToken) => TryAsync(
        before,
        async () => named is not null ? before with { List = named, Source = "the configuration" }
            : await store.ReadHeadAsync(cancellationToken) is { } head
                ? before with { List = head.List, Source = $"version {head.Number}" }
                : before with { List = null, Source = "" },
        cancellationToken);

    private Task<InForce> ReadAsync(InForce before, CancellationToken cancellationToken) => TryAsync(
        before,
        async () =>
        {
            if (before.List is not { } list)
                return before with { Read = null, ReadSource = "", Words = DetectionWordSet.BuiltIn };
            var (words, errors) = DetectionWordSet.Parse(await store.ReadListAsync(list, cancellationToken));
            return words is not null
                ? before with { Read = list, ReadSource = before.Source, Words = words }
                : Unusable(before, errors[0].ToString());
        },
        cancellationToken);

    private async Task<InForce> TryAsync(InForce before, Func<Task<InForce>> read, CancellationToken cancellationToken)
    {
        try
        {
            isUsable = true;
            return await read();
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            return Unusable(before, failure.Message);
        }
    }

    private InForce Unusable(InForce before, string problem)
    {
        isUsable = false;
        metrics.DetectionsUnusable();
        var inForce = before.Read is not null ? $"the texts of {before.ReadSource}" : "the built-in texts";
        Log.DetectionsUnusable(log, inForce, before.Source.Length > 0 ? $"{before.Source}: {problem}" : problem);
        return before;
    }

    // The words are those of the list that was read; the newest list may have other ones.
    private sealed record InForce(
        OwnDetectionList? List, string Source, OwnDetectionList? Read, string ReadSource, DetectionWordSet Words)
    {
        public bool IsBehind => List != Read;
    }
}
