using System.Text.Json.Nodes;
using Shouldly;
using Watchkeeper.Cli.Routes;
using Watchkeeper.Cli.Tests.Commands;
using Watchkeeper.Grouping;
using Watchkeeper.Routing;
using Watchkeeper.Signals;
using Xunit;

namespace Watchkeeper.Cli.Tests.Routes;

/// <summary>
/// Alertmanager's own documented examples of routes, intervals and inhibition, asked of the command line: each row has its source
/// and what Alertmanager says of it. Sources are files of github.com/prometheus/alertmanager, and sections of them.
/// </summary>
public sealed class AlertmanagerExamplesTests : IDisposable
{
    // docs/configuration.md, «<route>», Example; what its two intervals hold is ours.
    private const string Guide =
        """
        route:
          receiver: default-receiver
          group_wait: 30s
          group_interval: 5m
          repeat_interval: 4h
          group_by: [cluster, alertname]
          routes:
          - {receiver: database-pager, group_wait: 10s, matchers: ['service=~"mysql|cassandra"']}
          - {receiver: frontend-pager, group_by: [product, environment], matchers: ['team="frontend"']}
          - {receiver: dev-pager, matchers: ['service="inhouse-service"'], mute_time_intervals: [offhours, holidays], continue: true}
          - {receiver: on-call-pager, matchers: ['service="inhouse-service"'], active_time_intervals: [offhours, holidays]}
        receivers: [{name: default-receiver}, {name: database-pager}, {name: frontend-pager}, {name: dev-pager}, {name: on-call-pager}]
        time_intervals:
        - name: offhours
          time_intervals:
          - {weekdays: ['monday:friday'], times: [{start_time: '00:00', end_time: '09:00'}, {start_time: '17:00', end_time: '24:00'}]}
          - {weekdays: [saturday, sunday]}
        - {name: holidays, time_intervals: [{months: [december], days_of_month: ['25:26']}]}
        """;

    // doc/examples/simple.yml, its routes and its rule.
    private const string Simple =
        """
        route:
          receiver: team-X-mails
          group_by: [alertname, cluster]
          routes:
          - match_re: {service: ^(foo1|foo2|baz)$}
            receiver: team-X-mails
            routes: [{match: {severity: critical}, receiver: team-X-pager}]
          - match: {service: files}
            receiver: team-Y-mails
            routes: [{match: {severity: critical}, receiver: team-Y-pager}]
          - match: {service: database}
            receiver: team-DB-pager
            group_by: [alertname, cluster, database]
            routes: [{match: {owner: team-X}, receiver: team-X-pager}, {match: {owner: team-Y}, receiver: team-Y-pager}]
        inhibit_rules: [{source_match: {severity: critical}, target_match: {severity: warning}, equal: [alertname, cluster, service]}]
        receivers: [{name: team-X-mails}, {name: team-X-pager}, {name: team-Y-mails}, {name: team-Y-pager}, {name: team-DB-pager}]
        """;

    private static readonly (string Source, string Config, string Labels, string At, string Firing, string Answer)[] Rows =
    [
        ("docs/configuration.md, route: a regular expression is anchored", Guide, "service=mysql", "", "", "database-pager"),
        ("docs/configuration.md, route", Guide, "service=cassandra", "", "", "database-pager"),
        ("docs/configuration.md, route: a regular expression is anchored", Guide, "service=mysqlx", "", "", "default-receiver"),
        ("docs/configuration.md, route", Guide, "team=frontend", "", "", "frontend-pager"),
        ("docs/configuration.md, route: the first match ends the search", Guide, "team=frontend service=mysql", "", "", "database-pager"),
        ("docs/configuration.md, route: what no child takes stays", Guide, "service=other", "", "", "default-receiver"),
        ("docs/configuration.md, route: muted by intervals", Guide, "service=inhouse-service", "2026-11-30T12:00:00Z", "", "dev-pager"),
        ("docs/configuration.md, route: active in intervals", Guide, "service=inhouse-service", "2026-11-30T08:59:59Z", "", "on-call-pager"),
        ("docs/configuration.md, route: the end is excluded", Guide, "service=inhouse-service", "2026-11-30T09:00:00Z", "", "dev-pager"),
        ("docs/configuration.md, route: 24:00 is midnight", Guide, "service=inhouse-service", "2026-11-30T23:59:59Z", "", "on-call-pager"),
        ("docs/configuration.md, route: any of the intervals", Guide, "service=inhouse-service", "2026-12-25T12:00:00Z", "", "on-call-pager"),
        ("docs/configuration.md, route: no interval, no matter", Guide, "service=mysql", "2026-12-25T12:00:00Z", "", "database-pager"),
        ("doc/examples/simple.yml", Simple, "service=foo1", "", "", "team-X-mails"),
        ("doc/examples/simple.yml", Simple, "service=foo2 severity=critical", "", "", "team-X-pager"),
        ("doc/examples/simple.yml", Simple, "service=files severity=warning", "", "", "team-Y-mails"),
        ("doc/examples/simple.yml", Simple, "service=files severity=critical", "", "", "team-Y-pager"),
        ("doc/examples/simple.yml", Simple, "service=database severity=critical", "", "", "team-DB-pager"),
        ("doc/examples/simple.yml", Simple, "service=database owner=team-X", "", "", "team-X-pager"),
        ("doc/examples/simple.yml", Simple, "service=database owner=team-Y", "", "", "team-Y-pager"),
        ("doc/examples/simple.yml", Simple, "service=foo12 severity=critical", "", "", "team-X-mails"),
        ("doc/examples/simple.yml: the same alert is critical", Simple, "alertname=a cluster=main service=files severity=warning", "",
            "alertname=a cluster=main service=files severity=critical", "inhibited"),
        ("doc/examples/simple.yml: of another cluster", Simple, "alertname=a cluster=main service=files severity=warning", "",
            "alertname=a cluster=other service=files severity=critical", "team-Y-mails"),
        ("docs/configuration.md, inhibit_rule: a label that both lack is equal", Simple, "alertname=a service=files severity=warning", "",
            "alertname=a service=files severity=critical", "inhibited"),
        ("docs/configuration.md, inhibit_rule: an empty label is none", Simple, "alertname=a cluster= service=files severity=warning", "",
            "alertname=a service=files severity=critical", "inhibited"),
        ("docs/configuration.md, inhibit_rule: the source itself", Simple, "alertname=a service=files severity=critical", "",
            "alertname=a service=files severity=critical", "team-Y-pager"),
        ("doc/examples/test-inhibition.yml: inhibits", Simple, "alertname=alert severity=warning cluster=main service=prometheus", "",
            "alertname=alert severity=critical cluster=main service=prometheus", "inhibited"),
        ("doc/examples/test-inhibition.yml: alerts", Simple, "alertname=alert severity=panic cluster=main service=prometheus", "",
            "alertname=alert severity=critical cluster=main service=prometheus", "team-X-mails"),
        ("docs/configuration.md, inhibit_rule: both sides", Both, "severity=critical", "", "severity=critical x=1", "a"),
        ("docs/configuration.md, inhibit_rule: both sides", Both, "severity=warning", "", "severity=critical", "inhibited"),
        ("docs/configuration.md, time_interval: times", In("times: [{start_time: '17:00', end_time: '24:00'}]"), "x=1", "2026-11-30T17:00:00Z", "", "muted: n"),
        ("docs/configuration.md, time_interval: times", In("times: [{start_time: '17:00', end_time: '24:00'}]"), "x=1", "2026-11-30T16:59:59Z", "", "a"),
        ("docs/configuration.md, time_interval: weekdays", In("weekdays: ['monday:wednesday', saturday, sunday]"), "x=1", "2026-12-02T00:00:00Z", "", "muted: n"),
        ("docs/configuration.md, time_interval: weekdays", In("weekdays: ['monday:wednesday', saturday, sunday]"), "x=1", "2026-12-03T00:00:00Z", "", "a"),
        ("docs/configuration.md, time_interval: days_of_month", In("days_of_month: ['1:5', '-3:-1']"), "x=1", "2026-11-28T00:00:00Z", "", "muted: n"),
        ("docs/configuration.md, time_interval: days_of_month", In("days_of_month: ['1:5', '-3:-1']"), "x=1", "2026-11-27T23:59:59Z", "", "a"),
        ("docs/configuration.md, time_interval: days_of_month, clamped", In("days_of_month: ['1:31']"), "x=1", "2027-02-28T12:00:00Z", "", "muted: n"),
        ("docs/configuration.md, time_interval: months", In("months: ['1:3', 'may:august', 'december']"), "x=1", "2026-08-31T23:59:59Z", "", "muted: n"),
        ("docs/configuration.md, time_interval: months", In("months: ['1:3', 'may:august', 'december']"), "x=1", "2026-09-01T00:00:00Z", "", "a"),
        ("docs/configuration.md, time_interval: years", In("years: ['2020:2022', '2030']"), "x=1", "2022-12-31T23:59:59Z", "", "muted: n"),
        ("docs/configuration.md, time_interval: years", In("years: ['2020:2022', '2030']"), "x=1", "2029-12-31T23:59:59Z", "", "a"),
        ("docs/configuration.md, time_interval: location", In("times: [{start_time: '09:00', end_time: '17:00'}], location: Australia/Sydney"), "x=1",
            "2026-11-30T22:00:00Z", "", "muted: n"),
        ("docs/configuration.md, time_interval: location", In("times: [{start_time: '09:00', end_time: '17:00'}], location: Australia/Sydney"), "x=1",
            "2026-11-30T12:00:00Z", "", "a"),
    ];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("watchkeeper-examples-");

    private static string Both =>
        """
        route: {receiver: a}
        receivers: [{name: a}]
        inhibit_rules: [{source_matchers: [severity="critical"], target_matchers: [severity=~"critical|warning"]}]
        """;

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Each_example_behaves_as_documented()
    {
        var lines = Rows.Select(row =>
        {
            var line = new JsonObject { ["config"] = FileOf(row.Config), ["labels"] = Labels(row.Labels) };
            if (row.At.Length > 0)
                line["at"] = row.At;
            if (row.Firing.Length > 0)
                line["firing"] = new JsonArray(Labels(row.Firing));
            return line.ToJsonString();
        });

        var outcome = await CliProcess.RunAsync(
            string.Join('\n', lines), TestContext.Current.CancellationToken, "route", "test", "--batch");

        outcome.Error.ShouldBeEmpty();
        outcome.Output.TrimEnd().Split('\n').Zip(Rows, (answer, row) => $"{row.Source}: {row.Labels} {row.At}: {answer}")
            .ShouldBe(Rows.Select(row => $"{row.Source}: {row.Labels} {row.At}: {row.Answer}"));
    }

    [Theory]
    // docs/configuration.md, «<route>», Example: children inherit what they do not say.
    [InlineData("service=mysql cluster=c1 alertname=a1", "alertname=\"a1\", cluster=\"c1\"", 10, 300, 4)]
    [InlineData("team=frontend product=p environment=e cluster=c1", "environment=\"e\", product=\"p\"", 30, 300, 4)]
    [InlineData("service=other cluster=c1", "cluster=\"c1\"", 30, 300, 4)]
    public void Groups_are_those_of_the_documented_tree(string labels, string group, int wait, int interval, int repeat)
    {
        var set = Labels(labels).Aggregate(LabelSet.Empty, (all, label) => all.With(label.Key, label.Value!.GetValue<string>()));
        var (route, _) = RoutedFile.Read(FileOf(Guide), DateTimeOffset.UnixEpoch).Takers(set).ShouldHaveSingleItem();

        MessageGroup.Of(route, set, new Channel(ChannelKind.Mail, "a@shop.example")).ShouldNotBeNull().Name.ShouldBe(group);
        (route.Grouping!.Wait, route.Grouping.Interval, route.RepeatInterval).ShouldBe(
            (TimeSpan.FromSeconds(wait), TimeSpan.FromSeconds(interval), TimeSpan.FromHours(repeat)));
    }

    private static string In(string interval) =>
        $$"""
        route: {receiver: a, routes: [{receiver: a, matchers: [x="1"], mute_time_intervals: [n]}]}
        receivers: [{name: a}]
        time_intervals: [{name: n, time_intervals: [{ {{interval}} }]}]
        """;

    private string FileOf(string content)
    {
        var path = Path.Combine(folder.FullName, $"{Array.FindIndex(Rows, row => row.Config == content)}.yaml");
        File.WriteAllText(path, content);
        return path;
    }

    private static JsonObject Labels(string text) => new(
        text.Split(' ').Select(pair => KeyValuePair.Create(pair.Split('=')[0], (JsonNode?)pair.Split('=')[1])));
}
