using System.Text.Json;
using Amazon.CloudWatch.Model;
using Amazon.StandIn;

namespace Amazon.CloudWatch.Internal;

/// <summary>Reads alarms.</summary>
internal static class AlarmReader
{
    public static MetricAlarm ReadMetric(JsonElement value) => new()
    {
        ActionsEnabled = value.ReadBool(nameof(MetricAlarm.ActionsEnabled)),
        AlarmActions = value.ReadStrings(nameof(MetricAlarm.AlarmActions)),
        AlarmArn = value.ReadString(nameof(MetricAlarm.AlarmArn)),
        AlarmConfigurationUpdatedTimestamp = value.ReadTime(nameof(MetricAlarm.AlarmConfigurationUpdatedTimestamp)),
        AlarmDescription = value.ReadString(nameof(MetricAlarm.AlarmDescription)),
        AlarmName = value.ReadString(nameof(MetricAlarm.AlarmName)),
        ComparisonOperator = value.ReadString(nameof(MetricAlarm.ComparisonOperator)),
        Dimensions = value.ReadList(nameof(MetricAlarm.Dimensions), MetricReader.ReadDimension),
        ExtendedStatistic = value.ReadString(nameof(MetricAlarm.ExtendedStatistic)),
        InsufficientDataActions = value.ReadStrings(nameof(MetricAlarm.InsufficientDataActions)),
        MetricName = value.ReadString(nameof(MetricAlarm.MetricName)),
        Metrics = value.ReadList(nameof(MetricAlarm.Metrics), MetricReader.ReadQuery),
        Namespace = value.ReadString(nameof(MetricAlarm.Namespace)),
        OKActions = value.ReadStrings(nameof(MetricAlarm.OKActions)),
        StateReason = value.ReadString(nameof(MetricAlarm.StateReason)),
        StateReasonData = value.ReadString(nameof(MetricAlarm.StateReasonData)),
        StateTransitionedTimestamp = value.ReadTime(nameof(MetricAlarm.StateTransitionedTimestamp)),
        StateUpdatedTimestamp = value.ReadTime(nameof(MetricAlarm.StateUpdatedTimestamp)),
        StateValue = value.ReadString(nameof(MetricAlarm.StateValue)),
        Statistic = value.ReadString(nameof(MetricAlarm.Statistic)),
        Threshold = value.ReadDouble(nameof(MetricAlarm.Threshold)),
    };

    public static CompositeAlarm ReadComposite(JsonElement value) => new()
    {
        ActionsEnabled = value.ReadBool(nameof(CompositeAlarm.ActionsEnabled)),
        ActionsSuppressedBy = value.ReadString(nameof(CompositeAlarm.ActionsSuppressedBy)),
        ActionsSuppressedReason = value.ReadString(nameof(CompositeAlarm.ActionsSuppressedReason)),
        ActionsSuppressor = value.ReadString(nameof(CompositeAlarm.ActionsSuppressor)),
        AlarmActions = value.ReadStrings(nameof(CompositeAlarm.AlarmActions)),
        AlarmArn = value.ReadString(nameof(CompositeAlarm.AlarmArn)),
        AlarmConfigurationUpdatedTimestamp = value.ReadTime(nameof(CompositeAlarm.AlarmConfigurationUpdatedTimestamp)),
        AlarmDescription = value.ReadString(nameof(CompositeAlarm.AlarmDescription)),
        AlarmName = value.ReadString(nameof(CompositeAlarm.AlarmName)),
        AlarmRule = value.ReadString(nameof(CompositeAlarm.AlarmRule)),
        InsufficientDataActions = value.ReadStrings(nameof(CompositeAlarm.InsufficientDataActions)),
        OKActions = value.ReadStrings(nameof(CompositeAlarm.OKActions)),
        StateReason = value.ReadString(nameof(CompositeAlarm.StateReason)),
        StateReasonData = value.ReadString(nameof(CompositeAlarm.StateReasonData)),
        StateTransitionedTimestamp = value.ReadTime(nameof(CompositeAlarm.StateTransitionedTimestamp)),
        StateUpdatedTimestamp = value.ReadTime(nameof(CompositeAlarm.StateUpdatedTimestamp)),
        StateValue = value.ReadString(nameof(CompositeAlarm.StateValue)),
    };

    public static LogAlarm ReadLog(JsonElement value) => new()
    {
        ActionsEnabled = value.ReadBool(nameof(LogAlarm.ActionsEnabled)),
        AlarmActions = value.ReadStrings(nameof(LogAlarm.AlarmActions)),
        AlarmArn = value.ReadString(nameof(LogAlarm.AlarmArn)),
        AlarmConfigurationUpdatedTimestamp = value.ReadTime(nameof(LogAlarm.AlarmConfigurationUpdatedTimestamp)),
        AlarmDescription = value.ReadString(nameof(LogAlarm.AlarmDescription)),
        AlarmName = value.ReadString(nameof(LogAlarm.AlarmName)),
        ComparisonOperator = value.ReadString(nameof(LogAlarm.ComparisonOperator)),
        InsufficientDataActions = value.ReadStrings(nameof(LogAlarm.InsufficientDataActions)),
        OKActions = value.ReadStrings(nameof(LogAlarm.OKActions)),
        StateReason = value.ReadString(nameof(LogAlarm.StateReason)),
        StateReasonData = value.ReadString(nameof(LogAlarm.StateReasonData)),
        StateTransitionedTimestamp = value.ReadTime(nameof(LogAlarm.StateTransitionedTimestamp)),
        StateUpdatedTimestamp = value.ReadTime(nameof(LogAlarm.StateUpdatedTimestamp)),
        StateValue = value.ReadString(nameof(LogAlarm.StateValue)),
        Threshold = value.ReadDouble(nameof(LogAlarm.Threshold)),
    };
}
