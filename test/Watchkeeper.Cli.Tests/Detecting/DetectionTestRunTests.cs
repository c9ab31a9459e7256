using System.Text;
using System.Text.Json;
using Shouldly;
using Watchkeeper.Cli.Detecting;
using Watchkeeper.Detections;
using Xunit;

namespace Watchkeeper.Cli.Tests.Detecting;

public sealed class DetectionTestRunTests : IDisposable
{
    private const string Wrong =
        """
        {
          "id": "tap-opened", "title": "A tap was opened", "severity": "high", "description": "Water runs.",
          "runbook": "https://example.com/taps", "pattern": {"detail": {"eventName": ["OpenTap"]}},
          "tests": {
            "positive": [{"name": "a tap", "event": {"detail": {"eventName": "OpenTap"}}}],
            "negative": [{"name": "another tap", "event": {"detail": {"eventName": "OpenTap"}}}]
          }
        }
        """;

    private readonly StringWriter output = new();

    public void Dispose() => output.Dispose();

    [Fact]
    public async Task Every_built_in_detection_passes()
    {
        var run = new DetectionTestRun(output, asJson: false);

        foreach (var id in DetectionCatalogue.Ids)
            await run.TestAsync(id, DetectionCatalogue.FileOf(id));

        (await run.EndAsync()).ShouldBeTrue();
        output.ToString().ShouldContain("ok    root-use: 16 cases");
        output.ToString().TrimEnd().ShouldEndWith(": all pass");
    }

    [Fact]
    public async Task A_failed_test_is_reported_with_the_expected_result()
    {
        var run = new DetectionTestRun(output, asJson: false);

        await run.TestAsync("tap.json", Encoding.UTF8.GetBytes(Wrong));

        (await run.EndAsync()).ShouldBeFalse();
        output.ToString().ShouldBe(
            """
            FAIL  tap-opened: another tap: it matches, and should not
            1 detections, 2 cases: 1 failed

            """);
    }

    [Fact]
    public async Task Each_case_is_one_line_of_JSON()
    {
        var run = new DetectionTestRun(output, asJson: true);

        await run.TestAsync("tap.json", Encoding.UTF8.GetBytes(Wrong));
        await run.TestAsync("broken.json", "{}"u8.ToArray());

        (await run.EndAsync()).ShouldBeFalse();
        var lines = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonElement.Parse(line)).ToList();
        lines.Take(2).Select(line => (line.GetProperty("case").GetString(), line.GetProperty("passed").GetBoolean()))
            .ShouldBe([("a tap", true), ("another tap", false)]);
        lines.Count.ShouldBeGreaterThan(2);
        lines.Skip(2).ShouldAllBe(line =>
            line.GetProperty("file").GetString() == "broken.json" && line.GetProperty("path").GetString()!.StartsWith("$."));
    }
}
