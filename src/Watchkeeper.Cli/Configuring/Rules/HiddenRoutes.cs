using Watchkeeper.Cli.Configuring.Values;

namespace Watchkeeper.Cli.Configuring.Rules;

/// <summary>
/// Routes that no incident reaches, because one before them takes everything; and routes that were meant as a part of one.
/// </summary>
internal static class HiddenRoutes
{
    public static void Check(CheckedMap root, DateTimeOffset today, ProblemSink problems)
    {
        foreach (var (route, _) in RouteTree.Routes(root))
        {
            CheckedMap? taker = null;
            foreach (var child in route.Maps("routes"))
            {
                if (Reason(child, taker) is { } reason)
                    problems.Warn(child.Position, child.Path, reason);
                if (taker is null && RouteTree.TakesAll(child) && !child.Flag("continue"))
                    taker = child;
            }
        }
    }

    private static string? Reason(CheckedMap child, CheckedMap? taker) =>
        taker is not null ? $"is never reached: the route in line {taker.Position.Line} takes everything"
        : RouteTree.HasNoMatchers(child) && !child.Has("receiver") && !child.Maps("routes").Any()
            ? "has no matchers and no receiver: was it meant as a part of the route before?"
        : null;
}
