using System.Net;
using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

/// <summary>A parameter does not conform to what it must be. AWS's code for it is <c>InvalidParameter</c>.</summary>
public class InvalidParameterException : AmazonSimpleNotificationServiceException
{
    /// <inheritdoc/>
    public InvalidParameterException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public InvalidParameterException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public InvalidParameterException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
