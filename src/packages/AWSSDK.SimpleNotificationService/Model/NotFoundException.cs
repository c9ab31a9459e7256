using System.Net;
using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

/// <summary>The topic or endpoint is not there. AWS's code for it is <c>NotFound</c>.</summary>
public class NotFoundException : AmazonSimpleNotificationServiceException
{
    /// <inheritdoc/>
    public NotFoundException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public NotFoundException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public NotFoundException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
