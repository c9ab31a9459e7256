using System.Collections.Immutable;
using System.Globalization;
using Watchkeeper.Counting;

namespace Watchkeeper.Tests.Counting;

/// <summary>Events to count, and a plain way to count them.</summary>
internal static class Counts
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);

    public static CountedEvent Event(Threshold threshold, int number, int second, params ImmutableArray<int> values) => new()
    {
        Threshold = threshold,
        Key = "k",
        Event = Mark(number),
        Values = values.IsEmpty ? [Mark(number)] : [.. values.Select(value => Mark(1_000_000 + value))],
        At = Noon.AddSeconds(second),
    };

    /// <summary>Counts events one after the other; returns the decisions and the last window.</summary>
    public static (ImmutableArray<CountDecision> Decisions, CountWindow Window) Take(params IEnumerable<CountedEvent> events)
    {
        var window = CountWindow.Empty;
        var decisions = ImmutableArray.CreateBuilder<CountDecision>();
        foreach (var one in events)
        {
            var decision = CountDecision.Decide(window, one);
            window = decision.Next ?? window;
            decisions.Add(decision);
        }

        return (decisions.ToImmutable(), window);
    }

    public static ImmutableArray<CountStanding> Standings(params IEnumerable<CountedEvent> events) =>
        [.. Take(events).Decisions.Select(decision => decision.Answer.Standing)];

    /// <summary>
    /// Whether a window with an event holds enough, told by brute force: of all events, in any order, each once.
    /// </summary>
    public static bool IsReached(CountedEvent one, IReadOnlyCollection<CountedEvent> all) => all
        .Where(first => first.At <= one.At && one.At - first.At <= one.Threshold.Window)
        .Any(first => all.Where(other => other.At >= first.At && other.At - first.At <= one.Threshold.Window)
            .SelectMany(other => other.Values).Distinct(StringComparer.Ordinal).Count() >= one.Threshold.Count);

    private static string Mark(int number) => number.ToString("x16", CultureInfo.InvariantCulture);
}
