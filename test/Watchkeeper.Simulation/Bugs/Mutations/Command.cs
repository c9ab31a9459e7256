using System.Diagnostics;

namespace Watchkeeper.Simulation.Bugs.Mutations;

/// <summary>Runs programs.</summary>
internal static class Command
{
    /// <summary>Runs one to its end and gives what it wrote; fails where it does, with its own words.</summary>
    public static string Run(string folder, string program, IEnumerable<string> arguments)
    {
        var (code, output, error) = Start(folder, program, arguments);
        return code == 0 ? output : throw new CommandFailedException($"{program} ended with {code}: {Said(output, error)}");
    }

    /// <summary>Null where it succeeds, else its own words.</summary>
    public static string? TryRun(string folder, string program, IEnumerable<string> arguments)
    {
        var (code, output, error) = Start(folder, program, arguments);
        return code == 0 ? null : Said(output, error);
    }

    private static (int Code, string Output, string Error) Start(string folder, string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // The copy is no clone; git is not to look for one around it.
            Environment = { ["GIT_CEILING_DIRECTORIES"] = Path.GetDirectoryName(folder), ["DOTNET_CLI_UI_LANGUAGE"] = "en" },
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }

    private static string Said(string output, string error) => (error.Length > 0 ? error : output).Trim();
}

/// <summary>A program did not do what it was to do.</summary>
internal sealed class CommandFailedException(string words) : Exception(words);
