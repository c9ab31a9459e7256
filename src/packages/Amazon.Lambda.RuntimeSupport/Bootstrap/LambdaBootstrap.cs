using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport.Bootstrap;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>
/// The loop of a function that starts itself: take an invocation from the Runtime API, run the handler, answer, take the next.
/// </summary>
public class LambdaBootstrap : IDisposable
{
    private readonly HttpClient httpClient;
    private readonly bool ownsHttpClient;
    private readonly LambdaBootstrapHandler handler;
    private readonly LambdaBootstrapInitializer initializer;
    private readonly ILambdaSerializer serializer;
    private readonly RuntimeApiClient client;

    /// <summary>Runs a handler over the given client.</summary>
    /// <param name="httpClient">Stays the caller's; its time-out becomes infinite.</param>
    /// <param name="handler">Called for each invocation.</param>
    /// <param name="initializer">Called once before; null skips it.</param>
    public LambdaBootstrap(HttpClient httpClient, LambdaBootstrapHandler handler, LambdaBootstrapInitializer initializer = null)
        : this(httpClient, false, handler, null, initializer, null)
    {
    }

    /// <summary>Runs a handler over a client of its own.</summary>
    /// <param name="handler">Called for each invocation.</param>
    /// <param name="initializer">Called once before; null skips it.</param>
    public LambdaBootstrap(LambdaBootstrapHandler handler, LambdaBootstrapInitializer initializer = null)
        : this(ConstructHttpClient(), true, handler, null, initializer, null)
    {
    }

    /// <summary>Runs a handler over a client of its own.</summary>
    /// <param name="handler">Called for each invocation.</param>
    /// <param name="lambdaBootstrapOptions">Where the Runtime API is.</param>
    /// <param name="initializer">Called once before; null skips it.</param>
    public LambdaBootstrap(
        LambdaBootstrapHandler handler, LambdaBootstrapOptions lambdaBootstrapOptions,
        LambdaBootstrapInitializer initializer = null)
        : this(ConstructHttpClient(), true, handler, lambdaBootstrapOptions, initializer, null)
    {
    }

    /// <summary>Runs a wrapped handler over a client of its own.</summary>
    /// <param name="handlerWrapper">Stays the caller's.</param>
    /// <param name="initializer">Called once before; null skips it.</param>
    public LambdaBootstrap(HandlerWrapper handlerWrapper, LambdaBootstrapInitializer initializer = null)
        : this(ConstructHttpClient(), true, handlerWrapper.Handler, null, initializer, handlerWrapper.Serializer)
    {
    }

    /// <summary>Runs a wrapped handler over a client of its own.</summary>
    /// <param name="handlerWrapper">Stays the caller's.</param>
    /// <param name="lambdaBootstrapOptions">Where the Runtime API is.</param>
    /// <param name="initializer">Called once before; null skips it.</param>
    public LambdaBootstrap(
        HandlerWrapper handlerWrapper, LambdaBootstrapOptions lambdaBootstrapOptions,
        LambdaBootstrapInitializer initializer = null)
        : this(
            ConstructHttpClient(), true, handlerWrapper.Handler, lambdaBootstrapOptions, initializer, handlerWrapper.Serializer)
    {
    }

    /// <summary>Runs a wrapped handler over the given client.</summary>
    /// <param name="httpClient">Stays the caller's; its time-out becomes infinite.</param>
    /// <param name="handlerWrapper">Stays the caller's.</param>
    /// <param name="initializer">Called once before; null skips it.</param>
    public LambdaBootstrap(HttpClient httpClient, HandlerWrapper handlerWrapper, LambdaBootstrapInitializer initializer = null)
        : this(httpClient, false, handlerWrapper.Handler, null, initializer, handlerWrapper.Serializer)
    {
    }

    /// <summary>Runs a wrapped handler over the given client.</summary>
    /// <param name="httpClient">Stays the caller's; its time-out becomes infinite.</param>
    /// <param name="handlerWrapper">Stays the caller's.</param>
    /// <param name="lambdaBootstrapOptions">Where the Runtime API is.</param>
    /// <param name="initializer">Called once before; null skips it.</param>
    public LambdaBootstrap(
        HttpClient httpClient, HandlerWrapper handlerWrapper,
        LambdaBootstrapOptions lambdaBootstrapOptions, LambdaBootstrapInitializer initializer = null)
        : this(httpClient, false, handlerWrapper.Handler, lambdaBootstrapOptions, initializer, handlerWrapper.Serializer)
    {
    }

    private LambdaBootstrap(
        HttpClient httpClient,
        bool ownsHttpClient,
        LambdaBootstrapHandler handler,
        LambdaBootstrapOptions options,
        LambdaBootstrapInitializer initializer,
        ILambdaSerializer serializer)
    {
        ArgumentNullException.ThrowIfNull(httpClient);
        ArgumentNullException.ThrowIfNull(handler);
        (this.httpClient, this.ownsHttpClient, this.handler) = (httpClient, ownsHttpClient, handler);
        (this.initializer, this.serializer) = (initializer, serializer);
        // Lambda freezes the process while it waits for the next invocation: a time-out would strike on thaw.
        httpClient.Timeout = Timeout.InfiniteTimeSpan;
        client = new(new LambdaEnvironment(options), httpClient);
    }

    /// <summary>
    /// The client that this class makes for itself: no proxy, no cookies, no redirects, one lasting connection.
    /// </summary>
    public static HttpClient ConstructHttpClient()
    {
        // Whatever the Runtime API does not need is off, which saves start-up time.
        var sockets = new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            ActivityHeadersPropagator = null,
            // The cause of an error travels in a header, in any language.
            RequestHeaderEncodingSelector = static (_, _) => Encoding.UTF8,
            ResponseHeaderEncodingSelector = static (_, _) => Encoding.UTF8,
            PooledConnectionLifetime = Timeout.InfiniteTimeSpan,
            PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
        };
        var made = new HttpClient(sockets);
        var kind = RuntimeFeature.IsDynamicCodeSupported ? "" : "-aot";
        made.DefaultRequestHeaders.TryAddWithoutValidation(
            "User-Agent", $"aws-lambda-dotnet/{Environment.Version}-standin{kind}");
        return made;
    }

    /// <summary>
    /// Initialises, then serves invocations until cancelled, which ends normally: a wait for the next invocation, and also the
    /// answer to one that was taken. A handler's exception is logged and answered, and the loop goes on.
    /// </summary>
    /// <param name="cancellationToken">Ends the loop.</param>
    /// <exception cref="RuntimeApiClientException">The Runtime API refused; the process should end.</exception>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        client.Environment.LimitMemory();
        client.Log.TakeOver();
        if (initializer is not null && !await InitializeAsync())
            return;

        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await InvokeOnceAsync(cancellationToken);
            }
            catch (OperationCanceledException)
            {
                // Cancelled by the caller, which the loop's condition sees; or a wait that timed out, which is simply begun
                // again.
            }
        }
    }

    /// <summary>Disposes the client that this class made.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Disposes the client that this class made.</summary>
    /// <param name="disposing">True when called by <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing && ownsHttpClient)
            httpClient.Dispose();
    }

    private async Task<bool> InitializeAsync()
    {
        try
        {
            return await initializer();
        }
        catch (Exception exception)
        {
            client.Log.Write(LogLevel.Critical, "The function could not start", exception);
            await client.ReportInitializationErrorAsync(exception);
            throw;
        }
    }

    private async Task InvokeOnceAsync(CancellationToken cancellationToken)
    {
        using var invocation = await client.GetNextInvocationAsync(cancellationToken);
        var context = (LambdaContext)invocation.LambdaContext;
        context.Serializer = serializer;
        LambdaEnvironment.TraceId = context.TraceId;
        LambdaTraceProvider.SetCurrentTraceId(context.TraceId);

        InvocationResponse response;
        try
        {
            response = await handler(invocation);
        }
        catch (Exception exception)
        {
            client.Log.Write(LogLevel.Error, "The handler failed", exception);
            await client.ReportInvocationErrorAsync(context.AwsRequestId, exception, cancellationToken);
            return;
        }

        try
        {
            await client.SendResponseAsync(context.AwsRequestId, response?.OutputStream, cancellationToken);
        }
        finally
        {
            if (response is { DisposeOutputStream: true, OutputStream: { } output })
                await output.DisposeAsync();
        }
    }
}
