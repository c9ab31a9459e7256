using System.Diagnostics;

namespace Watchkeeper.Simulation.Bugs.Mutations;

/// <summary>Runs programs.</summary>
internal static class Command
{
    /// <summary>Runs a program to its end and returns its output; if it fails, throws with its error text.</summary>
    public static string Run(string folder, string program, IEnumerable<string> arguments)
    {
        var (code, output, error) = Start(folder, program, arguments);
        return code == 0 ? output : throw new CommandFailedException($"{program} ended with {code}: {ErrorText(output, error)}");
    }

    /// <summary>Returns null if the program succeeds, otherwise its error text.</summary>
    public static string? TryRun(string folder, string program, IEnumerable<string> arguments)
    {
        var (code, output, error) = Start(folder, program, arguments);
        return code == 0 ? null : ErrorText(output, error);
    }

    private static (int Code, string Output, string Error) Start(string folder, string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // The copy is no clone: git must not search for one in the folders above it.
            Environment = { ["GIT_CEILING_DIRECTORIES"] = Path.GetDirectoryName(folder), ["DOTNET_CLI_UI_LANGUAGE"] = "en" },
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }

    private static string ErrorText(string output, string error) => (error.Length > 0 ? error : output).Trim();
}

/// <summary>A program ended with an error.</summary>
internal sealed class CommandFailedException(string words) : Exception(words);
