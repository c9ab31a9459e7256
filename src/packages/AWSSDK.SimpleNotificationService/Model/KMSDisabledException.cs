using System.Net;
using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

/// <summary>The topic's key is disabled. AWS's code for it is <c>KMSDisabled</c>.</summary>
public class KMSDisabledException : AmazonSimpleNotificationServiceException
{
    /// <inheritdoc/>
    public KMSDisabledException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public KMSDisabledException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public KMSDisabledException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
