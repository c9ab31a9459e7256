using System.Net;
using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

/// <summary>The mobile endpoint is disabled. AWS's code for it is <c>EndpointDisabled</c>.</summary>
public class EndpointDisabledException : AmazonSimpleNotificationServiceException
{
    /// <inheritdoc/>
    public EndpointDisabledException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public EndpointDisabledException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public EndpointDisabledException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
