using System.Diagnostics;
using Watchkeeper.Testing;

namespace Watchkeeper.Cli.Tests.Commands;

/// <summary>The command line in a process of its own, started as a shell would.</summary>
internal sealed class CliProcess : IDisposable
{
    private readonly Process process;

    private CliProcess(Process process) => this.process = process;

    public StreamWriter Input => process.StandardInput;

    public StreamReader Output => process.StandardOutput;

    public StreamReader Error => process.StandardError;

    public static CliProcess Start(params IEnumerable<string> arguments) => Start([], arguments);

    public static CliProcess Start(IEnumerable<KeyValuePair<string, string>> variables, IEnumerable<string> arguments) =>
        Start(Executable, "", variables, arguments);

    private static string Executable => Path.Combine(AppContext.BaseDirectory, "Watchkeeper.Cli");

    private static CliProcess Start(
        string file, string folder, IEnumerable<KeyValuePair<string, string>> variables, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        return new(Process.Start(start)!);
    }

    /// <summary>Presses Ctrl-C.</summary>
    public Task InterruptAsync(CancellationToken cancellation) => Interruption.SendAsync(process, cancellation);

    /// <summary>Runs it to its end with the whole of its input.</summary>
    public static async Task<Outcome> RunAsync(string input, CancellationToken cancellation, params IEnumerable<string> arguments)
    {
        using var program = Start(arguments);
        return await program.CompleteAsync(input, cancellation);
    }

    /// <summary>Runs it to its end in a folder, without input.</summary>
    public static async Task<Outcome> RunInAsync(string folder, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        using var program = Start(Executable, folder, [], arguments);
        return await program.CompleteAsync("", cancellation);
    }

    /// <summary>Runs a script of bash in a folder, in which <c>"$0" "$@"</c> is the command line.</summary>
    public static async Task<Outcome> RunScriptAsync(
        string folder, string script, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        using var program = Start("bash", folder, [], ["-c", script, Executable, .. arguments]);
        return await program.CompleteAsync("", cancellation);
    }

    /// <summary>Runs it to its end on a terminal (util-linux's script makes one), whose output has both streams.</summary>
    public static async Task<Outcome> RunOnTerminalAsync(
        string folder, int columns, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        string[] words = [Path.Combine(AppContext.BaseDirectory, "Watchkeeper.Cli"), .. arguments];
        var command = string.Join(' ', words.Select(word => $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'"));
        var start = new ProcessStartInfo("script", ["-qec", $"stty cols {columns}; exec {command}", "/dev/null"])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["TERM"] = "xterm-256color";
        start.Environment.Remove("NO_COLOR");
        using var program = new CliProcess(Process.Start(start)!);
        return await program.CompleteAsync("", cancellation);
    }

    /// <summary>Gives it the whole of its input and waits for its end.</summary>
    public async Task<Outcome> CompleteAsync(string input, CancellationToken cancellation)
    {
        var output = Output.ReadToEndAsync(cancellation);
        var error = Error.ReadToEndAsync(cancellation);
        await Input.WriteAsync(input);
        return new(await EndAsync(cancellation), await output, await error);
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
