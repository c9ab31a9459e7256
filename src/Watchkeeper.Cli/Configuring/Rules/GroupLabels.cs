using Watchkeeper.Cli.Configuring.Values;

namespace Watchkeeper.Cli.Configuring.Rules;

/// <summary>Labels to group by: each once, and <c>...</c> alone.</summary>
internal static class GroupLabels
{
    private const string All = "...";

    public static void Check(CheckedMap root, DateTimeOffset today, ProblemSink problems)
    {
        foreach (var (route, _) in RouteTree.Routes(root))
        {
            var labels = route.Texts("group_by").ToList();
            if (labels.Count > 1 && labels.Find(label => label.Value == All) is { } all)
                problems.Error(all.Position, all.Path, "... groups by all labels: write it alone");
            foreach (var twice in labels.GroupBy(label => label.Value, StringComparer.Ordinal).SelectMany(group => group.Skip(1)))
                problems.Error(twice.Position, twice.Path, $"is «{twice.Value}» a second time");
        }
    }
}
