using System.Text.Json;
using Amazon.CloudWatch.Model;
using Amazon.Runtime.Internal;
using Amazon.StandIn;

namespace Amazon.CloudWatch.Internal;

internal static class DescribeAlarmsOperation
{
    private const string Target = "GraniteServiceVersion20100801.DescribeAlarms";

    public static InvokeOptions Options { get; } = new()
    {
        RequestMarshaller = new JsonMarshaller<DescribeAlarmsRequest>("Amazon.CloudWatch", Target, Write, "1.0"),
        ResponseUnmarshaller = new JsonUnmarshaller<DescribeAlarmsResponse>(Set, ServiceErrors.ToException),
    };

    private static void Write(DescribeAlarmsRequest request, Utf8JsonWriter writer)
    {
        writer.WriteStrings(nameof(request.AlarmNames), request.AlarmNames);
        writer.WriteStrings(nameof(request.AlarmTypes), request.AlarmTypes);
        writer.WriteWhole(nameof(request.MaxRecords), request.MaxRecords);
        writer.WriteText(nameof(request.NextToken), request.NextToken);
        writer.WriteText(nameof(request.StateValue), request.StateValue);
    }

    private static void Set(DescribeAlarmsResponse response, JsonElement value)
    {
        response.CompositeAlarms = value.ReadList(nameof(response.CompositeAlarms), AlarmReader.ReadComposite);
        response.LogAlarms = value.ReadList(nameof(response.LogAlarms), AlarmReader.ReadLog);
        response.MetricAlarms = value.ReadList(nameof(response.MetricAlarms), AlarmReader.ReadMetric);
        response.NextToken = value.ReadString(nameof(response.NextToken));
    }
}
