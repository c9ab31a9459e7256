using System.Net;
using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

/// <summary>SNS itself failed; trying again may help. AWS's code for it is <c>InternalError</c>.</summary>
public class InternalErrorException : AmazonSimpleNotificationServiceException
{
    /// <inheritdoc/>
    public InternalErrorException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public InternalErrorException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public InternalErrorException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
