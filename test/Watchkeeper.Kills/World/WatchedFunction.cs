using Watchkeeper.Cli.RuntimeApi;
using Watchkeeper.Kills.Faults;

namespace Watchkeeper.Kills.World;

/// <summary>A function in its process, whose invocations the proxy knows of.</summary>
internal sealed class WatchedFunction(FunctionProcess process, FaultProxy proxy) : IFunction, IAsyncDisposable
{
    public string Name => process.Name;

    public string Arn => process.Arn;

    public async Task<InvocationResult> InvokeAsync(FunctionInvocation invocation, CancellationToken cancellationToken)
    {
        proxy.Begin(process);
        var result = await process.InvokeAsync(invocation, cancellationToken);
        // What it sent off before it died has its effect before Lambda tries again, so that each round can be told from its log.
        await proxy.WhenIdleAsync();
        return result;
    }

    public ValueTask DisposeAsync() => process.DisposeAsync();
}
