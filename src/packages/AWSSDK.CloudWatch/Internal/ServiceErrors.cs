using Amazon.CloudWatch.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.CloudWatch.Internal;

/// <summary>The typed exceptions by AWS's error codes.</summary>
internal static class ServiceErrors
{
    public static AmazonServiceException ToException(ErrorResponse error)
    {
        var e = error;
        return e.Code switch
        {
            "InvalidNextToken" =>
                new InvalidNextTokenException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
            "ResourceNotFoundException" =>
                new ResourceNotFoundException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
            _ => new AmazonCloudWatchException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        };
    }
}
