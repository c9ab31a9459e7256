using System.Net;
using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

/// <summary>
/// A parameter has a value that is not one of those allowed. AWS's code for it is <c>ParameterValueInvalid</c>.
/// </summary>
public class InvalidParameterValueException : AmazonSimpleNotificationServiceException
{
    /// <inheritdoc/>
    public InvalidParameterValueException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public InvalidParameterValueException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public InvalidParameterValueException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
