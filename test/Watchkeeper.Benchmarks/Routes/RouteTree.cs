using System.Text;
using System.Text.Json.Nodes;
using Watchkeeper.Routing;

namespace Watchkeeper.Benchmarks.Routes;

/// <summary>A tree with so many routes below its root, a service and a team each, and labels that meet them.</summary>
internal sealed class RouteTree(int routes)
{
    private const int Teams = 50;

    /// <summary>Number of routes.</summary>
    public int Routes => routes;

    /// <summary>The tree as the product has it.</summary>
    public Route Root { get; } = new()
    {
        Receiver = "all",
        Routes =
        [
            .. Enumerable.Range(0, routes).Select(number => new Route
            {
                Receiver = Receiver(number),
                Matchers = [new Matcher("service", MatchOperator.Equal, Service(number))],
            }),
        ],
    };

    /// <summary>The same tree as Alertmanager's configuration: one group a receiver, and nothing is sent.</summary>
    public string ToYaml()
    {
        var yaml = new StringBuilder("route:\n  receiver: all\n  group_by: [source]\n  group_wait: 1h\n  group_interval: 1h\n  routes:\n");
        for (var number = 0; number < routes; number++)
            yaml.AppendJoin("", "  - {receiver: ", Receiver(number), ", matchers: ['service=\"", Service(number), "\"']}\n");
        yaml.Append("receivers:\n- name: all\n");
        for (var number = 0; number < Math.Min(routes, Teams); number++)
            yaml.AppendJoin("", "- name: ", Receiver(number), "\n");
        return yaml.ToString();
    }

    /// <summary>The labels of so many incidents; each is about one of the services.</summary>
    public IReadOnlyList<KeyValuePair<string, string>[]> Labels(int count) =>
    [
        .. Enumerable.Range(0, count).Select(number => new KeyValuePair<string, string>[]
        {
            new("account", "123456789012"), new("kind", "cpu"), new("name", $"alarm-{number}"), new("region", "eu-central-1"),
            new("resource", $"i-{number:x17}"), new("severity", number % 3 == 0 ? "critical" : "high"),
            new("service", Service(number * 7919 % routes)), new("source", "alarm"),
        }),
    ];

    /// <summary>Labels as a batch of alerts.</summary>
    public static string ToAlerts(IEnumerable<KeyValuePair<string, string>[]> labels) => new JsonArray(
        [.. labels.Select(each => new JsonObject
        {
            ["labels"] = new JsonObject(each.Select(label => KeyValuePair.Create<string, JsonNode?>(label.Key, label.Value))),
        })]).ToJsonString();

    private static string Service(int number) => $"service-{number}";

    private static string Receiver(int number) => $"team-{number % Teams}";
}
