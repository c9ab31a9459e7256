using Amazon.AWSSupport.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.AWSSupport.Internal;

/// <summary>The typed exceptions by AWS's error codes.</summary>
internal static class ServiceErrors
{
    public static AmazonServiceException ToException(ErrorResponse error)
    {
        var e = error;
        return e.Code switch
        {
            "InternalServerError" =>
                new InternalServerErrorException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
            "ThrottlingException" =>
                new ThrottlingException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
            _ => new AmazonAWSSupportException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        };
    }
}
