using Watchkeeper.Cli.Processes;
using Watchkeeper.Cli.RuntimeApi;

namespace Watchkeeper.Cli.Run;

/// <summary>Finds the functions' executable.</summary>
internal static class FunctionProgram
{
    /// <summary>
    /// Returns the given path, or the executable from the build of this program. That executable lies in the functions' own
    /// folder, because only this folder holds all libraries that the executable loads.
    /// </summary>
    /// <exception cref="RunException">The executable does not exist.</exception>
    public static FunctionExecutable Find(string? given, string repository)
    {
        var build = Path.GetFileName(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)))!;
        var file = Path.GetFullPath(
            given ?? Path.Combine(repository, "src", "Watchkeeper.Functions", "bin", build, "net10.0", "bootstrap"));
        return File.Exists(file)
            ? new FunctionExecutable(file, Path.GetDirectoryName(file)!)
            : throw new RunException(
                $"There is no executable «{file}». Publish src/Watchkeeper.Functions and give its bootstrap with --executable.");
    }
}
