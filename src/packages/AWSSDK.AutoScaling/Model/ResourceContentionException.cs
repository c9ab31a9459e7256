using System.Net;
using Amazon.Runtime;

namespace Amazon.AutoScaling.Model;

/// <summary>An update of the group or instance is pending already. AWS's code for it is <c>ResourceContention</c>.</summary>
public class ResourceContentionException : AmazonAutoScalingException
{
    /// <inheritdoc/>
    public ResourceContentionException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public ResourceContentionException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public ResourceContentionException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
