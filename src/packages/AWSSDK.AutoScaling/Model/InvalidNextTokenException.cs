using System.Net;
using Amazon.Runtime;

namespace Amazon.AutoScaling.Model;

/// <summary>The token of the next page is not one that was given out. AWS's code for it is <c>InvalidNextToken</c>.</summary>
public class InvalidNextTokenException : AmazonAutoScalingException
{
    /// <inheritdoc/>
    public InvalidNextTokenException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public InvalidNextTokenException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public InvalidNextTokenException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
