using System.Diagnostics;
using Watchkeeper.Benchmarks.Measuring;
using Watchkeeper.Cli.Run;

namespace Watchkeeper.Benchmarks.Runs;

/// <summary>The local run as a user starts it.</summary>
internal static class LocalRun
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(50);

    /// <summary>Runs to the end. The output is that of <c>run</c>.</summary>
    /// <param name="place">A folder for the run's data.</param>
    /// <param name="arguments">Options of <c>run</c>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="BenchmarkException">The run failed.</exception>
    public static async Task<(Usage Usage, string Output)> MeasureAsync(
        string place, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        using var program = Start(place, arguments);
        var (began, cpu, peak) = (Stopwatch.GetTimestamp(), TimeSpan.Zero, 0.0);
        var output = program.StandardOutput.ReadToEndAsync(cancellationToken);
        var error = program.StandardError.ReadToEndAsync(cancellationToken);
        while (!program.HasExited)
        {
            await Task.Delay(LookEvery, cancellationToken);
            (cpu, peak) = Look(program, cpu, peak);
        }

        var wall = Stopwatch.GetElapsedTime(began);
        return program.ExitCode == 0
            ? (new Usage(wall, cpu, peak), await output)
            : throw new BenchmarkException($"The run went wrong: {await error}");
    }

    /// <summary>Starts a run.</summary>
    public static Process Start(string place, IEnumerable<string> arguments) => Process.Start(new ProcessStartInfo(
        Path.Combine(AppContext.BaseDirectory, "Watchkeeper.Cli"),
        ["run", "--template", Repository.Template(null), "--data", Data(place), .. arguments])
    {
        UseShellExecute = false,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    /// <summary>Where a run keeps its data and messages.</summary>
    public static string Data(string place) => Path.Combine(place, "data");

    /// <summary>Writes a file of events, one on each line.</summary>
    public static async Task WriteAsync(string file, IEnumerable<byte[]> events, CancellationToken cancellationToken)
    {
        await using var lines = File.Create(file);
        foreach (var line in events)
        {
            line.AsSpan().Replace((byte)'\n', (byte)' ');
            await lines.WriteAsync(line, cancellationToken);
            lines.WriteByte((byte)'\n');
        }
    }

    // A process that has just ended has neither a clock nor a status any more.
    private static (TimeSpan Cpu, double Peak) Look(Process program, TimeSpan cpu, double peak)
    {
        try
        {
            return (program.TotalProcessorTime, Usage.PeakOf(program.Id));
        }
        catch (Exception ended) when (ended is InvalidOperationException or IOException or BenchmarkException)
        {
            return (cpu, peak);
        }
    }
}
