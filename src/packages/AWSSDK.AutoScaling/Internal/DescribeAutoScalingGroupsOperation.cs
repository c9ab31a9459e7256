using Amazon.AutoScaling.Model;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.StandIn;

namespace Amazon.AutoScaling.Internal;

internal static class DescribeAutoScalingGroupsOperation
{
    private const string Action = "DescribeAutoScalingGroups";

    public static InvokeOptions Options { get; } = new()
    {
        RequestMarshaller = new QueryMarshaller<DescribeAutoScalingGroupsRequest>(
            "Amazon.AutoScaling", Action, "2011-01-01", Write),
        ResponseUnmarshaller = new QueryUnmarshaller<DescribeAutoScalingGroupsResponse>(Action, Set, ServiceErrors.ToException),
    };

    private static void Write(DescribeAutoScalingGroupsRequest request, QueryParameters parameters)
    {
        parameters.AddList(nameof(request.AutoScalingGroupNames), request.AutoScalingGroupNames);
        parameters.AddList(nameof(request.Filters), request.Filters, WriteFilter);
        parameters.Add(nameof(request.IncludeInstances), request.IncludeInstances);
        parameters.Add(nameof(request.MaxRecords), request.MaxRecords);
        parameters.Add(nameof(request.NextToken), request.NextToken);
    }

    private static void WriteFilter(Filter filter, QueryParameters parameters)
    {
        parameters.Add(nameof(filter.Name), filter.Name);
        parameters.AddList(nameof(filter.Values), filter.Values);
    }

    private static void Set(DescribeAutoScalingGroupsResponse response, string field, XmlUnmarshallerContext context)
    {
        switch (field)
        {
            case nameof(response.AutoScalingGroups):
                response.AutoScalingGroups = context.ReadList(() => GroupReader.Read(context));
                break;
            case nameof(response.NextToken):
                response.NextToken = context.ReadString();
                break;
        }
    }
}
