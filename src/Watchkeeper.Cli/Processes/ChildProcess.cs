using System.ComponentModel;
using System.Diagnostics;

namespace Watchkeeper.Cli.Processes;

/// <summary>A running program that ends no later than this process. Records the program's last output.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private readonly Process process;

    private bool disposed;

    private ChildProcess(Process process) => this.process = process;

    public OutputTail Output { get; } = new();

    public int Id { get; private set; }

    public bool HasExited => process.HasExited;

    /// <exception cref="RunException">The operating system refuses to start the program.</exception>
    public static ChildProcess Start(ChildCommand command, EmulatorOptions options)
    {
        var process = new Process { StartInfo = command.ToStartInfo(options), EnableRaisingEvents = true };
        var child = new ChildProcess(process);
        process.OutputDataReceived += (_, line) => child.Output.Add(line.Data);
        process.ErrorDataReceived += (_, line) => child.Output.Add(line.Data);
        try
        {
            process.Start();
        }
        catch (Win32Exception refused)
        {
            process.Dispose();
            throw new RunException(
                $"{command.File} cannot be started: {refused.Message}. Check that it runs from a shell.", refused);
        }
        child.Id = process.Id;
        // The watchdog must end with the program. Otherwise it could later kill another process with the same id.
        var lifeline = process.StandardInput;
        process.Exited += (_, _) => lifeline.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return child;
    }

    /// <summary>Runs a program to its end; returns its exit code.</summary>
    public async Task<int> WaitForExitAsync(CancellationToken cancellationToken)
    {
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode;
    }

    /// <summary>Kills the process and its children by id, and waits for its end.</summary>
    public async ValueTask DisposeAsync()
    {
        if (disposed)
            return;
        disposed = true;
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
