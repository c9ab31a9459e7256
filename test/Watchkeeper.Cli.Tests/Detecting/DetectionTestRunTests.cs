using System.Text;
using System.Text.Json;
using Shouldly;
using Watchkeeper.Cli.Detecting;
using Xunit;

namespace Watchkeeper.Cli.Tests.Detecting;

public sealed class DetectionTestRunTests : IDisposable
{
    private const string Rule =
        """
        {
          "id": "tap-opened", "title": "A tap was opened", "severity": "high", "description": "Water runs.",
          "runbook": "https://example.com/taps", "pattern": {"detail": {"eventName": ["OpenTap"]}}
        }
        """;

    private const string Wrong =
        """
        {
          "base": {"detail": {"eventName": "OpenTap"}},
          "positive": [{"name": "a tap", "event": {}}, {"name": "a warm one", "event": {"detail": {"warm": true}}}],
          "negative": [{"name": "a door", "event": {"detail": {"eventName": "OpenDoor"}}}, {"name": "another tap", "event": {}}]
        }
        """;

    private readonly StringWriter output = new();

    public void Dispose() => output.Dispose();

    [Fact]
    public async Task Every_built_in_detection_passes()
    {
        var run = new DetectionTestRun(output, asJson: false);

        foreach (var file in DetectionFiles.BuiltIn())
            await run.TestAsync(file);

        (await run.EndAsync()).ShouldBeTrue();
        output.ToString().ShouldContain("ok    root-use: ");
        output.ToString().TrimEnd().ShouldEndWith(": all pass");
    }

    [Fact]
    public async Task A_failed_test_is_reported_with_the_expected_result()
    {
        var run = new DetectionTestRun(output, asJson: false);

        await run.TestAsync(FileOf("tap.json", Rule, Wrong));

        (await run.EndAsync()).ShouldBeFalse();
        output.ToString().ShouldBe(
            """
            FAIL  tap-opened: another tap: it matches, and should not
            1 detections, 4 cases: 1 failed

            """);
    }

    [Fact]
    public async Task Each_case_is_one_line_of_JSON()
    {
        var run = new DetectionTestRun(output, asJson: true);

        await run.TestAsync(FileOf("tap.json", Rule, Wrong));
        await run.TestAsync(FileOf("broken.json", "{}", Wrong));

        (await run.EndAsync()).ShouldBeFalse();
        var lines = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonElement.Parse(line)).ToList();
        lines.Take(4).Select(line => (line.GetProperty("case").GetString(), line.GetProperty("passed").GetBoolean()))
            .ShouldBe([("a tap", true), ("a warm one", true), ("a door", true), ("another tap", false)]);
        lines.Count.ShouldBeGreaterThan(4);
        lines.Skip(4).ShouldAllBe(line =>
            line.GetProperty("file").GetString() == "broken.json" && line.GetProperty("path").GetString()!.StartsWith("$."));
    }

    [Fact]
    public async Task A_detection_without_tests_and_a_second_one_of_its_id_fail()
    {
        var run = new DetectionTestRun(output, asJson: false);

        await run.TestAsync(FileOf("rules/tap.json", Rule, tests: null));
        await run.TestAsync(FileOf("rules/tap-2.json", Rule, Wrong.Replace("\"event\": {}}]", "\"event\": 7}]", StringComparison.Ordinal)));

        (await run.EndAsync()).ShouldBeFalse();
        output.ToString().ShouldBe(
            """
            FAIL  rules/tap.json: has no tests: expected rules/tap.tests.json beside it
            FAIL  rules/tap-2.json at $.id: is the id of rules/tap.json too: ids are unique
            FAIL  rules/tap-2.tests.json at $.negative[1].event: expected an event with a «detail»
            0 detections, 0 cases: 3 failed

            """);
    }

    private static DetectionFile FileOf(string name, string rule, string? tests) =>
        new(name, Encoding.UTF8.GetBytes(rule), tests is null ? (ReadOnlyMemory<byte>?)null : Encoding.UTF8.GetBytes(tests));
}
