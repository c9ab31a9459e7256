using Amazon.CloudWatch.Model;
using Watchkeeper.Alarms;
using Watchkeeper.Aws.Tests.Events;

namespace Watchkeeper.Aws.Tests.Alarms;

/// <summary>Alarms in the form of DescribeAlarms.</summary>
internal static class Sample
{
    public const string Query =
        "SELECT MAX(CPUUtilization) FROM SCHEMA(\"AWS/EC2\", InstanceId) GROUP BY InstanceId ORDER BY MAX() DESC";

    public static readonly DateTime At = new(2026, 11, 27, 10, 0, 0, 120, DateTimeKind.Utc);

    public static string Arn(string name) => $"arn:aws:cloudwatch:eu-central-1:123456789012:alarm:{name}";

    public static MetricAlarm Alarm(string name = "orders", string state = "ALARM") => new()
    {
        AlarmName = name,
        AlarmArn = Arn(name),
        StateValue = state,
        StateReason = "Threshold Crossed: 1 datapoint [88.7] was greater than the threshold (80.0).",
        StateTransitionedTimestamp = At,
        StateUpdatedTimestamp = At.AddHours(1),
        Namespace = "AWS/EC2",
        MetricName = "CPUUtilization",
        Dimensions = [new Dimension { Name = "AutoScalingGroupName", Value = "shop-order-asg" }],
        ComparisonOperator = "GreaterThanThreshold",
        Threshold = 80,
        ActionsEnabled = true,
    };

    /// <summary>The alarm of an event, as DescribeAlarms would show it afterwards.</summary>
    public static MetricAlarm Described(SampleAlarm alarm) => new()
    {
        AlarmName = alarm.Name,
        AlarmArn = Arn(alarm.Name),
        AlarmDescription = alarm.Description,
        StateValue = alarm.State,
        StateReason = alarm.Reason,
        // DescribeAlarms sends a binary number of seconds, which is a few ticks off.
        StateTransitionedTimestamp = DateTime.UnixEpoch.AddTicks(
            (long)(alarm.At.ToUnixTimeMilliseconds() / 1000.0 * TimeSpan.TicksPerSecond)),
        StateUpdatedTimestamp = alarm.At.UtcDateTime.AddMinutes(7),
        Namespace = alarm.Namespace,
        MetricName = alarm.Metric,
        Statistic = "Average",
        Dimensions = Dimensions(alarm),
        ActionsEnabled = true,
    };

    /// <summary>The same with a list of metrics in place of one.</summary>
    public static MetricAlarm Listed(SampleAlarm alarm)
    {
        var described = Described(alarm);
        (described.Namespace, described.MetricName, described.Dimensions) = (null, null, null);
        described.Metrics =
        [
            new MetricDataQuery
            {
                Id = "m1",
                ReturnData = true,
                MetricStat = new MetricStat
                {
                    Metric =
                        new Metric { Namespace = alarm.Namespace, MetricName = alarm.Metric, Dimensions = Dimensions(alarm) },
                    Period = 60,
                    Stat = "Average",
                },
            },
        ];
        return described;
    }

    public static async Task<AlarmLookup.Found> FindAsync(this IAlarmInventory inventory, params string[] names) =>
        (AlarmLookup.Found)await inventory.FindAsync(names, Xunit.TestContext.Current.CancellationToken);

    public static ValueTask<List<ObservedAlarm>> FiringAsync(this IAlarmInventory inventory) =>
        inventory.ListFiringAsync(Xunit.TestContext.Current.CancellationToken).ToListAsync();

    public static ValueTask<List<ObservedAlarm>> ContributorsAsync(this IAlarmInventory inventory, ObservedAlarm alarm) =>
        inventory.ListFiringContributorsAsync(alarm, Xunit.TestContext.Current.CancellationToken).ToListAsync();

    private static List<Dimension> Dimensions(SampleAlarm alarm) =>
        [.. alarm.Dimensions.Select(each => new Dimension { Name = each.Key, Value = each.Value })];
}
