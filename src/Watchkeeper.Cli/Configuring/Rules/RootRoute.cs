using Watchkeeper.Cli.Configuring.Values;

namespace Watchkeeper.Cli.Configuring.Rules;

/// <summary>What Alertmanager demands of the root of the route tree.</summary>
internal static class RootRoute
{
    public static void Check(CheckedMap root, DateTimeOffset today, ProblemSink problems)
    {
        if (root.Map("route") is not { } route)
        {
            if (root.Maps("receivers").Any())
            {
                problems.Note(
                    root.At("receivers"), "receivers",
                    "no route leads to them: without the key route the default routes are in force");
            }

            return;
        }

        if (RouteTree.OwnReceiver(route) is null && !route.IsWrong("receiver"))
        {
            problems.Error(
                root.At("route"), "route.receiver",
                "is missing: the root takes what no other route takes, so it names a receiver");
        }

        if (RouteMatchers.Of(route) is [var first, ..])
        {
            problems.Error(
                first.Position, "route",
                "the root takes everything: put these matchers on a route below it");
        }

        if (route.Flag("continue"))
            problems.Error(route.At("continue"), "route.continue", "there is nothing beside the root to continue with");
        foreach (var key in RouteTree.TimeIntervalKeys)
        {
            if (route.Texts(key).Any())
                problems.Error(route.At(key), $"route.{key}", "the root is never quiet: put it on a route below");
        }
    }
}
