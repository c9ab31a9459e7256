using Amazon.AutoScaling.Model;
using Amazon.Runtime.Internal;
using Amazon.StandIn;

namespace Amazon.AutoScaling.Internal;

internal static class SetDesiredCapacityOperation
{
    private const string Action = "SetDesiredCapacity";

    public static InvokeOptions Options { get; } = new()
    {
        RequestMarshaller = new QueryMarshaller<SetDesiredCapacityRequest>("Amazon.AutoScaling", Action, "2011-01-01", Write),
        ResponseUnmarshaller = new QueryUnmarshaller<SetDesiredCapacityResponse>(Action, set: null, ServiceErrors.ToException),
    };

    private static void Write(SetDesiredCapacityRequest request, QueryParameters parameters)
    {
        parameters.Add(nameof(request.AutoScalingGroupName), request.AutoScalingGroupName);
        parameters.Add(nameof(request.DesiredCapacity), request.DesiredCapacity);
        parameters.Add(nameof(request.HonorCooldown), request.HonorCooldown);
    }
}
