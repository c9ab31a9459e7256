using System.Text.Json.Nodes;
using MimeKit;
using Shouldly;
using Watchkeeper.Cli.Commands;
using Watchkeeper.Cli.Tests.Stores;
using Watchkeeper.Testing;
using Xunit;
using Repository = Watchkeeper.Testing.Repository;

namespace Watchkeeper.Cli.Tests.Commands;

/// <summary>The local run with detections of one's own, as a shell starts it.</summary>
public sealed class RunRulesTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Data => Path.Combine(folder.Path, "data");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_run_shows_the_message_that_an_own_detection_would_cause()
    {
        Write("tap-opened", "OpenTap");

        var (code, output, error) = await RunAsync("OpenTap");

        error.ShouldBeEmpty();
        code.ShouldBe(ExitCode.Done);
        output.ShouldContain("\"title\":\"A tap was opened\"");
        Mail().ShouldContain("\nWhy it matters: Water runs.\nWhat to do: Close it.\n");
    }

    [Fact]
    public async Task One_in_the_place_of_a_built_in_one_has_its_own_texts_in_a_run()
    {
        Write("trail-stopped", "StopLogging");

        (await RunAsync("StopLogging")).ExitCode.ShouldBe(ExitCode.Done);

        Mail().ShouldContain("\nWhy it matters: Water runs.\n");
    }

    [Fact]
    public async Task A_read_only_call_that_no_rule_passes_is_noted_and_the_run_goes_on()
    {
        Write("taps-listed", "ListTaps");

        var (code, _, error) = await RunAsync("OpenTap");

        code.ShouldBe(ExitCode.Done);
        error.ShouldContain("taps-listed looks for ListTaps, which no rule of the template passes");
    }

    [Theory]
    [InlineData(ExitCode.BadUsage, """{"id": "tap-opened"}""", "tap-opened.json at $.title: expected a text")]
    [InlineData(ExitCode.BadUsage, "no JSON", "tap-opened.json at $: is not valid JSON")]
    [InlineData(ExitCode.NoOrFailed, null, "tap-opened.json: has no tests")]
    public async Task A_file_that_cannot_be_used_is_named_and_nothing_runs(int expected, string? rule, string reason)
    {
        Write("tap-opened", "OpenTap");
        File.Delete(Path.Combine(folder.Path, "rules", "tap-opened.tests.json"));
        if (rule is not null)
            folder.File("rules/tap-opened.json", rule);

        var (code, output, error) = await RunAsync("OpenTap");

        code.ShouldBe(expected, error);
        output.ShouldBeEmpty();
        error.ShouldContain(reason);
        Directory.Exists(Data).ShouldBeFalse();
    }

    private async Task<CliProcess.Outcome> RunAsync(string call)
    {
        var json = JsonNode.Parse(File.ReadAllText(Repository.PathOf("events", "trail", "120-trail-stopped.json")))!;
        json["detail"]!["eventName"] = call;
        var file = folder.File("event.json", json.ToJsonString());
        return await CliProcess.RunInAsync(
            Path.GetDirectoryName(Repository.PathOf("template.yaml"))!,
            [
                "run", "--once", "--events", file, "--rules", Path.Combine(folder.Path, "rules"), "--data", Data, "--output", "json",
            ],
            TestContext.Current.CancellationToken);
    }

    private string Mail()
    {
        var file = Directory.GetFiles(Path.Combine(Data, "messages"), "*-mail-*.eml").ShouldHaveSingleItem();
        return MimeMessage.Load(file).TextBody!.ReplaceLineEndings("\n");
    }

    private void Write(string id, string call)
    {
        folder.File($"rules/{id}.json", OwnFiles.Tap(id).Replace("OpenTap", call, StringComparison.Ordinal));
        folder.File($"rules/{id}.tests.json", OwnFiles.Tests(call));
    }
}
