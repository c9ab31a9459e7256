using System.Net;
using Amazon.Runtime;

namespace Amazon.AutoScaling;

/// <summary>
/// Amazon EC2 Auto Scaling refused a request. <see cref="AmazonServiceException.ErrorCode"/> says why, also where no type is
/// derived for it, as for <c>AccessDenied</c>.
/// </summary>
public class AmazonAutoScalingException : AmazonServiceException
{
    /// <inheritdoc/>
    public AmazonAutoScalingException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public AmazonAutoScalingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public AmazonAutoScalingException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
