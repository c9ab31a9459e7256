using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport.Bootstrap;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Builds the loop around a handler of any usual signature.</summary>
public partial class LambdaBootstrapBuilder
{
    private readonly HandlerWrapper wrapper;
    private readonly LambdaBootstrapOptions options = new();
    private HttpClient client;
    private LambdaBootstrapInitializer initializer;

    private LambdaBootstrapBuilder(HandlerWrapper wrapper) => this.wrapper = wrapper;

    /// <summary>A synchronous handler that writes its response to the stream it is given.</summary>
    /// <param name="handler">Called for each invocation with the payload, the context and the response's stream.</param>
    public static LambdaBootstrapBuilder Create(Action<Stream, ILambdaContext, MemoryStream> handler) =>
        new(HandlerWrapper.GetHandlerWrapper(handler));

    /// <summary>Uses a client in place of one of its own.</summary>
    /// <param name="httpClient">Stays the caller's.</param>
    public LambdaBootstrapBuilder UseHttpClient(HttpClient httpClient)
    {
        client = httpClient;
        return this;
    }

    /// <summary>Runs something once before the first invocation.</summary>
    /// <param name="lambdaBootstrapInitializer">Its exception is reported to Lambda as the function's failure to start.</param>
    public LambdaBootstrapBuilder UseBootstrapHandler(LambdaBootstrapInitializer lambdaBootstrapInitializer)
    {
        initializer = lambdaBootstrapInitializer;
        return this;
    }

    /// <summary>Sets what Lambda's variables say otherwise; for tests.</summary>
    /// <param name="options">Changes the settings; null leaves them.</param>
    public LambdaBootstrapBuilder ConfigureOptions(Action<LambdaBootstrapOptions> options = null)
    {
        options?.Invoke(this.options);
        return this;
    }

    /// <summary>The loop, ready to run.</summary>
    public LambdaBootstrap Build() =>
        client is null ? new(wrapper, options, initializer) : new(client, wrapper, options, initializer);
}
