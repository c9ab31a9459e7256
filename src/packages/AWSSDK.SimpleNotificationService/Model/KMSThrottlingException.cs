using System.Net;
using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

/// <summary>The key service throttles. AWS's code for it is <c>KMSThrottling</c>.</summary>
public class KMSThrottlingException : AmazonSimpleNotificationServiceException
{
    /// <inheritdoc/>
    public KMSThrottlingException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public KMSThrottlingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public KMSThrottlingException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
