namespace Watchkeeper.Cli.RuntimeApi;

/// <summary>
/// A function in a process of its own, which starts with the first invocation and serves one after the other. A process that timed
/// out is killed, one that crashed is gone; either way the next invocation starts another.
/// </summary>
/// <param name="settings">The function.</param>
/// <param name="executable">Its program.</param>
/// <param name="time">Counts the time limits, and dates the deadlines.</param>
/// <param name="onLine">Is told each line that the process writes, in order for each of its two streams; must be quick.</param>
internal sealed class FunctionProcess(FunctionSettings settings, FunctionExecutable executable, TimeProvider time, Action<FunctionLine> onLine)
    : IFunction, IAsyncDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private ExecutionEnvironment? environment;

    public string Name => settings.Name;

    public string Arn => settings.Arn;

    /// <summary>The pid of the process that serves now; null before the first invocation and after one that ended it.</summary>
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
            // Nobody waits for what the process is doing, and the next invocation must not.
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
