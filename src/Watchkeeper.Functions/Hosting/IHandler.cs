using Amazon.Lambda.Core;

namespace Watchkeeper.Functions.Hosting;

/// <summary>The entry point of one function: JSON in, JSON out. An exception fails the invocation, and AWS retries it.</summary>
public interface IHandler
{
    /// <summary>Handles one invocation.</summary>
    Task<Stream> HandleAsync(Stream payload, ILambdaContext context);
}
