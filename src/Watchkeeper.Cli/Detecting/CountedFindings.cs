using Watchkeeper.Cli.Detecting.Reporting;
using Watchkeeper.Counting;
using Watchkeeper.Detections;

namespace Watchkeeper.Cli.Detecting;

/// <summary>
/// Counts events towards thresholds, in order of event time: up to <see cref="MaxWaiting"/> events wait for earlier ones of files
/// that are read later, such as those of another region. The result depends on the files alone, not on how they are read.
/// </summary>
internal sealed class CountedFindings
{
    /// <summary>
    /// The number of events that wait, some fifty megabytes. Events that lie further apart in the files than in time are counted
    /// as late ones, which is exact within one window's length.
    /// </summary>
    public const int MaxWaiting = 50_000;

    /// <summary>The number of windows that are counted at once; beyond it, the older half is forgotten.</summary>
    public const int MaxWindows = 20_000;

    private readonly SortedSet<Waiting> waiting = new(Waiting.Order);
    private readonly Dictionary<string, CountWindow> windows = new(StringComparer.Ordinal);
    private long arrivals;

    /// <summary>Takes an event; returns the findings that are certain now.</summary>
    public IEnumerable<Finding> Add(Finding finding, CountedEvent counted)
    {
        waiting.Add(new Waiting(finding, counted, arrivals++));
        return waiting.Count > MaxWaiting ? First() : [];
    }

    /// <summary>The findings of the events that still wait, in order of time.</summary>
    public IEnumerable<Finding> End()
    {
        while (waiting.Count > 0)
        {
            foreach (var finding in First())
                yield return finding;
        }
    }

    // A burst is one finding: the event that reaches the threshold. Those after it are more of the same.
    private Finding[] First()
    {
        var (finding, counted, _) = waiting.Min!;
        waiting.Remove(waiting.Min!);
        var decision = CountDecision.Decide(windows.GetValueOrDefault(counted.Key, CountWindow.Empty), counted);
        if (decision.Next is { } next)
            windows[counted.Key] = next;
        if (windows.Count > MaxWindows)
            Forget();
        return decision is { Next: not null, Answer.Standing: CountStanding.Crossed }
            ? [finding with { Signal = DetectionCount.Describe(finding.Signal, counted, decision) }]
            : [];
    }

    private void Forget()
    {
        foreach (var (key, _) in windows.OrderBy(pair => pair.Value.Entries[^1].At)
            .ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(MaxWindows / 2).ToList())
        {
            windows.Remove(key);
        }
    }

    private sealed record Waiting(Finding Finding, CountedEvent Counted, long Arrival)
    {
        // By the event's own values first, so that files in another order are counted alike.
        public static IComparer<Waiting> Order { get; } = Comparer<Waiting>.Create(static (one, other) =>
        {
            var order = one.Counted.At.CompareTo(other.Counted.At);
            if (order == 0)
                order = string.CompareOrdinal(one.Counted.Event, other.Counted.Event);
            return order == 0 ? one.Arrival.CompareTo(other.Arrival) : order;
        });
    }
}
