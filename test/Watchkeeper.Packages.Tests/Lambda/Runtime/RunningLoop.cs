using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.RuntimeSupport.Bootstrap;

namespace Watchkeeper.Packages.Tests.Lambda.Runtime;

/// <summary>A loop that runs against a scripted Runtime API until it is disposed.</summary>
public sealed class RunningLoop : IAsyncDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly LambdaBootstrap bootstrap;

    public RunningLoop(ScriptedRuntimeApi api, LambdaBootstrapBuilder builder)
    {
        bootstrap = builder.ConfigureOptions(options => options.RuntimeApiEndpoint = api.Endpoint).Build();
        Ended = bootstrap.RunAsync(stopping.Token);
    }

    public RunningLoop(ScriptedRuntimeApi api, LambdaBootstrapHandler handler)
    {
        bootstrap = new(handler, new LambdaBootstrapOptions { RuntimeApiEndpoint = api.Endpoint });
        Ended = bootstrap.RunAsync(stopping.Token);
    }

    public RunningLoop(ScriptedRuntimeApi api, HandlerWrapper wrapper)
    {
        bootstrap = new(wrapper, new LambdaBootstrapOptions { RuntimeApiEndpoint = api.Endpoint });
        Ended = bootstrap.RunAsync(stopping.Token);
    }

    public Task Ended { get; }

    public Task StopAsync() => stopping.CancelAsync();

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await Ended.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        bootstrap.Dispose();
        stopping.Dispose();
    }
}
