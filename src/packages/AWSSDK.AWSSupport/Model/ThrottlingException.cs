using System.Net;
using Amazon.Runtime;

namespace Amazon.AWSSupport.Model;

/// <summary>Too many requests; the SDK has tried again already. AWS's code for it is <c>ThrottlingException</c>.</summary>
public class ThrottlingException : AmazonAWSSupportException
{
    /// <inheritdoc/>
    public ThrottlingException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public ThrottlingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public ThrottlingException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
