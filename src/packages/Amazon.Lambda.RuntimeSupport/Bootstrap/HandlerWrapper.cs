using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>
/// Makes handlers of any usual signature into the one that <see cref="LambdaBootstrap"/> runs. The overloads are all of the
/// package's, so that a lambda expression resolves to the same one against both.
/// </summary>
public partial class HandlerWrapper : IDisposable
{
    private static readonly InvocationResponse Empty = new(new MemoryStream(0), disposeOutputStream: false);

    /// <summary>Used again for every response: one invocation runs at a time.</summary>
    private readonly MemoryStream output = new();

    private HandlerWrapper(ILambdaSerializer serializer) => Serializer = serializer;

    /// <summary>The handler that the loop calls.</summary>
    public LambdaBootstrapHandler Handler { get; private set; }

    internal ILambdaSerializer Serializer { get; }

    /// <summary>A synchronous handler that writes its response to the stream it is given.</summary>
    /// <param name="invokeDelegate">Called for each invocation with the payload, the context and the response's stream.</param>
    public static HandlerWrapper GetHandlerWrapper(Action<Stream, ILambdaContext, MemoryStream> invokeDelegate)
    {
        var wrapper = new HandlerWrapper(null);
        wrapper.Handler = invocation =>
        {
            var response = wrapper.EmptyOutput();
            invokeDelegate(invocation.InputStream, invocation.LambdaContext, response);
            response.Position = 0;
            return Task.FromResult(new InvocationResponse(response, disposeOutputStream: false));
        };
        return wrapper;
    }

    /// <summary>Disposes the response's stream.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Disposes the response's stream.</summary>
    /// <param name="disposing">True when called by <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
            output.Dispose();
    }

    private static HandlerWrapper Silent(ILambdaSerializer serializer, Func<InvocationRequest, Task> call) => new(serializer)
    {
        Handler = async invocation =>
        {
            await call(invocation);
            return Empty;
        },
    };

    private static HandlerWrapper Raw(ILambdaSerializer serializer, Func<InvocationRequest, Task<Stream>> call) => new(serializer)
    {
        Handler = async invocation => new(await call(invocation)),
    };

    private static HandlerWrapper Written<TOutput>(ILambdaSerializer serializer, Func<InvocationRequest, Task<TOutput>> call)
    {
        var wrapper = new HandlerWrapper(serializer);
        wrapper.Handler = async invocation =>
        {
            var value = await call(invocation);
            var response = wrapper.EmptyOutput();
            serializer.Serialize(value, response);
            response.Position = 0;
            return new(response, disposeOutputStream: false);
        };
        return wrapper;
    }

    private static Task Done(Action call)
    {
        call();
        return Task.CompletedTask;
    }

    private MemoryStream EmptyOutput()
    {
        output.SetLength(0);
        return output;
    }
}
