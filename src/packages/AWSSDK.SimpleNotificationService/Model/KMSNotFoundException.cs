using System.Net;
using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

/// <summary>The topic's key is not there. AWS's code for it is <c>KMSNotFound</c>.</summary>
public class KMSNotFoundException : AmazonSimpleNotificationServiceException
{
    /// <inheritdoc/>
    public KMSNotFoundException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public KMSNotFoundException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public KMSNotFoundException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
