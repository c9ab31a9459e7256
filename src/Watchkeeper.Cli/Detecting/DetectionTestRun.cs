using System.Text.Json.Nodes;
using Watchkeeper.Cli.Files;
using Watchkeeper.Detections;
using Watchkeeper.Detections.Cases;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Detecting;

/// <summary>Runs the tests of detections and reports the results.</summary>
internal sealed class DetectionTestRun(TextWriter output, bool asJson)
{
    private readonly Dictionary<string, string> files = new(StringComparer.Ordinal);
    private int detections;
    private int cases;
    private int failures;

    /// <summary>Parses a detection and its tests, and runs them. A detection without tests fails.</summary>
    public async Task TestAsync(DetectionFile file)
    {
        if (file.Error is not null)
        {
            await RefuseAsync(file.Name, new Rejection("", file.Error));
            return;
        }

        // What a built-in detection finds does not depend on its stage.
        if (StageSetting.Parse(file.Rule.Span) is { } setting)
            file = DetectionFiles.BuiltIn(setting.Id) with { Name = file.Name };
        var parsed = DetectionParser.Parse(file.Rule.Span);
        foreach (var error in parsed.Errors)
            await RefuseAsync(file.Name, error);
        if (parsed.Detection is not { } detection)
            return;
        if (!files.TryAdd(detection.Id, file.Name))
            await RefuseAsync(file.Name, new Rejection("$.id", $"is the id of {files[detection.Id]} too: ids are unique"));
        if (file.Tests is { } tests)
            await TestAsync(file.TestsName, detection, DetectionCases.Parse(tests.Span, detection));
        else
            await RefuseAsync(file.Name, new Rejection("", $"has no tests: expected {file.TestsName} beside it"));
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

    private async Task TestAsync(string file, Detection detection, DetectionCases tests)
    {
        foreach (var error in tests.Errors)
            await RefuseAsync(file, error);
        if (!tests.Errors.IsEmpty)
            return;
        detections++;
        var failed = 0;
        foreach (var one in tests.Cases)
        {
            cases++;
            var error = one.Run(detection);
            if (error is not null)
                failed++;
            await ReportAsync(file, detection, one, error);
        }

        failures += failed;
        if (!asJson && failed == 0)
            await output.WriteLineAsync($"ok    {detection.Id}: {tests.Cases.Length} cases");
    }

    private async Task RefuseAsync(string file, Rejection rejection)
    {
        failures++;
        var (path, reason) = rejection;
        await output.WriteLineAsync(asJson
            ? new JsonObject { ["file"] = file, ["passed"] = false, ["path"] = path, ["reason"] = reason }.ToJsonString()
            : $"FAIL  {RejectionLine.Of(file, path, reason)}");
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
