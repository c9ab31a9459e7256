using Watchkeeper.Cli.RuntimeApi;

namespace Watchkeeper.Cli.Run;

/// <summary>Finds the executable that holds the functions.</summary>
internal static class FunctionProgram
{
    /// <summary>As given, or <c>bootstrap</c> beside this program, where the build puts it.</summary>
    /// <exception cref="RunException">It is not there.</exception>
    public static FunctionExecutable Find(string? given)
    {
        var file = Path.GetFullPath(given ?? Path.Combine(AppContext.BaseDirectory, "bootstrap"));
        return File.Exists(file)
            ? new FunctionExecutable(file, Path.GetDirectoryName(file)!)
            : throw new RunException($"There is no executable «{file}». Publish src/Watchkeeper.Functions and give its bootstrap with --executable.");
    }
}
