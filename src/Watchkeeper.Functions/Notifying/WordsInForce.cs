using Microsoft.Extensions.Logging;
using Watchkeeper.Detections;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Functions.Observability;
using Watchkeeper.Notification;
using Watchkeeper.Signals;
using Watchkeeper.Storage;

namespace Watchkeeper.Functions.Notifying;

/// <summary>
/// The words of the detections in force, for messages about acts; other messages ask nothing. Reads which list is applied at most
/// once a minute, and the list itself only if a message may need it. A list that cannot be read never keeps a message back: the
/// last good one serves, or the built-in detections alone.
/// </summary>
/// <param name="store">The applied list.</param>
/// <param name="metrics">The metrics.</param>
/// <param name="log">The log.</param>
/// <param name="time">Our clock.</param>
internal sealed class WordsInForce(AppliedDetectionStore store, Metrics metrics, ILogger log, TimeProvider time)
{
    private static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(1);

    // TrailFunction may have noticed a new list before this process.
    private static readonly TimeSpan MaxAgeForUnknown = TimeSpan.FromSeconds(1);

    private InForce known = new(null, null, DetectionWordSet.BuiltIn);
    private DateTimeOffset? checkedAt;
    private bool isUsable = true;

    /// <summary>The words for the message about an entry.</summary>
    public async ValueTask<DetectionWordSet> ForAsync(TimelineEntry entry, CancellationToken cancellationToken)
    {
        if (entry is not { Reaction: null, Incident.Subject: { Kind: SignalKind.Detection, Name: var id } })
            return known.Words;
        var isBuiltIn = DetectionCatalogue.Has(id);
        var now = time.GetUtcNow();
        var maxAge = isUsable && !isBuiltIn && !known.Words.IsOwn(id) ? MaxAgeForUnknown : MaxAge;
        if (checkedAt is not { } last || (now - last).Duration() >= maxAge)
        {
            checkedAt = now;
            known = await CheckAsync(known, cancellationToken);
        }

        if (isBuiltIn && known.Head is null or { Replaced: 0 })
            return DetectionWordSet.BuiltIn;
        if (isUsable && known.IsBehind)
            known = await ReadAsync(known, cancellationToken);
        return known.Words;
    }

    private Task<InForce> CheckAsync(InForce before, CancellationToken cancellationToken) => TryAsync(
        before,
        async () => before with { Head = await store.ReadHeadAsync(cancellationToken) },
        cancellationToken);

    private Task<InForce> ReadAsync(InForce before, CancellationToken cancellationToken) => TryAsync(
        before,
        async () =>
        {
            var list = before.Head is { } head ? await store.ReadListAsync(head, cancellationToken) : default;
            if (list.IsEmpty)
                return before with { Read = before.Head, Words = DetectionWordSet.BuiltIn };
            var (words, errors) = DetectionWordSet.Parse(list);
            return words is not null
                ? before with { Read = before.Head, Words = words }
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
        var inForce = before.Read is { Hash.Length: > 0 } last ? $"the texts of version {last.Number}" : "the built-in texts";
        Log.DetectionsUnusable(log, inForce, before.Head is { } head ? $"version {head.Number}: {problem}" : problem);
        return before;
    }

    // The words are those of the head that was read; the newest head may have other ones.
    private sealed record InForce(AppliedDetections? Head, AppliedDetections? Read, DetectionWordSet Words)
    {
        public bool IsBehind => (Head?.Number ?? 0) != (Read?.Number ?? 0);
    }
}
