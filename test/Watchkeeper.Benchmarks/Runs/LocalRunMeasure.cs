using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Watchkeeper.Benchmarks.Measuring;
using Watchkeeper.Benchmarks.World;
using Watchkeeper.Cli.Run;

namespace Watchkeeper.Benchmarks.Runs;

/// <summary>
/// The local run as a user starts it: how its time and memory grow with the number of alarms, each of which opens an incident and
/// sends a mail and a publication; and how long one event takes from its arrival by HTTP to the message.
/// </summary>
internal static partial class LocalRunMeasure
{
    private static readonly DateTimeOffset First = new(2026, 11, 17, 8, 0, 0, TimeSpan.Zero);

    private static string Repo => Path.GetDirectoryName(Repository.Template(null))!;

    /// <param name="counts">How many alarms; each number is a row.</param>
    /// <param name="posts">How many events are posted to the live run.</param>
    /// <param name="cancellationToken">Stops the measurement.</param>
    public static async Task RunAsync(IReadOnlyList<int> counts, int posts, CancellationToken cancellationToken)
    {
        Console.WriteLine($"{"alarms",9} {"wall s",9} {"CPU s",9} {"CPU ms each",12} {"peak MiB",9}");
        foreach (var count in counts)
        {
            var usage = await StoryAsync(count, cancellationToken);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{count,9} {usage.Wall.TotalSeconds,9:f1} {usage.Cpu.TotalSeconds,9:f1} "
                    + $"{usage.Cpu.TotalMilliseconds / count,12:f2} {usage.PeakMebibytes,9:f0}"));
        }

        var waits = await PostAsync(posts, cancellationToken);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"event by HTTP to mail and publication, {posts} events, ms: p50 {Quantile(0.5):f1}, p95 {Quantile(0.95):f1}, "
                + $"most {waits[^1]:f1}"));

        double Quantile(double part) => waits[(int)((waits.Count - 1) * part)];
    }

    private static async Task<Usage> StoryAsync(int count, CancellationToken cancellationToken)
    {
        var place = Directory.CreateTempSubdirectory("watchkeeper-local-");
        try
        {
            var file = Path.Combine(place.FullName, "alarms.jsonl");
            await WriteAsync(file, count, cancellationToken);
            var (usage, output) = await LocalRun.MeasureAsync(place.FullName, ["--once", "--events", file], cancellationToken);
            return output.Contains($"\n{count} incidents ({count} active)\n", StringComparison.Ordinal)
                ? usage
                : throw new BenchmarkException($"The run of {count} alarms went wrong: {output}");
        }
        finally
        {
            place.Delete(recursive: true);
        }
    }

    private static async Task<List<double>> PostAsync(int posts, CancellationToken cancellationToken)
    {
        var place = Directory.CreateTempSubdirectory("watchkeeper-local-");
        var file = Path.Combine(place.FullName, "alarms.jsonl");
        await WriteAsync(file, 1, cancellationToken);
        using var program = LocalRun.Start(place.FullName, ["--port", "0", "--events", file]);
        var drained = program.StandardOutput.ReadToEndAsync(cancellationToken);
        var address = "";
        while (address.Length == 0 && await program.StandardError.ReadLineAsync(cancellationToken) is { } line)
            address = Address().Match(line).Value;
        using var client = new HttpClient();
        var events = new AlarmEvents(Repo, TimeProvider.System);
        var waits = new List<double>();
        // The first was fed at the start.
        events.Next();
        for (var i = 0; i < posts; i++)
        {
            using var content = new ByteArrayContent(events.Next()) { Headers = { ContentType = MediaTypeHeaderValue.Parse("application/json") } };
            var began = Stopwatch.GetTimestamp();
            // The answer comes when all effects are complete.
            using var answer = await client.PostAsync(address, content, cancellationToken);
            waits.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            if (!(await answer.Content.ReadAsStringAsync(cancellationToken)).Contains("\"what\":\"opened\"", StringComparison.Ordinal))
                throw new BenchmarkException("An event caused no message.");
        }

        program.Kill();
        await program.WaitForExitAsync(cancellationToken);
        await drained;
        place.Delete(recursive: true);
        waits.Sort();
        return waits;
    }

    // A tenth of a second apart.
    private static Task WriteAsync(string file, int count, CancellationToken cancellationToken)
    {
        var clock = new SteppedTime();
        var events = new AlarmEvents(Repo, clock);
        return LocalRun.WriteAsync(
            file,
            Enumerable.Range(0, count).Select(number =>
            {
                clock.Now = First.AddSeconds(number / 10.0);
                return events.Next();
            }),
            cancellationToken);
    }

    [GeneratedRegex("http://[0-9.]+:[0-9]+/events/", RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
