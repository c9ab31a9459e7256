using System.Collections.Immutable;
using Watchkeeper.Routing;
using Watchkeeper.Signals;

namespace Watchkeeper.Muting;

/// <summary>What keeps incidents quiet, as the configuration says. Pure.</summary>
public sealed record QuietRules
{
    /// <summary>Nothing.</summary>
    public static QuietRules None { get; } = new();

    /// <summary>The named time intervals; each holds when one of its parts does.</summary>
    public ImmutableDictionary<string, ImmutableArray<TimeInterval>> Intervals { get; init; } =
        ImmutableDictionary.Create<string, ImmutableArray<TimeInterval>>(StringComparer.Ordinal);

    /// <summary>The rules of inhibition.</summary>
    public ImmutableArray<InhibitRule> Inhibitions { get; init; } = [];

    /// <summary>
    /// The names of the intervals that keep a route quiet at a time; empty if it tells. Outside all of its active intervals these
    /// are the reason.
    /// </summary>
    public ImmutableArray<string> MutedBy(Route route, DateTimeOffset time)
    {
        ArgumentNullException.ThrowIfNull(route);
        // What cannot be evaluated tells.
        var isActive = route.ActiveTimeIntervals.IsEmpty || route.ActiveTimeIntervals.Any(name => Holds(name) is not false);
        return isActive ? [.. route.MuteTimeIntervals.Where(name => Holds(name) is true)] : route.ActiveTimeIntervals;

        bool? Holds(string name) => Intervals.TryGetValue(name, out var parts) ? parts.Any(part => part.Contains(time)) : null;
    }

    /// <summary>The first firing incident that keeps another one quiet; null if none does.</summary>
    /// <param name="labels">The labels of the other one.</param>
    /// <param name="firing">The labels of those that fire.</param>
    public LabelSet? InhibitedBy(LabelSet labels, IEnumerable<LabelSet> firing) =>
        firing.FirstOrDefault(source => Inhibitions.Any(rule => rule.Inhibits(labels, source)));
}
