using System.Net;
using Amazon.Runtime;

namespace Amazon.SecretsManager.Model;

/// <summary>
/// The secret's state does not allow the request, as when it is marked for deletion. AWS's code for it is
/// <c>InvalidRequestException</c>.
/// </summary>
public class InvalidRequestException : AmazonSecretsManagerException
{
    /// <inheritdoc/>
    public InvalidRequestException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public InvalidRequestException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public InvalidRequestException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
