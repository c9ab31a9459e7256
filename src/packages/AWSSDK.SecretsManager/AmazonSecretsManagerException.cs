using System.Net;
using Amazon.Runtime;

namespace Amazon.SecretsManager;

/// <summary>
/// AWS Secrets Manager refused a request. <see cref="AmazonServiceException.ErrorCode"/> says why, also where no type is derived
/// for it, as for <c>AccessDeniedException</c>.
/// </summary>
public class AmazonSecretsManagerException : AmazonServiceException
{
    /// <inheritdoc/>
    public AmazonSecretsManagerException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public AmazonSecretsManagerException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public AmazonSecretsManagerException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
