using Watchkeeper.Cli.Processes;

namespace Watchkeeper.Cli.Emulators;

/// <summary>Finds command-line tools in PATH, as a shell does.</summary>
internal static class ToolPath
{
    private static readonly string[] WindowsEndings = [".exe", ".cmd", ".bat"];

    /// <summary>
    /// Returns the full path of the first executable named <paramref name="tool"/> in PATH; null if there is none.
    /// </summary>
    public static string? Find(string tool, EmulatorOptions options)
    {
        var path = options.Variables.GetValueOrDefault("PATH") ?? Environment.GetEnvironmentVariable("PATH") ?? "";
        return path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => Candidates(folder, tool))
            .FirstOrDefault(IsExecutable);
    }

    private static IEnumerable<string> Candidates(string folder, string tool) =>
        OperatingSystem.IsWindows()
            ? WindowsEndings.Select(ending => Path.Combine(folder, tool + ending))
            : [Path.Combine(folder, tool)];

    private static bool IsExecutable(string file)
    {
        const UnixFileMode anyExecute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        return File.Exists(file)
            && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(file) & anyExecute) != UnixFileMode.None);
    }
}
