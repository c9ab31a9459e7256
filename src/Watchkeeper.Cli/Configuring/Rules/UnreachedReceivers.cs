using Watchkeeper.Cli.Configuring.Values;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Configuring.Rules;

/// <summary>Receivers without a channel that something critical can reach. They are valid, and nobody is told.</summary>
internal static class UnreachedReceivers
{
    private static readonly LabelSet Critical = LabelSet.Empty.With("severity", Severity.Critical.ToKebabCase());

    public static void Check(CheckedMap root, DateTimeOffset today, ProblemSink problems)
    {
        var silent = root.Maps("receivers")
            .Where(receiver => receiver.Text("name") is not null && !HasChannel(receiver))
            .GroupBy(receiver => receiver.Text("name")!.Value, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        var noted = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (route, above) in RouteTree.Routes(root))
        {
            var line = above.Append(route).ToList();
            if (line.Select(RouteTree.OwnReceiver).LastOrDefault(name => name is not null) is not { } name
                || !silent.TryGetValue(name.Value, out var receiver) || !line.TrueForAll(MayTakeCritical) || IsPassedOn(route)
                || !noted.Add(name.Value))
            {
                continue;
            }

            problems.Note(
                receiver.Text("name")!.Position, receiver.Path,
                $"«{name.Value}» has no channel, and critical incidents can reach it by the route in line {route.Position.Line}: "
                + "nobody is told of them");
        }
    }

    private static bool HasChannel(CheckedMap receiver) =>
        receiver.Members.Any(member => member.Name.EndsWith("_configs", StringComparison.Ordinal)
            && member.Value is CheckedList { Items.IsEmpty: false });

    private static bool MayTakeCritical(CheckedMap route) => !RouteMatchers.AreUnclear(route) && RouteMatchers.Of(route)
        .All(each => each.Matcher.Label != "severity" || each.Matcher.Matches(Critical));

    // A child that takes whatever is critical leaves its parent nothing of it.
    private static bool IsPassedOn(CheckedMap route) => route.Maps("routes").Any(child =>
        MayTakeCritical(child) && RouteMatchers.Of(child).All(each => each.Matcher.Label == "severity"));
}
