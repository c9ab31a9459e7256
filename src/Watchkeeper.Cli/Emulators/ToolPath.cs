using Watchkeeper.Cli.Processes;

namespace Watchkeeper.Cli.Emulators;

/// <summary>Finds command-line tools as a shell does.</summary>
internal static class ToolPath
{
    private static readonly string[] s_windowsEndings = [".exe", ".cmd", ".bat"];

    /// <summary>The full path of the first executable called <paramref name="tool"/> on the PATH, or null.</summary>
    public static string? Find(string tool, EmulatorOptions options)
    {
        var path = options.Variables.GetValueOrDefault("PATH") ?? Environment.GetEnvironmentVariable("PATH") ?? "";
        return path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => Candidates(folder, tool))
            .FirstOrDefault(IsExecutable);
    }

    private static IEnumerable<string> Candidates(string folder, string tool) =>
        OperatingSystem.IsWindows()
            ? s_windowsEndings.Select(ending => Path.Combine(folder, tool + ending))
            : [Path.Combine(folder, tool)];

    private static bool IsExecutable(string file)
    {
        const UnixFileMode anyExecute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        return File.Exists(file) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(file) & anyExecute) != UnixFileMode.None);
    }
}
