using System.Globalization;
using Amazon.CloudWatch.Model;
using Watchkeeper.Aws.Events.Alarms;
using Watchkeeper.Signals;

namespace Watchkeeper.Aws.Alarms;

/// <summary>Reads alarms of each type from DescribeAlarms. An alarm with missing or invalid members has no facts.</summary>
internal static class DescribedAlarms
{
    /// <summary>Reads all alarms of a page.</summary>
    public static IEnumerable<DescribedAlarm> In(DescribeAlarmsResponse page, DateTimeOffset now) =>
    [
        .. (page.MetricAlarms ?? []).Select(alarm => From(alarm, now)),
        .. (page.CompositeAlarms ?? []).Select(alarm => From(alarm, now)),
        .. (page.LogAlarms ?? []).Select(alarm => From(alarm, now)),
    ];

    private static DescribedAlarm From(MetricAlarm alarm, DateTimeOffset now) => new()
    {
        Name = alarm.AlarmName ?? "",
        Mute = MuteOf(alarm.ActionsEnabled),
        Actions = [.. alarm.AlarmActions ?? []],
        Facts = State(
            alarm.AlarmArn, alarm.AlarmName, alarm.StateValue?.Value, alarm.StateReason, alarm.StateReasonData,
            alarm.StateTransitionedTimestamp ?? alarm.StateUpdatedTimestamp, now) is { } state
            ? state with
            {
                Description = alarm.AlarmDescription ?? "",
                Metrics = DescribedMetrics.From(alarm),
                Comparison = alarm.ComparisonOperator?.Value ?? "",
                Threshold = ThresholdOf(state.Reason, alarm.ComparisonOperator?.Value, alarm.Threshold),
            }
            : null,
    };

    private static DescribedAlarm From(CompositeAlarm alarm, DateTimeOffset now) => new()
    {
        Name = alarm.AlarmName ?? "",
        Mute = MuteOf(alarm.ActionsEnabled)
            ?? (alarm.ActionsSuppressedBy?.Value is { Length: > 0 } by ? new Mute(MuteKind.Suppressed, by, Until: null) : null),
        Actions = [.. alarm.AlarmActions ?? []],
        Facts = State(
            alarm.AlarmArn, alarm.AlarmName, alarm.StateValue?.Value, alarm.StateReason, alarm.StateReasonData,
            alarm.StateTransitionedTimestamp ?? alarm.StateUpdatedTimestamp, now) is { } state
            ? state with
            {
                Description = alarm.AlarmDescription ?? "",
                Rule = alarm.AlarmRule ?? "",
            }
            : null,
    };

    private static DescribedAlarm From(LogAlarm alarm, DateTimeOffset now) => new()
    {
        Name = alarm.AlarmName ?? "",
        Mute = MuteOf(alarm.ActionsEnabled),
        Actions = [.. alarm.AlarmActions ?? []],
        Facts = State(
            alarm.AlarmArn, alarm.AlarmName, alarm.StateValue?.Value, alarm.StateReason, alarm.StateReasonData,
            alarm.StateTransitionedTimestamp ?? alarm.StateUpdatedTimestamp, now) is { } state
            ? state with
            {
                Description = alarm.AlarmDescription ?? "",
                Comparison = alarm.ComparisonOperator?.Value ?? "",
                Threshold = ThresholdOf(state.Reason, alarm.ComparisonOperator?.Value, alarm.Threshold),
            }
            : null,
    };

    private static AlarmFacts? State(
        string? arn, string? name, string? state, string? reason, string? reasonData, DateTime? since, DateTimeOffset now)
    {
        if (arn is null || !AlarmArn.Is(arn) || name is not { Length: > 0 }
            || state is not ("ALARM" or "OK" or "INSUFFICIENT_DATA")
            || CloudWatchTime.From(since) is not { } at || AwsTime.Error(at, now) is not null)
        {
            return null;
        }

        var data = ReasonData.Parse(reasonData ?? "");
        return new AlarmFacts
        {
            EventId = "",
            Arn = arn,
            Name = name,
            State = state,
            At = at,
            Reason = reason is { Length: > 0 } ? reason : data.ToString(),
            Band = data.Band,
            Newest = data.Value,
        };
    }

    private static Mute? MuteOf(bool? actionsEnabled) =>
        actionsEnabled is false ? new Mute(MuteKind.ActionsDisabled, By: "", Until: null) : null;

    private static string ThresholdOf(string reason, string? comparison, double? value) =>
        Threshold.OfReason(reason) is { Length: > 0 } said
            ? said
            : Threshold.Format(comparison ?? "", value?.ToString("0.####", CultureInfo.InvariantCulture) ?? "");
}
