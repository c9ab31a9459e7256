using System.Text.Json;
using Amazon.CloudWatch.Model;
using Amazon.Runtime.Internal;
using Amazon.StandIn;

namespace Amazon.CloudWatch.Internal;

internal static class DescribeAlarmContributorsOperation
{
    private const string Target = "GraniteServiceVersion20100801.DescribeAlarmContributors";

    public static InvokeOptions Options { get; } = new()
    {
        RequestMarshaller = new JsonMarshaller<DescribeAlarmContributorsRequest>("Amazon.CloudWatch", Target, Write, "1.0"),
        ResponseUnmarshaller = new JsonUnmarshaller<DescribeAlarmContributorsResponse>(Set, ServiceErrors.ToException),
    };

    private static void Write(DescribeAlarmContributorsRequest request, Utf8JsonWriter writer)
    {
        writer.WriteText(nameof(request.AlarmName), request.AlarmName);
        writer.WriteText(nameof(request.NextToken), request.NextToken);
    }

    private static void Set(DescribeAlarmContributorsResponse response, JsonElement value)
    {
        response.AlarmContributors = value.ReadList(nameof(response.AlarmContributors), ReadContributor);
        response.NextToken = value.ReadString(nameof(response.NextToken));
    }

    private static AlarmContributor ReadContributor(JsonElement value) => new()
    {
        ContributorAttributes = value.ReadTexts(nameof(AlarmContributor.ContributorAttributes)),
        ContributorId = value.ReadString(nameof(AlarmContributor.ContributorId)),
        StateReason = value.ReadString(nameof(AlarmContributor.StateReason)),
        StateTransitionedTimestamp = value.ReadTime(nameof(AlarmContributor.StateTransitionedTimestamp)),
    };
}
