using Amazon.Runtime;
using Amazon.SimpleEmail.Model;
using Amazon.StandIn;

namespace Amazon.SimpleEmail.Internal;

/// <summary>The typed exceptions by AWS's error codes.</summary>
internal static class ServiceErrors
{
    public static AmazonServiceException ToException(QueryError error)
    {
        var e = error.Common;
        return e.Code switch
        {
            "AccountSendingPausedException" =>
                new AccountSendingPausedException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
            "ConfigurationSetDoesNotExist" =>
                new ConfigurationSetDoesNotExistException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode)
                {
                    ConfigurationSetName = error.Member("ConfigurationSetName"),
                },
            "ConfigurationSetSendingPausedException" =>
                new ConfigurationSetSendingPausedException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode)
                {
                    ConfigurationSetName = error.Member("ConfigurationSetName"),
                },
            "MailFromDomainNotVerifiedException" =>
                new MailFromDomainNotVerifiedException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
            "MessageRejected" =>
                new MessageRejectedException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
            _ => new AmazonSimpleEmailServiceException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        };
    }
}
