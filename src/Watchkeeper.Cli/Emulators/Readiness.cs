using Watchkeeper.Cli.Processes;

namespace Watchkeeper.Cli.Emulators;

/// <summary>Waits until a started emulator responds.</summary>
internal static class Readiness
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    /// <summary>Calls <paramref name="isReady"/> repeatedly until the result is true.</summary>
    /// <exception cref="RunException">
    /// The process ended, or was not ready in time; the message contains its last output.
    /// </exception>
    public static async Task WaitAsync(
        ChildProcess process,
        string emulator,
        string advice,
        EmulatorOptions options,
        Func<CancellationToken, ValueTask<bool>> isReady,
        CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(options.ReadyWithin, options.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            while (!await isReady(either.Token))
            {
                if (process.HasExited)
                {
                    var exitCode = await process.WaitForExitAsync(either.Token);
                    throw new RunException(
                        $"{emulator} ended during its start (exit code {exitCode}). {advice} "
                        + $"Its output:\n{process.Output.Quote()}");
                }
                await Task.Delay(Pause, options.Time, either.Token);
            }
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new RunException(
                $"{emulator} did not answer within {options.ReadyWithin.TotalSeconds:0} seconds. "
                + $"If this machine is busy, run again later. Its output:\n{process.Output.Quote()}",
                late);
        }
    }
}
