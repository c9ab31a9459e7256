using System.Net;
using Amazon.Runtime;

namespace Amazon.AWSSupport.Model;

/// <summary>AWS Support itself failed; trying again may help. AWS's code for it is <c>InternalServerError</c>.</summary>
public class InternalServerErrorException : AmazonAWSSupportException
{
    /// <inheritdoc/>
    public InternalServerErrorException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public InternalServerErrorException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public InternalServerErrorException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
