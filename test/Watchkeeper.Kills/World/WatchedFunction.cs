using Watchkeeper.Cli.RuntimeApi;
using Watchkeeper.Kills.Faults;

namespace Watchkeeper.Kills.World;

/// <summary>A function in its process; the proxy knows of its invocations.</summary>
internal sealed class WatchedFunction(FunctionProcess process, FaultProxy proxy) : IFunction, IAsyncDisposable
{
    public string Name => process.Name;

    public string Arn => process.Arn;

    public async Task<InvocationResult> InvokeAsync(FunctionInvocation invocation, CancellationToken cancellationToken)
    {
        proxy.Begin(process);
        var result = await process.InvokeAsync(invocation, cancellationToken);
        // Requests in flight have their effect before Lambda retries, so that the log explains each round.
        await proxy.WhenIdleAsync();
        return result;
    }

    public ValueTask DisposeAsync() => process.DisposeAsync();
}
