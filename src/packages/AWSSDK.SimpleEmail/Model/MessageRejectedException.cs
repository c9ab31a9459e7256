using System.Net;
using Amazon.Runtime;

namespace Amazon.SimpleEmail.Model;

/// <summary>
/// The message was not accepted: an address is not verified, or its content is refused. Its message says which. AWS's code
/// for it is <c>MessageRejected</c>.
/// </summary>
public class MessageRejectedException : AmazonSimpleEmailServiceException
{
    /// <inheritdoc/>
    public MessageRejectedException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public MessageRejectedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public MessageRejectedException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
