using Amazon.AutoScaling.Model;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.StandIn;

namespace Amazon.AutoScaling.Internal;

internal static class DescribeAutoScalingInstancesOperation
{
    private const string Action = "DescribeAutoScalingInstances";

    public static InvokeOptions Options { get; } = new()
    {
        RequestMarshaller = new QueryMarshaller<DescribeAutoScalingInstancesRequest>(
            "Amazon.AutoScaling", Action, "2011-01-01", Write),
        ResponseUnmarshaller = new QueryUnmarshaller<DescribeAutoScalingInstancesResponse>(
            Action, Set, ServiceErrors.ToException),
    };

    private static void Write(DescribeAutoScalingInstancesRequest request, QueryParameters parameters)
    {
        parameters.AddList(nameof(request.InstanceIds), request.InstanceIds);
        parameters.Add(nameof(request.MaxRecords), request.MaxRecords);
        parameters.Add(nameof(request.NextToken), request.NextToken);
    }

    private static void Set(DescribeAutoScalingInstancesResponse response, string field, XmlUnmarshallerContext context)
    {
        switch (field)
        {
            case nameof(response.AutoScalingInstances):
                response.AutoScalingInstances = context.ReadList(
                    () => context.ReadStructure<AutoScalingInstanceDetails>(
                        (instance, member) => SetInstance(instance, member, context)));
                break;
            case nameof(response.NextToken):
                response.NextToken = context.ReadString();
                break;
        }
    }

    private static void SetInstance(AutoScalingInstanceDetails instance, string member, XmlUnmarshallerContext context)
    {
        switch (member)
        {
            case nameof(instance.AutoScalingGroupName):
                instance.AutoScalingGroupName = context.ReadString();
                break;
            case nameof(instance.AvailabilityZone):
                instance.AvailabilityZone = context.ReadString();
                break;
            case nameof(instance.HealthStatus):
                instance.HealthStatus = context.ReadString();
                break;
            case nameof(instance.InstanceId):
                instance.InstanceId = context.ReadString();
                break;
            case nameof(instance.InstanceType):
                instance.InstanceType = context.ReadString();
                break;
            case nameof(instance.LifecycleState):
                instance.LifecycleState = context.ReadString();
                break;
            case nameof(instance.ProtectedFromScaleIn):
                instance.ProtectedFromScaleIn = context.ReadBool();
                break;
        }
    }
}
