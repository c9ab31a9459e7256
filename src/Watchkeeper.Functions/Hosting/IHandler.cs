using Amazon.Lambda.Core;

namespace Watchkeeper.Functions.Hosting;

/// <summary>The edge of one function: JSON in, JSON out. An exception that leaves it fails the invocation, and AWS retries.</summary>
public interface IHandler
{
    /// <summary>Handles one invocation.</summary>
    Task<Stream> HandleAsync(Stream payload, ILambdaContext context);
}
