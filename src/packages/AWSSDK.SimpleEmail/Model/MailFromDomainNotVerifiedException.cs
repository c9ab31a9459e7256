using System.Net;
using Amazon.Runtime;

namespace Amazon.SimpleEmail.Model;

/// <summary>
/// The domain of the return path could not be verified by its MX record. AWS's code for it is
/// <c>MailFromDomainNotVerifiedException</c>.
/// </summary>
public class MailFromDomainNotVerifiedException : AmazonSimpleEmailServiceException
{
    /// <inheritdoc/>
    public MailFromDomainNotVerifiedException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public MailFromDomainNotVerifiedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public MailFromDomainNotVerifiedException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
