using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Watchkeeper.Benchmarks.Detections;

/// <summary>The same detections over the same events by Python: a function each, and a jmespath expression each.</summary>
/// <param name="Functions">Events a second of the functions, by the process's CPU time.</param>
/// <param name="Expressions">The same of the expressions; not a number if jmespath is not installed.</param>
internal sealed record PythonEngines(double Functions, double Expressions)
{
    /// <summary>Runs both in one Python process.</summary>
    public static async Task<PythonEngines> MeasureAsync(Workload workload, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("watchkeeper-engines-");
        try
        {
            var rules = Path.Combine(folder.FullName, "rules.jsonl");
            var events = Path.Combine(folder.FullName, "events.jsonl");
            await File.WriteAllLinesAsync(rules, workload.Files.Select(OneLine), cancellationToken);
            await File.WriteAllLinesAsync(
                events, workload.Events.Select(json => Encoding.UTF8.GetString(json.Span)), cancellationToken);
            var result = JsonNode.Parse(await RunAsync([rules, events], cancellationToken))!;
            return new PythonEngines(
                result["functions"]!.GetValue<double>(), result["expressions"]?.GetValue<double>() ?? double.NaN);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string OneLine(string file) => JsonSerializer.Serialize(JsonElement.Parse(file));

    private static async Task<string> RunAsync(string[] files, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(
            "python3", [Path.Combine(AppContext.BaseDirectory, "Detections", "engines.py"), .. files])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0 ? output : throw new BenchmarkException("python3 did not run the detections.");
    }
}
