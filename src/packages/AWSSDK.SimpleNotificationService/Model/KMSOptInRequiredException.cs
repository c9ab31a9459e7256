using System.Net;
using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

/// <summary>The account is not signed up for the key service. AWS's code for it is <c>KMSOptInRequired</c>.</summary>
public class KMSOptInRequiredException : AmazonSimpleNotificationServiceException
{
    /// <inheritdoc/>
    public KMSOptInRequiredException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public KMSOptInRequiredException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public KMSOptInRequiredException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
