using System.Net;
using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

/// <summary>The caller may not do that. AWS's code for it is <c>AuthorizationError</c>.</summary>
public class AuthorizationErrorException : AmazonSimpleNotificationServiceException
{
    /// <inheritdoc/>
    public AuthorizationErrorException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public AuthorizationErrorException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public AuthorizationErrorException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
