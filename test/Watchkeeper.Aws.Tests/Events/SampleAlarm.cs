using System.Text;
using System.Text.Json.Nodes;
using Watchkeeper.Aws.Events.Alarms;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Aws.Tests.Events;

/// <summary>One state of one alarm, in each form of AWS's messages.</summary>
internal sealed record SampleAlarm
{
    public static readonly DateTimeOffset Now = new(2026, 11, 18, 0, 0, 0, TimeSpan.Zero);

    public string Name { get; init; } = "shop-order-cpu-high";

    public string State { get; init; } = "ALARM";

    public string PreviousState { get; init; } = "OK";

    public DateTimeOffset At { get; init; } = new(2026, 11, 17, 8, 15, 0, 482, TimeSpan.Zero);

    public string Reason { get; init; } =
        "Threshold Crossed: 1 datapoint [88.7 (17/11/26 08:14:00)] was greater than the threshold (80.0).";

    public string Description { get; init; } = "";

    public string Namespace { get; init; } = "AWS/EC2";

    public string Metric { get; init; } = "CPUUtilization";

    public IReadOnlyDictionary<string, string> Dimensions { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal) { ["AutoScalingGroupName"] = "shop-order-asg" };

    public string? Timestamp { get; init; }

    private string Arn => $"arn:aws:cloudwatch:eu-central-1:123456789012:alarm:{Name}";

    private string Time => Timestamp ?? At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+0000'", null);

    public JsonObject Document() => new()
    {
        ["alarmName"] = Name,
        ["state"] = new JsonObject { ["value"] = State, ["reason"] = Reason, ["timestamp"] = Time },
        ["previousState"] = new JsonObject { ["value"] = PreviousState },
        ["configuration"] = new JsonObject
        {
            ["description"] = Description,
            ["metrics"] = new JsonArray(new JsonObject
            {
                ["id"] = "m1",
                ["metricStat"] = new JsonObject
                {
                    ["metric"] = new JsonObject
                    {
                        ["namespace"] = Namespace,
                        ["name"] = Metric,
                        ["dimensions"] = new JsonObject(Dimensions.Select(
                            dimension => KeyValuePair.Create<string, JsonNode?>(dimension.Key, dimension.Value))),
                    },
                    ["period"] = 60,
                    ["stat"] = "Average",
                },
                ["returnData"] = true,
            }),
        },
    };

    public JsonObject Event(JsonObject? document = null) => new()
    {
        ["version"] = "0",
        ["id"] = "0f3a5b7c-9d1e-4f20-a1b2-c3d4e5f60718",
        ["detail-type"] = "CloudWatch Alarm State Change",
        ["source"] = "aws.cloudwatch",
        ["account"] = "123456789012",
        ["time"] = "2026-11-17T08:15:00Z",
        ["region"] = "eu-central-1",
        ["resources"] = new JsonArray(Arn),
        ["detail"] = document ?? Document(),
    };

    public JsonObject Action(JsonObject? document = null) => new()
    {
        ["source"] = "aws.cloudwatch",
        ["alarmArn"] = Arn,
        ["accountId"] = "123456789012",
        ["time"] = Time,
        ["region"] = "eu-central-1",
        ["alarmData"] = document ?? Document(),
    };

    public JsonObject Notification() => new()
    {
        ["AlarmName"] = Name,
        ["AlarmDescription"] = Description.Length > 0 ? Description : null,
        ["AWSAccountId"] = "123456789012",
        ["NewStateValue"] = State,
        ["NewStateReason"] = Reason,
        ["StateChangeTime"] = Time,
        ["Region"] = "EU (Frankfurt)",
        ["AlarmArn"] = Arn,
        ["OldStateValue"] = PreviousState,
        ["Trigger"] = new JsonObject
        {
            ["MetricName"] = Metric,
            [nameof(Namespace)] = Namespace,
            [nameof(Dimensions)] = new JsonArray([.. Dimensions.Select(
                dimension => new JsonObject { ["value"] = dimension.Value, ["name"] = dimension.Key })]),
            ["Statistic"] = "AVERAGE",
            ["ComparisonOperator"] = "GreaterThanThreshold",
            ["Threshold"] = 80.0,
        },
    };

    public static JsonObject Sns(params IEnumerable<string> messages) => new()
    {
        ["Records"] = new JsonArray([.. messages.Select((message, index) => new JsonObject
        {
            ["EventSource"] = "aws:sns",
            ["Sns"] = new JsonObject
            {
                ["MessageId"] = $"message-{index}",
                ["TopicArn"] = "arn:aws:sns:eu-central-1:123456789012:alarms",
                ["Message"] = message,
            },
        })]),
    };

    public static byte[] Bytes(JsonNode document) => Encoding.UTF8.GetBytes(document.ToJsonString());

    public static Signal Read(JsonNode document) =>
        AlarmEvents.Read(Bytes(document), Now) is [SignalParseResult.Accepted accepted]
            ? accepted.Signal
            : throw new InvalidOperationException(AlarmEvents.Read(Bytes(document), Now)[0].ToString());

    public static Rejection Rejected(JsonNode document) =>
        ((SignalParseResult.Rejected)AlarmEvents.Read(Bytes(document), Now).Single()).Rejection;
}
