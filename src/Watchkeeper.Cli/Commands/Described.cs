using System.Collections.Immutable;
using Watchkeeper.Cli.Asking;
using Watchkeeper.Cli.Describing;

namespace Watchkeeper.Cli.Commands;

/// <summary>Runs a command that describes detections, with the process's own terminal.</summary>
internal static class Described
{
    /// <summary>Loads the detections and shows them; the exit code is that of <paramref name="show"/>.</summary>
    public static async Task<int> RunAsync(string[]? rules, Func<Screen, ImmutableArray<DescribedDetection>, int> show)
    {
        if (await DescribedDetections.LoadAsync(rules ?? [], Console.Error) is not { } all)
            return ExitCode.BadUsage;
        try
        {
            return show(Asked.Screen(), all);
        }
        catch (ReaderGoneException)
        {
            // Whoever reads has read enough: «| head -1».
            return ExitCode.Done;
        }
    }
}
