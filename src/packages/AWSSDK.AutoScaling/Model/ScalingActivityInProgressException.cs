using System.Net;
using Amazon.Runtime;

namespace Amazon.AutoScaling.Model;

/// <summary>
/// The group scales already, or its cool-down has not ended. AWS's code for it is <c>ScalingActivityInProgress</c>.
/// </summary>
public class ScalingActivityInProgressException : AmazonAutoScalingException
{
    /// <inheritdoc/>
    public ScalingActivityInProgressException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public ScalingActivityInProgressException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public ScalingActivityInProgressException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
