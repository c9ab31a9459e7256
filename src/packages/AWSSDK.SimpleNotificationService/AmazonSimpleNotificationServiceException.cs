using System.Net;
using Amazon.Runtime;

namespace Amazon.SimpleNotificationService;

/// <summary>
/// Amazon SNS refused a request. <see cref="AmazonServiceException.ErrorCode"/> says why, also where no type is derived
/// for it, as for <c>AccessDenied</c>.
/// </summary>
public class AmazonSimpleNotificationServiceException : AmazonServiceException
{
    /// <inheritdoc/>
    public AmazonSimpleNotificationServiceException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public AmazonSimpleNotificationServiceException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public AmazonSimpleNotificationServiceException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
