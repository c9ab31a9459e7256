using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>One invocation.</summary>
public class InvocationRequest : IDisposable
{
    internal InvocationRequest(Stream inputStream, ILambdaContext lambdaContext) =>
        (InputStream, LambdaContext) = (inputStream, lambdaContext);

    /// <summary>The payload; disposed with the invocation.</summary>
    public Stream InputStream { get; internal set; }

    /// <summary>What Lambda says about the invocation.</summary>
    public ILambdaContext LambdaContext { get; internal set; }

    /// <summary>Disposes the payload.</summary>
    public void Dispose()
    {
        InputStream?.Dispose();
        GC.SuppressFinalize(this);
    }
}
