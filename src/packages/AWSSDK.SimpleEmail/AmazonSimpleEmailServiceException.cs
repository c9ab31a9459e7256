using System.Net;
using Amazon.Runtime;

namespace Amazon.SimpleEmail;

/// <summary>
/// Amazon SES (version 1 of its API) refused a request. <see cref="AmazonServiceException.ErrorCode"/> says why, also where
/// no type is derived
/// for it, as for <c>AccessDenied</c>.
/// </summary>
public class AmazonSimpleEmailServiceException : AmazonServiceException
{
    /// <inheritdoc/>
    public AmazonSimpleEmailServiceException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public AmazonSimpleEmailServiceException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public AmazonSimpleEmailServiceException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
