using System.Net;
using Amazon.Runtime;

namespace Amazon.SimpleEmail.Model;

/// <summary>The configuration set is not there. AWS's code for it is <c>ConfigurationSetDoesNotExist</c>.</summary>
public class ConfigurationSetDoesNotExistException : AmazonSimpleEmailServiceException
{
    /// <inheritdoc/>
    public ConfigurationSetDoesNotExistException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public ConfigurationSetDoesNotExistException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public ConfigurationSetDoesNotExistException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <summary>The configuration set that was named; null where the answer leaves it out.</summary>
    public string ConfigurationSetName { get; set; }
}
