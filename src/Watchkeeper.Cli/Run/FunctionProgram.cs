using Watchkeeper.Cli.Processes;
using Watchkeeper.Cli.RuntimeApi;

namespace Watchkeeper.Cli.Run;

/// <summary>Finds the executable that holds the functions.</summary>
internal static class FunctionProgram
{
    /// <summary>
    /// As given, or the one that the build of this program made: in the functions' own folder, since only there everything lies that
    /// it loads.
    /// </summary>
    /// <exception cref="RunException">It is not there.</exception>
    public static FunctionExecutable Find(string? given, string repository)
    {
        var build = Path.GetFileName(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)))!;
        var file = Path.GetFullPath(
            given ?? Path.Combine(repository, "src", "Watchkeeper.Functions", "bin", build, "net10.0", "bootstrap"));
        return File.Exists(file)
            ? new FunctionExecutable(file, Path.GetDirectoryName(file)!)
            : throw new RunException($"There is no executable «{file}». Publish src/Watchkeeper.Functions and give its bootstrap with --executable.");
    }
}
