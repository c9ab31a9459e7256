using System.Net;
using Amazon.Runtime;

namespace Amazon.SimpleEmail.Model;

/// <summary>
/// Sending is paused for the configuration set. AWS's code for it is <c>ConfigurationSetSendingPausedException</c>.
/// </summary>
public class ConfigurationSetSendingPausedException : AmazonSimpleEmailServiceException
{
    /// <inheritdoc/>
    public ConfigurationSetSendingPausedException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public ConfigurationSetSendingPausedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public ConfigurationSetSendingPausedException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <summary>The configuration set that was named; null where the answer leaves it out.</summary>
    public string ConfigurationSetName { get; set; }
}
