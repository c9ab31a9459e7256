using Amazon.AutoScaling.Model;
using Amazon.Runtime;
using Amazon.StandIn;

namespace Amazon.AutoScaling.Internal;

/// <summary>The typed exceptions by AWS's error codes.</summary>
internal static class ServiceErrors
{
    public static AmazonServiceException ToException(QueryError error)
    {
        var e = error.Common;
        return e.Code switch
        {
            "InvalidNextToken" =>
                new InvalidNextTokenException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
            "ResourceContention" =>
                new ResourceContentionException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
            "ScalingActivityInProgress" =>
                new ScalingActivityInProgressException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
            _ => new AmazonAutoScalingException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        };
    }
}
