using System.Diagnostics;

namespace Watchkeeper.EndToEnd;

/// <summary>The command line in a process of its own, as a user runs it.</summary>
internal static class CommandLine
{
    public static Task<(int ExitCode, string Output, string Errors)> RunAsync(string folder, params string[] arguments) =>
        RunProgramAsync("dotnet", folder, [Path.Combine(AppContext.BaseDirectory, "Watchkeeper.Cli.dll"), .. arguments]);

    /// <summary>Runs another program.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> RunProgramAsync(
        string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(Token);
        var errors = process.StandardError.ReadToEndAsync(Token);
        try
        {
            await process.WaitForExitAsync(Token);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }

        return (process.ExitCode, await output, await errors);
    }

    private static CancellationToken Token => Xunit.TestContext.Current.CancellationToken;
}
