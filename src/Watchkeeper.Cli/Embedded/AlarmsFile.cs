using System.Text.Json;
using Amazon.CloudWatch.Model;
using Watchkeeper.Cli.Processes;

namespace Watchkeeper.Cli.Embedded;

/// <summary>Alarms from a file in the format of <c>aws cloudwatch describe-alarms</c>.</summary>
internal static class AlarmsFile
{
    /// <summary>Reads the file; returns no alarms if the file does not exist.</summary>
    /// <exception cref="RunException">The file has another format.</exception>
    public static DescribeAlarmsResponse Load(string file)
    {
        if (!File.Exists(file))
            return new DescribeAlarmsResponse { MetricAlarms = [], CompositeAlarms = [], LogAlarms = [] };
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            var root = document.RootElement;
            return new DescribeAlarmsResponse
            {
                MetricAlarms = List(root, "MetricAlarms", Metric),
                CompositeAlarms = List(root, "CompositeAlarms", Composite),
                LogAlarms = List(root, "LogAlarms", Log),
            };
        }
        catch (Exception error)
            when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new RunException($"«{file}» is not what «aws cloudwatch describe-alarms» prints: {error.Message}");
        }
    }

    private static MetricAlarm Metric(JsonElement alarm) => new()
    {
        AlarmName = Required(alarm, "AlarmName"),
        AlarmArn = Required(alarm, "AlarmArn"),
        AlarmDescription = Text(alarm, "AlarmDescription"),
        ActionsEnabled = Flag(alarm, "ActionsEnabled"),
        AlarmActions = List(alarm, "AlarmActions", action => action.GetString()!),
        StateValue = Required(alarm, "StateValue"),
        StateReason = Text(alarm, "StateReason"),
        StateReasonData = Text(alarm, "StateReasonData"),
        StateTransitionedTimestamp = Time(alarm, "StateTransitionedTimestamp"),
        StateUpdatedTimestamp = Time(alarm, "StateUpdatedTimestamp"),
        Namespace = Text(alarm, "Namespace"),
        MetricName = Text(alarm, "MetricName"),
        Dimensions = List(alarm, "Dimensions", Dimension),
        Metrics = List(alarm, "Metrics", Query),
        ComparisonOperator = Text(alarm, "ComparisonOperator"),
        Threshold = Member(alarm, "Threshold")?.GetDouble(),
    };

    private static CompositeAlarm Composite(JsonElement alarm) => new()
    {
        AlarmName = Required(alarm, "AlarmName"),
        AlarmArn = Required(alarm, "AlarmArn"),
        AlarmDescription = Text(alarm, "AlarmDescription"),
        AlarmRule = Text(alarm, "AlarmRule"),
        ActionsEnabled = Flag(alarm, "ActionsEnabled"),
        ActionsSuppressedBy = Text(alarm, "ActionsSuppressedBy"),
        AlarmActions = List(alarm, "AlarmActions", action => action.GetString()!),
        StateValue = Required(alarm, "StateValue"),
        StateReason = Text(alarm, "StateReason"),
        StateReasonData = Text(alarm, "StateReasonData"),
        StateTransitionedTimestamp = Time(alarm, "StateTransitionedTimestamp"),
        StateUpdatedTimestamp = Time(alarm, "StateUpdatedTimestamp"),
    };

    private static LogAlarm Log(JsonElement alarm) => new()
    {
        AlarmName = Required(alarm, "AlarmName"),
        AlarmArn = Required(alarm, "AlarmArn"),
        AlarmDescription = Text(alarm, "AlarmDescription"),
        ActionsEnabled = Flag(alarm, "ActionsEnabled"),
        AlarmActions = List(alarm, "AlarmActions", action => action.GetString()!),
        StateValue = Required(alarm, "StateValue"),
        StateReason = Text(alarm, "StateReason"),
        StateReasonData = Text(alarm, "StateReasonData"),
        StateTransitionedTimestamp = Time(alarm, "StateTransitionedTimestamp"),
        StateUpdatedTimestamp = Time(alarm, "StateUpdatedTimestamp"),
        ComparisonOperator = Text(alarm, "ComparisonOperator"),
        Threshold = Member(alarm, "Threshold")?.GetDouble(),
    };

    private static MetricDataQuery Query(JsonElement query) => new()
    {
        Id = Text(query, "Id"),
        Expression = Text(query, "Expression"),
        Label = Text(query, "Label"),
        AccountId = Text(query, "AccountId"),
        ReturnData = Flag(query, "ReturnData"),
        MetricStat = Member(query, "MetricStat") is { } stat
            ? new MetricStat { Metric = Member(stat, "Metric") is { } metric ? MetricOf(metric) : null }
            : null,
    };

    private static Metric MetricOf(JsonElement metric) => new()
    {
        Namespace = Text(metric, "Namespace"),
        MetricName = Text(metric, "MetricName"),
        Dimensions = List(metric, "Dimensions", Dimension),
    };

    private static Dimension Dimension(JsonElement dimension) =>
        new() { Name = Text(dimension, "Name"), Value = Text(dimension, "Value") };

    private static List<T> List<T>(JsonElement element, string name, Func<JsonElement, T> read) =>
        Member(element, name) is { } list ? [.. list.EnumerateArray().Select(read)] : [];

    private static string Required(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static string? Text(JsonElement element, string name) => Member(element, name)?.GetString();

    private static bool? Flag(JsonElement element, string name) => Member(element, name)?.GetBoolean();

    private static DateTime? Time(JsonElement element, string name) => Member(element, name)?.GetDateTimeOffset().UtcDateTime;

    private static JsonElement? Member(JsonElement element, string name) =>
        element.TryGetProperty(name, out var member) && member.ValueKind is not JsonValueKind.Null ? member : null;
}
