using System.Collections.Immutable;
using Watchkeeper.Cli.Configuring.Values;
using Watchkeeper.Routing;

namespace Watchkeeper.Cli.Configuring.Rules;

/// <summary>The routes of a file.</summary>
internal static class RouteTree
{
    /// <summary>The keys under which a route names time intervals.</summary>
    public static ImmutableArray<string> TimeIntervalKeys { get; } = ["mute_time_intervals", "active_time_intervals"];

    /// <summary>All routes, the root first, each before the routes below it; with the routes above it, the root first.</summary>
    public static IEnumerable<(CheckedMap Route, IReadOnlyList<CheckedMap> Above)> Routes(CheckedMap root) =>
        root.Map("route") is { } route ? Walk(route, []) : [];

    /// <summary>The name of a route's own receiver; null if it inherits its parent's.</summary>
    public static CheckedText? OwnReceiver(CheckedMap route) =>
        route.Text("receiver") is { Value.Length: > 0 } name ? name : null;

    /// <summary>Whether a route takes everything that reaches it.</summary>
    public static bool TakesAll(CheckedMap route) =>
        !RouteMatchers.AreUnclear(route) && RouteMatchers.Of(route).All(
            each => each.Matcher is { Operator: MatchOperator.Regex, Value: ".*" });

    /// <summary>Whether a route has no matchers, not even wrong ones.</summary>
    public static bool HasNoMatchers(CheckedMap route) =>
        !RouteMatchers.AreUnclear(route) && RouteMatchers.Of(route).Count == 0;

    private static IEnumerable<(CheckedMap, IReadOnlyList<CheckedMap>)> Walk(CheckedMap route, IReadOnlyList<CheckedMap> above)
    {
        yield return (route, above);
        foreach (var child in route.Maps("routes"))
        {
            foreach (var below in Walk(child, [.. above, route]))
                yield return below;
        }
    }
}
