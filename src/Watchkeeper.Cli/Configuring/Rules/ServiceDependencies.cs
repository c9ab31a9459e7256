using Watchkeeper.Cli.Configuring.Values;
using Watchkeeper.Cli.Usage;

namespace Watchkeeper.Cli.Configuring.Rules;

/// <summary>Services depend on services that exist, and none on itself, by way of others either.</summary>
internal static class ServiceDependencies
{
    public static void Check(CheckedMap root, DateTimeOffset today, ProblemSink problems)
    {
        var services = root.Maps("services").Where(service => service.Text("name") is not null)
            .GroupBy(service => service.Text("name")!.Value, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        foreach (var name in services.Values.SelectMany(service => service.Texts("depends_on")))
        {
            if (!services.ContainsKey(name.Value))
            {
                problems.Error(
                    name.Position, name.Path, Unknown(name, services));
            }
        }

        foreach (var heartbeat in root.Maps("heartbeats"))
        {
            if (heartbeat.Text("service") is { } of && !services.ContainsKey(of.Value))
                problems.Error(of.Position, of.Path, Unknown(of, services));
        }

        var reported = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in services.Keys)
        {
            if (!reported.Contains(name) && Circle(services, name) is { } circle)
            {
                reported.UnionWith(circle);
                var service = services[name];
                problems.Error(
                    service.At("depends_on"), $"{service.Path}.depends_on",
                    $"depends on itself: {string.Join(" → ", circle.Append(name))}");
            }
        }
    }

    private static string Unknown(CheckedText name, Dictionary<string, CheckedMap> services) =>
        $"is «{name.Value}», and there is no such service{Nearest.Question(name.Value, services.Keys)}";

    // The shortest way from a service back to itself; null if there is none.
    private static List<string>? Circle(Dictionary<string, CheckedMap> services, string start)
    {
        var before = new Dictionary<string, string>(StringComparer.Ordinal);
        var next = new Queue<string>([start]);
        while (next.TryDequeue(out var name))
        {
            foreach (var on in services[name].Texts("depends_on").Select(text => text.Value).Where(services.ContainsKey))
            {
                if (on == start)
                    return Way(before, start, name);
                if (before.TryAdd(on, name))
                    next.Enqueue(on);
            }
        }

        return null;
    }

    private static List<string> Way(Dictionary<string, string> before, string start, string end)
    {
        var way = new List<string> { end };
        while (way[^1] != start)
            way.Add(before[way[^1]]);
        way.Reverse();
        return way;
    }
}
