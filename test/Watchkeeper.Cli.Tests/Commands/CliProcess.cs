using System.Diagnostics;

namespace Watchkeeper.Cli.Tests.Commands;

/// <summary>The command line in a process of its own, started as a shell would.</summary>
internal sealed class CliProcess : IDisposable
{
    private readonly Process process;

    private CliProcess(Process process) => this.process = process;

    public StreamWriter Input => process.StandardInput;

    public StreamReader Output => process.StandardOutput;

    public static CliProcess Start(params IEnumerable<string> arguments) => new(Process.Start(
        new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Watchkeeper.Cli"), arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!);

    /// <summary>Runs it to its end with the whole of its input.</summary>
    public static async Task<Outcome> RunAsync(string input, CancellationToken cancellation, params IEnumerable<string> arguments)
    {
        using var program = Start(arguments);
        var output = program.Output.ReadToEndAsync(cancellation);
        var error = program.process.StandardError.ReadToEndAsync(cancellation);
        await program.Input.WriteAsync(input);
        return new(await program.EndAsync(cancellation), await output, await error);
    }

    /// <summary>Closes its input and returns its exit code.</summary>
    public async Task<int> EndAsync(CancellationToken cancellation)
    {
        Input.Close();
        await process.WaitForExitAsync(cancellation);
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.Dispose();
    }

    internal sealed record Outcome(int ExitCode, string Output, string Error);
}
