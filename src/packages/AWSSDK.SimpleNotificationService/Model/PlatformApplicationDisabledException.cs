using System.Net;
using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

/// <summary>The application for mobile push is disabled. AWS's code for it is <c>PlatformApplicationDisabled</c>.</summary>
public class PlatformApplicationDisabledException : AmazonSimpleNotificationServiceException
{
    /// <inheritdoc/>
    public PlatformApplicationDisabledException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public PlatformApplicationDisabledException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public PlatformApplicationDisabledException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
