using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Watchkeeper.Cli.Tests.Commands;

public sealed class RouteTestCommandTests : IDisposable
{
    private const string Tree =
        """
        route:
          receiver: all
          routes:
          - matchers: [severity="critical"]
            receiver: page
            continue: true
          - match_re: {service: orders|payment}
            receiver: shop
            routes:
            - matchers: ['owner=two words']
              receiver: two
        receivers: [{name: all}, {name: page}, {name: shop}, {name: two}]
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("watchkeeper-route-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("", "all", 0)]
    [InlineData("severity=critical", "page", 0)]
    [InlineData("severity=critical service=orders", "page,shop", 0)]
    [InlineData("service=orders severity=\"low\"", "shop", 0)]
    [InlineData("service=payment,owner=two_words", "all", 0)]
    public async Task The_receivers_are_printed_as_amtool_prints_them(string labels, string receivers, int exitCode)
    {
        string[] arguments =
            ["route", "test", "--config", File(Tree), .. labels.Split(' ', StringSplitOptions.RemoveEmptyEntries)];

        (await RunAsync("", arguments)).ShouldBe(new(exitCode, $"{receivers}\n", ""));
    }

    [Fact]
    public async Task Other_receivers_than_expected_are_a_no()
    {
        var file = File(Tree);

        (await RunAsync("", "route", "test", "--config", file, "--expect", "shop", "service=orders")).ExitCode.ShouldBe(0);
        (await RunAsync("", "route", "test", "--config", file, "--expect", "page", "service=orders"))
            .ShouldBe(new(1, "shop\n", "expected page, found shop\n"));
    }

    [Theory]
    [InlineData("service", "«service» is no label with a value, such as severity=critical")]
    [InlineData("service!=x", "«service!=x» must be one label, = and a value")]
    public async Task A_label_that_is_none_is_named(string label, string error)
    {
        var outcome = await RunAsync("", "route", "test", "--config", File(Tree), label);

        (outcome.ExitCode, outcome.Output).ShouldBe((2, ""));
        outcome.Error.ShouldStartWith(error);
    }

    [Fact]
    public async Task A_file_with_errors_is_no_tree_and_the_first_error_is_told()
    {
        var file = File("route: {receiver: all}\n");

        var outcome = await RunAsync("", "route", "test", "--config", file, "a=b");

        outcome.ShouldBe(new(
            2, "",
            $"{file}:1:19: error: route.receiver: is «all», and there is no such receiver: the file has no receivers; "
            + "«config check» shows all\n"));
    }

    [Fact]
    public async Task Matchers_that_never_match_do_not_keep_the_tree_from_answering()
    {
        var file = File(
            "route: {receiver: a, routes: [{receiver: b, matchers: [x=1, x=2]}]}\nreceivers: [{name: a}, {name: b}]\n");

        (await RunAsync("", "route", "test", "--config", file, "x=1")).ShouldBe(new(0, "a\n", ""));
    }

    [Fact]
    public async Task Each_line_of_a_batch_gets_one_line()
    {
        var file = File(Tree);
        var other = File("route: {receiver: x}\nreceivers: [{name: x}]\n", "other.yaml");
        var lines = string.Join('\n',
            $$$"""{"config":"{{{file}}}","labels":{"severity":"critical","service":"orders"}}""",
            $$$"""{"config":"{{{other}}}"}""",
            $$$"""{"config":"{{{file}}}","labels":{"owner":"two words","service":"payment"}}""",
            "not json",
            $$$"""{"config":"{{{file}}}","labels":{"a":1}}""",
            $$$"""{"config":"{{{folder.FullName}}}/missing.yaml","labels":{}}""",
            $$$"""{"config":"{{{file}}}","lables":{}}""");

        var outcome = await RunAsync(lines, "route", "test", "--batch");

        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldBe("4 of 7 lines were invalid\n");
        var answers = outcome.Output.Split('\n');
        answers[..3].ShouldBe(["page,shop", "x", "two"]);
        answers[3].ShouldBe(
            "invalid: line 4: a line is {\"config\":PATH,\"labels\":{…}}, and may have \"at\":TIME and \"firing\":[{…}]");
        answers[4].ShouldBe("invalid: line 5: the value of the label a must be a text");
        answers[5].ShouldStartWith("invalid: line 6: «");
        answers[6].ShouldStartWith("invalid: line 7: the key lables is not known");
    }

    [Theory]
    [InlineData("severity=warning", "2026-11-30T12:00:00Z", "", "page")]
    [InlineData("severity=warning", "2026-11-28T12:00:00Z", "", "muted: weekend")]
    [InlineData("severity=warning", "", "", "page")]
    [InlineData("severity=info", "2026-11-30T03:00:00+01:00", "", "muted: office")]
    [InlineData("severity=info", "2026-11-30T10:00:00+01:00", "", "mail")]
    // One of two routes is quiet.
    [InlineData("severity=warning both=1", "2026-11-28T12:00:00Z", "", "all")]
    [InlineData("severity=info db=1", "", "severity=critical db=1", "inhibited")]
    [InlineData("severity=info db=1", "", "severity=critical db=2", "mail")]
    [InlineData("severity=critical db=1", "", "severity=critical db=1", "all")]
    // Inhibition is asked first.
    [InlineData("severity=warning", "2026-11-28T12:00:00Z", "severity=critical", "inhibited")]
    public async Task A_line_may_ask_for_a_time_and_for_what_else_fires(string labels, string at, string firing, string answer)
    {
        var file = File(
            """
            route:
              receiver: all
              routes:
              - {matchers: [severity="warning"], receiver: page, mute_time_intervals: [weekend], continue: true}
              - {matchers: [severity="info"], receiver: mail, active_time_intervals: [office]}
              - {matchers: [both="1"], receiver: all}
            receivers: [{name: all}, {name: page}, {name: mail}]
            time_intervals:
            - {name: weekend, time_intervals: [{weekdays: [saturday, sunday]}]}
            - name: office
              time_intervals: [{times: [{start_time: "09:00", end_time: "17:00"}], location: Europe/Berlin}]
            inhibit_rules:
            - {source_matchers: [severity="critical"], target_matchers: [severity=~"warning|info"], equal: [db]}
            """);
        var line = new JsonObject { ["config"] = file, ["labels"] = Labels(labels) };
        if (at.Length > 0)
            line["at"] = at;
        if (firing.Length > 0)
            line["firing"] = new JsonArray(Labels(firing));

        (await RunAsync(line.ToJsonString(), "route", "test", "--batch")).ShouldBe(new(0, $"{answer}\n", ""));

        static JsonObject Labels(string text) => new(
            text.Split(' ').Select(pair => KeyValuePair.Create(pair.Split('=')[0], (JsonNode?)pair.Split('=')[1])));
    }

    [Theory]
    [InlineData("\"at\":1", "at is 1: it must be a time such as")]
    [InlineData("\"at\":\"soon\"", "at is \"soon\": it must be a time such as")]
    [InlineData("\"firing\":{}", "firing must be a list of labels")]
    [InlineData("\"firing\":[1]", "each of firing must be an object")]
    public async Task A_time_or_firing_incidents_of_another_form_are_told(string member, string error)
    {
        var line = $$"""{"config":"{{File(Tree)}}","labels":{},{{member}}}""";

        (await RunAsync(line, "route", "test", "--batch")).Output.ShouldStartWith($"invalid: line 1: {error}");
    }

    [Fact]
    public async Task What_keeps_quiet_is_a_member_of_json()
    {
        var file = File(
            """
            route: {receiver: a, routes: [{receiver: a, matchers: [x="1"], mute_time_intervals: [always]}]}
            receivers: [{name: a}]
            time_intervals: [{name: always, time_intervals: [{}]}]
            inhibit_rules: [{source_matchers: [y="1"], target_matchers: [x="1"]}]
            """);
        var lines = string.Join('\n',
            $$$"""{"config":"{{{file}}}","labels":{"x":"1"},"at":"2026-11-30T12:00:00Z"}""",
            $$$"""{"config":"{{{file}}}","labels":{"x":"1"},"firing":[{"y":"1"}]}""",
            $$$"""{"config":"{{{file}}}","labels":{"x":"2"},"at":"2026-11-30T12:00:00Z"}""");

        (await RunAsync(lines, "route", "test", "--batch", "--output", "json")).Output.ShouldBe(
            """
            {"receivers":[],"muted":["always"]}
            {"receivers":[],"inhibited":true}
            {"receivers":["a"]}

            """);
    }

    [Fact]
    public async Task Without_a_route_the_default_routes_answer()
    {
        var lines = $$$"""{"config":"{{{File("locale: en\n")}}}","labels":{"severity":"low"}}""" + "\n"
            + $$$"""{"config":"{{{File("locale: en\n")}}}","labels":{"severity":"high"}}""" + "\n";

        (await RunAsync(lines, "route", "test", "--batch")).ShouldBe(new(0, "\ndefault\n", ""));
    }

    [Fact]
    public async Task The_tree_is_drawn_with_the_way_through_it()
    {
        var outcome = await RunAsync("", "route", "show", "--config", File(Tree), "service=orders");

        outcome.Output.ShouldBe(
            """
            ✓ everything → all
            ✗ ├─ severity="critical" → page, and goes on
            ► └─ service=~"orders|payment" → shop
            ✗    └─ owner="two words" → two

            """);
    }

    private string File(string content, string name = "watchkeeper.yaml")
    {
        var path = Path.Combine(folder.FullName, name);
        System.IO.File.WriteAllText(path, content);
        return path;
    }

    private static Task<CliProcess.Outcome> RunAsync(string input, params string[] arguments) =>
        CliProcess.RunAsync(input, Cancel, arguments);
}
