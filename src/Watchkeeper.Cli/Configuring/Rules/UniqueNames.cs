using Watchkeeper.Cli.Configuring.Values;

namespace Watchkeeper.Cli.Configuring.Rules;

/// <summary>No two parts of one kind have the same name.</summary>
internal static class UniqueNames
{
    public static void Check(CheckedMap root, DateTimeOffset today, ProblemSink problems)
    {
        Check("receiver", root.Maps("receivers").Concat(root.Maps("oncall")), problems);
        Check("service", root.Maps("services"), problems);
        Check("time interval", root.Maps("time_intervals").Concat(root.Maps("mute_time_intervals")), problems);
        Check("escalation", root.Maps("escalations"), problems);
        Check("heartbeat", root.Maps("heartbeats"), problems);
    }

    private static void Check(string kind, IEnumerable<CheckedMap> parts, ProblemSink problems)
    {
        var first = new Dictionary<string, CheckedText>(StringComparer.Ordinal);
        foreach (var name in parts.Select(part => part.Text("name")).OfType<CheckedText>())
        {
            if (!first.TryAdd(name.Value, name))
            {
                problems.Error(
                    name.Position, name.Path,
                    $"is «{name.Value}», the name of another {kind} in line {first[name.Value].Position.Line}: names are unique");
            }
        }
    }
}
