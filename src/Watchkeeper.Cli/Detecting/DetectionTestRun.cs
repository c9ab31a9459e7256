using System.Text.Json.Nodes;
using Watchkeeper.Detections;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Detecting;

/// <summary>Runs the tests of detections and reports the results.</summary>
internal sealed class DetectionTestRun(TextWriter output, bool asJson)
{
    private int detections;
    private int cases;
    private int failures;

    /// <summary>Parses a detection and runs its tests.</summary>
    public async Task TestAsync(string file, ReadOnlyMemory<byte> json)
    {
        var parsed = DetectionParser.Parse(json.Span);
        foreach (var error in parsed.Errors)
            await RefuseAsync(file, error);
        if (parsed.Detection is not { } detection)
            return;
        detections++;
        var failed = 0;
        foreach (var one in detection.Cases)
        {
            cases++;
            var error = one.Run(detection);
            if (error is not null)
                failed++;
            await ReportAsync(file, detection, one, error);
        }

        failures += failed;
        if (!asJson && failed == 0)
            await output.WriteLineAsync($"ok    {detection.Id}: {detection.Cases.Length} cases");
    }

    /// <summary>Reports a file without a valid detection.</summary>
    public async Task RefuseAsync(string file, Rejection rejection)
    {
        failures++;
        var (path, reason) = rejection;
        await output.WriteLineAsync(asJson
            ? new JsonObject { ["file"] = file, ["passed"] = false, ["path"] = path, ["reason"] = reason }.ToJsonString()
            : $"FAIL  {InertText.Line($"{file}{(path.Length > 0 ? $" at {path}" : "")}: {reason}")}");
    }

    /// <summary>Prints the totals; returns whether every test passed.</summary>
    public async Task<bool> EndAsync()
    {
        if (!asJson)
        {
            var outcome = failures == 0 ? "all pass" : $"{failures} failed";
            await output.WriteLineAsync($"{detections} detections, {cases} cases: {outcome}");
        }

        return failures == 0;
    }

    private async Task ReportAsync(string file, Detection detection, DetectionCase one, string? error)
    {
        if (asJson)
        {
            await output.WriteLineAsync(new JsonObject
            {
                ["file"] = file,
                ["detection"] = detection.Id,
                ["case"] = one.Name,
                ["matches"] = one.Matches,
                ["passed"] = error is null,
                ["reason"] = error,
            }.ToJsonString());
        }
        else if (error is not null)
        {
            await output.WriteLineAsync($"FAIL  {InertText.Line($"{detection.Id}: {one.Name}: {error}")}");
        }
    }
}
