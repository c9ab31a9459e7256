using System.Net;
using Amazon.Runtime;

namespace Amazon.CloudWatch;

/// <summary>
/// Amazon CloudWatch refused a request. <see cref="AmazonServiceException.ErrorCode"/> says why, also where no type is derived
/// for it, as for <c>AccessDenied</c>.
/// </summary>
public class AmazonCloudWatchException : AmazonServiceException
{
    /// <inheritdoc/>
    public AmazonCloudWatchException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public AmazonCloudWatchException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public AmazonCloudWatchException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
