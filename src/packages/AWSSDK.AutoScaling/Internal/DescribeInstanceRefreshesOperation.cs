using Amazon.AutoScaling.Model;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.StandIn;

namespace Amazon.AutoScaling.Internal;

internal static class DescribeInstanceRefreshesOperation
{
    private const string Action = "DescribeInstanceRefreshes";

    public static InvokeOptions Options { get; } = new()
    {
        RequestMarshaller = new QueryMarshaller<DescribeInstanceRefreshesRequest>(
            "Amazon.AutoScaling", Action, "2011-01-01", Write),
        ResponseUnmarshaller = new QueryUnmarshaller<DescribeInstanceRefreshesResponse>(Action, Set, ServiceErrors.ToException),
    };

    private static void Write(DescribeInstanceRefreshesRequest request, QueryParameters parameters)
    {
        parameters.Add(nameof(request.AutoScalingGroupName), request.AutoScalingGroupName);
        parameters.AddList(nameof(request.InstanceRefreshIds), request.InstanceRefreshIds);
        parameters.Add(nameof(request.MaxRecords), request.MaxRecords);
        parameters.Add(nameof(request.NextToken), request.NextToken);
    }

    private static void Set(DescribeInstanceRefreshesResponse response, string field, XmlUnmarshallerContext context)
    {
        switch (field)
        {
            case nameof(response.InstanceRefreshes):
                response.InstanceRefreshes = context.ReadList(
                    () => context.ReadStructure<InstanceRefresh>((refresh, member) => SetRefresh(refresh, member, context)));
                break;
            case nameof(response.NextToken):
                response.NextToken = context.ReadString();
                break;
        }
    }

    private static void SetRefresh(InstanceRefresh refresh, string member, XmlUnmarshallerContext context)
    {
        switch (member)
        {
            case nameof(refresh.AutoScalingGroupName):
                refresh.AutoScalingGroupName = context.ReadString();
                break;
            case nameof(refresh.EndTime):
                refresh.EndTime = context.ReadTime();
                break;
            case nameof(refresh.InstanceRefreshId):
                refresh.InstanceRefreshId = context.ReadString();
                break;
            case nameof(refresh.PercentageComplete):
                refresh.PercentageComplete = context.ReadInt();
                break;
            case nameof(refresh.StartTime):
                refresh.StartTime = context.ReadTime();
                break;
            case nameof(refresh.Status):
                refresh.Status = context.ReadString();
                break;
            case nameof(refresh.StatusReason):
                refresh.StatusReason = context.ReadString();
                break;
        }
    }
}
