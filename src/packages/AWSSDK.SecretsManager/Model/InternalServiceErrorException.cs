using System.Net;
using Amazon.Runtime;

namespace Amazon.SecretsManager.Model;

/// <summary>Secrets Manager itself failed; trying again may help. AWS's code for it is <c>InternalServiceError</c>.</summary>
public class InternalServiceErrorException : AmazonSecretsManagerException
{
    /// <inheritdoc/>
    public InternalServiceErrorException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public InternalServiceErrorException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public InternalServiceErrorException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
