using System.Net;
using Amazon.Runtime;

namespace Amazon.AWSSupport;

/// <summary>
/// AWS Support, which Trusted Advisor's checks belong to refused a request. <see cref="AmazonServiceException.ErrorCode"/>
/// says why, also where no type is derived
/// for it, as for <c>AccessDenied</c>.
/// </summary>
public class AmazonAWSSupportException : AmazonServiceException
{
    /// <inheritdoc/>
    public AmazonAWSSupportException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public AmazonAWSSupportException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public AmazonAWSSupportException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
