namespace Watchkeeper.Cli.RuntimeApi;

/// <summary>
/// A function in its own process. The first invocation starts the process, which serves one invocation at a time. A time-out
/// kills the process. After a time-out or a crash, the next invocation starts another process.
/// </summary>
/// <param name="settings">The function.</param>
/// <param name="executable">The function's program.</param>
/// <param name="time">The clock of time limits and deadlines.</param>
/// <param name="onLine">
/// Receives each line that the process writes, in order within standard output and within standard error; must return fast.
/// </param>
internal sealed class FunctionProcess(
    FunctionSettings settings, FunctionExecutable executable, TimeProvider time, Action<FunctionLine> onLine)
    : IFunction, IAsyncDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private ExecutionEnvironment? environment;

    public string Name => settings.Name;

    public string Arn => settings.Arn;

    /// <summary>
    /// The id of the current process; null before the first invocation and after an invocation that ended the process.
    /// </summary>
    public int? ProcessId => environment?.ProcessId;

    public async Task<InvocationResult> InvokeAsync(FunctionInvocation invocation, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            if (environment is { IsOver: true })
                await EndAsync();
            environment ??= await ExecutionEnvironment.StartAsync(settings, executable, time, onLine);
            return await environment.InvokeAsync(invocation, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The caller has stopped waiting. The next invocation must not wait for the unfinished work of this process.
            await EndAsync();
            throw;
        }
        finally
        {
            if (environment is { IsOver: true })
                await EndAsync();
            turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await turn.WaitAsync();
        await EndAsync();
        turn.Dispose();
    }

    private async Task EndAsync()
    {
        if (environment is not { } ending)
            return;
        environment = null;
        await ending.DisposeAsync();
    }
}
