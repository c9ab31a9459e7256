using System.Collections.Immutable;
using Watchkeeper.Routing;

namespace Watchkeeper.Muting;

/// <summary>What keeps incidents quiet, as the configuration says. Pure.</summary>
public sealed record QuietRules
{
    /// <summary>How many days ahead the end of an interval is looked for: more than a week with its holidays.</summary>
    public const int DaysAhead = 32;

    /// <summary>Nothing.</summary>
    public static QuietRules None { get; } = new();

    /// <summary>The named time intervals; each holds when one of its parts does.</summary>
    public ImmutableDictionary<string, ImmutableArray<TimeInterval>> Intervals { get; init; } =
        ImmutableDictionary.Create<string, ImmutableArray<TimeInterval>>(StringComparer.Ordinal);

    /// <summary>The rules of inhibition.</summary>
    public InhibitRules Inhibitions { get; init; } = InhibitRules.None;

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

        bool? Holds(string name) => Intervals.TryGetValue(name, out var parts) ? Any(parts.Select(part => part.Contains(time))) : null;
    }

    /// <summary>When a route that is quiet at a time tells again; null if it does not within <see cref="DaysAhead"/>.</summary>
    public DateTimeOffset? QuietUntil(Route route, DateTimeOffset time)
    {
        ArgumentNullException.ThrowIfNull(route);
        var changes = route.ActiveTimeIntervals.Concat(route.MuteTimeIntervals).Distinct(StringComparer.Ordinal)
            .SelectMany(name => Intervals.GetValueOrDefault(name, [])).SelectMany(part => part.ChangesAfter(time, DaysAhead)).Order();
        foreach (var change in changes)
        {
            if (MutedBy(route, change).IsEmpty)
                return change;
        }

        return null;
    }

    private static bool? Any(IEnumerable<bool?> parts)
    {
        bool? any = false;
        foreach (var part in parts)
        {
            if (part is true)
                return true;
            any |= part;
        }

        return any;
    }
}
