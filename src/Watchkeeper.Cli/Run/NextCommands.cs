using System.Buffers;

namespace Watchkeeper.Cli.Run;

/// <summary>The commands to try after a run, as the user would type them.</summary>
internal static class NextCommands
{
    private const string Project = "src/Watchkeeper.Cli";
    private const string Tool = "watchkeeper";

    // Where a package has the files of a .NET tool.
    private static readonly string ToolFiles = Path.Combine("tools", "net10.0", "any") + Path.DirectorySeparatorChar;

    private static readonly SearchValues<char> Plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_./:@%+=,");

    /// <summary>At most three: the list, a critical incident, and an event that nobody was notified of.</summary>
    /// <param name="program">The program as the user typed it.</param>
    /// <param name="backend">The run's backend.</param>
    /// <param name="place">The run's data folder; null if it is the newest, which is asked without a name.</param>
    /// <param name="summary">The run's totals.</param>
    public static IEnumerable<string> Of(string program, string backend, string? place, RunSummary summary)
    {
        var store = $"{(backend == "embedded" ? "" : $" --backend {backend}")}{(place is null ? "" : $" --data {Quote(place)}")}";
        yield return $"{program} incidents{store}";
        if (!summary.Worst.IsEmpty)
            yield return $"{program} incident {summary.Worst[0].Incident!.Id}{store}";
        if (summary.QuietEvent is { } quiet)
            yield return $"{program} why {Quote(quiet)}{store}";
    }

    /// <summary>
    /// The program as the user typed it: <c>dotnet run --project …</c> for the build inside the repository's own folder,
    /// <c>watchkeeper</c> for an installed tool, else the file.
    /// </summary>
    /// <param name="baseDirectory">The folder of the program's files.</param>
    /// <param name="processPath">The executable of this process: the program, or <c>dotnet</c>.</param>
    /// <param name="here">The current folder.</param>
    /// <param name="path">The variable PATH.</param>
    public static string Program(string baseDirectory, string? processPath, string here, string? path = null)
    {
        var built = Path.Combine(Project, "bin") + Path.DirectorySeparatorChar;
        var at = baseDirectory.IndexOf(Path.DirectorySeparatorChar + built, StringComparison.Ordinal);
        if (at >= 0)
            return $"dotnet run --project {Quote(Path.GetRelativePath(here, Path.Combine(baseDirectory[..at], Project)))} --";
        var isDotnet = Path.GetFileNameWithoutExtension(processPath) is "dotnet" or null;
        // A tool of a manifest has no file of its own.
        if (isDotnet && baseDirectory.EndsWith(ToolFiles, StringComparison.Ordinal))
            return $"dotnet tool run {Tool}";
        if (!isDotnet && Path.GetFileNameWithoutExtension(processPath) == Tool && IsFirst(processPath!, path))
            return Tool;
        return isDotnet
            ? $"dotnet {Quote(Path.GetRelativePath(here, Path.Combine(baseDirectory, "Watchkeeper.Cli.dll")))}"
            : Quote(processPath!);
    }

    // Whether the shell finds this file by its name.
    private static bool IsFirst(string file, string? path) => (path ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, Path.GetFileName(file)))
        .FirstOrDefault(File.Exists) is { } found
        && (File.ResolveLinkTarget(found, returnFinalTarget: true)?.FullName ?? Path.GetFullPath(found)) == file;

    /// <summary>A word in quotes, if a shell would read it its own way without.</summary>
    public static string Quote(string text) => text.Length > 0 && !text.AsSpan().ContainsAnyExcept(Plain)
        ? text
        : $"'{text.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
