using System.Diagnostics;
using System.Globalization;

namespace Watchkeeper.Kills.Files;

/// <summary>A writer in a process of its own, to be killed while it writes.</summary>
internal static class WriterProcess
{
    /// <summary>Starts it and kills it (SIGKILL, by its pid) after it has acknowledged a number of signals.</summary>
    /// <returns>The numbers of the acknowledged signals.</returns>
    public static async Task<IReadOnlyCollection<int>> KillAsync(
        string path, int first, int count, int after, TimeSpan late, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(
            "dotnet", [typeof(WriterProcess).Assembly.Location, "write", path, Text(first), Text(count)])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var process = new Process { StartInfo = start };
        process.Start();
        var acknowledged = new List<int>();
        try
        {
            while (acknowledged.Count < after && await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
                acknowledged.Add(Number(line));
            // The kill falls within the next writes.
            await Task.Delay(late, cancellationToken);
        }
        finally
        {
            process.Kill();
        }

        // The pipe still holds what it wrote before it died.
        while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            if (int.TryParse(line, CultureInfo.InvariantCulture, out var number))
                acknowledged.Add(number);
        }

        await process.WaitForExitAsync(cancellationToken);
        return acknowledged;
    }

    private static int Number(string line) => int.Parse(line, CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
