using System.Net;
using Amazon.Runtime;

namespace Amazon.SimpleEmail.Model;

/// <summary>
/// Sending is paused for the whole account in this region. AWS's code for it is <c>AccountSendingPausedException</c>.
/// </summary>
public class AccountSendingPausedException : AmazonSimpleEmailServiceException
{
    /// <inheritdoc/>
    public AccountSendingPausedException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public AccountSendingPausedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public AccountSendingPausedException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
