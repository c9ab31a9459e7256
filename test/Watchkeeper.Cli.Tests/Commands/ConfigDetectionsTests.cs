using System.Text.Json.Nodes;
using Shouldly;
using Watchkeeper.Cli.Commands;
using Watchkeeper.Cli.Tests.Stores;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Cli.Tests.Commands;

/// <summary>Detections of one's own that a configuration file names: checked, in force and taken back together with it.</summary>
public sealed class ConfigDetectionsTests : IDisposable
{
    private const string Named = "detections:\n  files: [rules]\n";

    private readonly TemporaryFolder folder = new();

    private string Data => Path.Combine(folder.Path, "data");

    private string Yaml => Path.Combine(folder.Path, "watchkeeper.yaml");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task They_are_in_force_with_the_version_and_a_rollback_takes_them_back()
    {
        folder.File("none.yaml", "detections: {off: [root-use]}\n");
        (await RunAsync("--config", Path.Combine(folder.Path, "none.yaml"))).Output.ShouldNotContain("A tap was opened");
        Write(Named);

        (await AskAsync("config", "apply", Yaml)).Output
            .ShouldStartWith("applied; functions notice within a minute: version 2 (");
        (await RunAsync()).Output.ShouldContain("\"title\":\"A tap was opened\"");
        Mail().ShouldContain("Why it matters: Water runs.");
        (await AskAsync("detections", "applied")).Output.ShouldStartWith("version 2 of the configuration, 1 own, ");

        (await AskAsync("config", "rollback")).ExitCode.ShouldBe(0);
        (await AskAsync("detections", "applied")).Output.ShouldBe("the built-in detections alone\n");
        (await RunAsync()).Output.ShouldNotContain("A tap was opened");
    }

    [Fact]
    public async Task A_changed_detection_is_another_version_though_the_file_is_the_same()
    {
        Write(Named);
        (await RunAsync("--config", Yaml)).ExitCode.ShouldBe(0);
        var shown = (await AskAsync("config", "show")).Output;
        shown.ShouldContain("\n# detections.files: 1 files, list ");
        folder.File("shown.yaml", shown);
        (await AskAsync("config", "apply", Path.Combine(folder.Path, "shown.yaml"))).Output
            .ShouldStartWith("in force already: version 1 (");

        Write(Named, title: "A tap drips");
        (await AskAsync("config", "diff", Yaml)).Output.ShouldContain("\n+# detections.files: 1 files, list ");
        (await AskAsync("config", "apply", Yaml)).Output.ShouldStartWith("applied; ");

        (await RunAsync()).Output.ShouldContain("\"title\":\"A tap drips\"");
    }

    [Theory]
    [InlineData(Named, "1:1", "no JSON", "watchkeeper.yaml:2:11: error: detections.files[0]: ")]
    [InlineData(
        "detections:\n  files:\n  - rules\n  - none.json\n", "tap", null,
        "watchkeeper.yaml:4:5: error: detections.files[1]: ")]
    [InlineData(
        "detections:\n  files: ['rules/*.json']\n", "tap", null,
        "watchkeeper.yaml:2:11: error: detections.files[0]: is «rules/*.json»: patterns are not read; name the folder")]
    [InlineData("detections:\n  files: ['']\n", "tap", null, "watchkeeper.yaml:2:11: error: detections.files[0]: ")]
    [InlineData("detections:\n  files: [\"a\\0b\"]\n", "tap", null, "watchkeeper.yaml:2:11: error: detections.files[0]: ")]
    [InlineData("detections:\n  files: [[rules]]\n", "tap", null, "watchkeeper.yaml: not valid: 1 error")]
    [InlineData(
        "detections:\n  files: []\n", "tap", null,
        "watchkeeper.yaml:2:10: error: detections.files: is empty: it must be a list of files or folders")]
    [InlineData(
        "detections:\n  files: [rules]\n  off: [tap-opend]\n", "tap", null,
        "watchkeeper.yaml:3:9: error: detections.off[0]: is «tap-opend», and there is no such detection: "
        + "did you mean tap-opened?")]
    [InlineData(
        "detections:\n  files: [rules]\n  thresholds: {tap-opened: {count: 3}}\n", "tap", null,
        "error: detections.thresholds.tap-opened: «tap-opened» counts nothing")]
    public async Task What_is_wrong_is_told_at_its_line(string yaml, string title, string? rule, string expected)
    {
        Write(yaml, title: title);
        if (rule is not null)
            folder.File("rules/tap-opened.json", rule);

        var (code, output, error) = await CheckAsync();

        code.ShouldBe(ExitCode.NoOrFailed, error);
        output.ShouldContain(expected);
    }

    [Fact]
    public async Task A_test_that_fails_is_named_and_nothing_is_applied()
    {
        Write(Named);
        folder.File("rules/tap-opened.tests.json", OwnFiles.Tests("TurnTap"));
        await RunAsync();

        var (code, output, error) = await AskAsync("config", "apply", Yaml);

        (code, output).ShouldBe((ExitCode.NoOrFailed, ""));
        error.ShouldContain("error: detections.files[0]: FAIL");
        error.ShouldContain("error: detections.files[0]: a test failed or is missing");
        (await AskAsync("config", "history")).Output.ShouldBe("no file was ever applied\n");
    }

    [Fact]
    public async Task A_call_that_no_rule_of_the_template_passes_is_refused_unless_one_says_that_it_arrives()
    {
        Write(Named, call: "ListTaps");
        (await CheckAsync()).Output.ShouldContain(
            "2:11: refused by apply: detections.files[0]: tap-opened looks for ListTaps, which no rule of the template passes");
        await RunAsync();

        (await AskAsync("config", "apply", Yaml)).ExitCode.ShouldBe(ExitCode.NoOrFailed);
        var forced = await AskAsync("config", "apply", Yaml, "--force");

        forced.ExitCode.ShouldBe(ExitCode.Done);
        forced.Error.ShouldContain("warning: detections.files[0]: tap-opened looks for ListTaps");
    }

    [Fact]
    public async Task Two_lists_at_once_are_refused()
    {
        Write(Named);
        var rules = Path.Combine(folder.Path, "rules");
        (await RunAsync("--config", Yaml, "--rules", rules)).Error
            .ShouldBe("--rules and detections.files of --config are two lists: leave one out.\n");
        (await RunAsync("--config", Yaml)).ExitCode.ShouldBe(0);
        (await RunAsync("--rules", rules)).Error
            .ShouldStartWith("Version 1 of the configuration in this folder names detections.files, which take the place of --rules.");

        var (code, output, error) = await AskAsync("detections", "apply", rules);

        (code, output).ShouldBe((ExitCode.NoOrFailed, ""));
        error.ShouldContain("not applied: version 1 of the configuration names detections.files, which take their place");
    }

    private void Write(string yaml, string title = "A tap was opened", string call = "OpenTap")
    {
        folder.File("watchkeeper.yaml", yaml);
        folder.File("rules/tap-opened.tests.json", OwnFiles.Tests(call));
        folder.File(
            "rules/tap-opened.json",
            OwnFiles.Tap("tap-opened").Replace("OpenTap", call, StringComparison.Ordinal)
                .Replace("A tap was opened", title, StringComparison.Ordinal));
    }

    // One call on a trail of its own.
    private async Task<CliProcess.Outcome> RunAsync(params string[] more)
    {
        var json = JsonNode.Parse(File.ReadAllText(Repository.PathOf("events", "trail", "120-trail-stopped.json")))!;
        var id = Guid.NewGuid().ToString();
        json["id"] = id;
        json["detail"]!["eventID"] = id;
        json["detail"]!["eventName"] = "OpenTap";
        json["detail"]!["requestParameters"] = new JsonObject { ["name"] = $"tap-{Guid.NewGuid():N}" };
        var file = folder.File("event.json", json.ToJsonString());
        return await CliProcess.RunInAsync(
            Path.GetDirectoryName(Repository.PathOf("template.yaml"))!,
            ["run", "--once", "--events", file, "--data", Data, "--output", "json", .. more],
            TestContext.Current.CancellationToken);
    }

    private Task<CliProcess.Outcome> CheckAsync() =>
        CliProcess.RunInAsync(folder.Path, ["config", "check", "watchkeeper.yaml"], TestContext.Current.CancellationToken);

    private Task<CliProcess.Outcome> AskAsync(params string[] arguments) =>
        CliProcess.RunAsync("", TestContext.Current.CancellationToken, [.. arguments, "--data", Data]);

    private string Mail() => File.ReadAllText(
        Directory.GetFiles(Path.Combine(Data, "messages"), "*-mail-*.eml").Order(StringComparer.Ordinal).Last());
}
