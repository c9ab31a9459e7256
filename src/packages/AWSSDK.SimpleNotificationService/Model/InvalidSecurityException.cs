using System.Net;
using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

/// <summary>
/// The credentials are not valid, or the request is not signed as it must be. AWS's code for it is <c>InvalidSecurity</c>.
/// </summary>
public class InvalidSecurityException : AmazonSimpleNotificationServiceException
{
    /// <inheritdoc/>
    public InvalidSecurityException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public InvalidSecurityException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public InvalidSecurityException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
