using System.Net;
using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

/// <summary>The topic's key may not be used by the caller. AWS's code for it is <c>KMSAccessDenied</c>.</summary>
public class KMSAccessDeniedException : AmazonSimpleNotificationServiceException
{
    /// <inheritdoc/>
    public KMSAccessDeniedException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public KMSAccessDeniedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public KMSAccessDeniedException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
