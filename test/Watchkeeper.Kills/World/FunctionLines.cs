using System.Collections.Concurrent;
using Watchkeeper.Cli.RuntimeApi;

namespace Watchkeeper.Kills.World;

/// <summary>The functions' last log lines, for a round that fails.</summary>
internal static class FunctionLines
{
    private const int Most = 200;
    private static readonly ConcurrentQueue<string> Lines = new();

    public static void Add(FunctionLine line)
    {
        Lines.Enqueue($"{line.Function}: {line.Text}");
        while (Lines.Count > Most)
            Lines.TryDequeue(out _);
    }

    public static IEnumerable<string> About(string marker) =>
        Lines.Where(line => line.Contains(marker, StringComparison.Ordinal));
}
