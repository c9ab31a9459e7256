using System.Net;
using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

/// <summary>The state of the topic's key does not allow its use. AWS's code for it is <c>KMSInvalidState</c>.</summary>
public class KMSInvalidStateException : AmazonSimpleNotificationServiceException
{
    /// <inheritdoc/>
    public KMSInvalidStateException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public KMSInvalidStateException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public KMSInvalidStateException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
