using Watchkeeper.Cli.Configuring.Values;
using Watchkeeper.Cli.Usage;

namespace Watchkeeper.Cli.Configuring.Rules;

/// <summary>Every time interval that a route names exists.</summary>
internal static class TimeIntervalReferences
{
    public static void Check(CheckedMap root, DateTimeOffset today, ProblemSink problems)
    {
        var known = root.Maps("time_intervals").Concat(root.Maps("mute_time_intervals"))
            .Select(interval => interval.Text("name")).OfType<CheckedText>().ToList();
        var names = known.Select(name => name.Value).ToHashSet(StringComparer.Ordinal);
        var routes = RouteTree.Routes(root).Select(each => each.Route).ToList();
        var used = routes.SelectMany(route => RouteTree.TimeIntervalKeys.SelectMany(route.Texts)).ToList();
        foreach (var name in used.Where(name => !names.Contains(name.Value)))
        {
            problems.Error(
                name.Position, name.Path,
                $"is «{name.Value}», and there is no such time interval{Nearest.Question(name.Value, names)}");
        }

        // A list that cannot be read may name any of them.
        if (routes.Exists(route => RouteTree.TimeIntervalKeys.Any(route.IsWrong)))
            return;
        foreach (var name in known.Where(name => used.TrueForAll(each => each.Value != name.Value)))
            problems.Note(name.Position, name.Path, $"no route uses the time interval «{name.Value}»");
    }
}
