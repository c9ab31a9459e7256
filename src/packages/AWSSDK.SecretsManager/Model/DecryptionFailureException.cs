using System.Net;
using Amazon.Runtime;

namespace Amazon.SecretsManager.Model;

/// <summary>The secret cannot be decrypted with its key. AWS's code for it is <c>DecryptionFailure</c>.</summary>
public class DecryptionFailureException : AmazonSecretsManagerException
{
    /// <inheritdoc/>
    public DecryptionFailureException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public DecryptionFailureException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public DecryptionFailureException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
