using Amazon.AutoScaling.Model;
using Amazon.Runtime.Internal;
using Amazon.StandIn;

namespace Amazon.AutoScaling.Internal;

internal static class SetInstanceHealthOperation
{
    private const string Action = "SetInstanceHealth";

    public static InvokeOptions Options { get; } = new()
    {
        RequestMarshaller = new QueryMarshaller<SetInstanceHealthRequest>("Amazon.AutoScaling", Action, "2011-01-01", Write),
        ResponseUnmarshaller = new QueryUnmarshaller<SetInstanceHealthResponse>(Action, set: null, ServiceErrors.ToException),
    };

    private static void Write(SetInstanceHealthRequest request, QueryParameters parameters)
    {
        parameters.Add(nameof(request.HealthStatus), request.HealthStatus);
        parameters.Add(nameof(request.InstanceId), request.InstanceId);
        parameters.Add(nameof(request.ShouldRespectGracePeriod), request.ShouldRespectGracePeriod);
    }
}
