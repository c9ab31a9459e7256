using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Watchkeeper.Cli.Run;
using Watchkeeper.Kills.Faults;
using Watchkeeper.Kills.World;
using Repository = Watchkeeper.Testing.Repository;

namespace Watchkeeper.Kills.Calls;

/// <summary>
/// Plays the events of <c>events</c>, a contributor of a multi-series alarm, and a group asked for more than its maximum: each
/// event to the functions that the template's rules choose, and one run of each schedule.
/// </summary>
internal static class StoryCalls
{
    /// <summary>Returns every request that results, in a world of its own.</summary>
    public static async Task<PassageLog> PlayAsync(CancellationToken cancellationToken)
    {
        await using var world = await KillWorld.StartAsync(cancellationToken);
        await using var lane = await Lane.OpenAsync(world, Lane.ShortHoldOfSweep, cancellationToken);
        lane.Proxy.Arm(null, []);
        var bus = LocalBus.Over(lane.Wiring);
        foreach (var payload in EventFiles.Load(Repository.PathOf("events")).Select(file => file.Bytes).Append(OneOfMany()))
        {
            lane.Show(payload);
            foreach (var function in bus.Route(payload).Functions)
                await lane.InvokeAsync(function, payload, cancellationToken);
            await lane.SettleAsync(cancellationToken);
        }

        lane.Show(AskingForMore());
        foreach (var schedule in lane.Wiring.Schedules)
            await lane.TickAsync(schedule.Function, cancellationToken);
        await lane.SettleAsync(cancellationToken);
        return lane.Proxy.Log();
    }

    private static ReadOnlyMemory<byte> OneOfMany()
    {
        var at = Ago(TimeSpan.Zero);
        return Encoding.UTF8.GetBytes($$"""
            {"version": "0", "id": "2271e7cb-b148-ec7e-4b96-501df17ffeb6", "detail-type": "CloudWatch Alarm Contributor State Change",
             "source": "aws.cloudwatch", "account": "123456789012", "time": "{{at}}Z", "region": "eu-central-1",
             "resources": ["arn:aws:cloudwatch:eu-central-1:123456789012:alarm:cpu-of-any-group"],
             "detail": {"alarmName": "cpu-of-any-group",
              "state": {"value": "ALARM", "reason": "Threshold Crossed: 1 datapoint [91.0] was greater than the threshold (80.0).", "timestamp": "{{at}}.120+0000"},
              "configuration": {"metrics": [{"id": "q1", "returnData": true, "period": 60,
               "expression": "SELECT MAX(CPUUtilization) FROM SCHEMA(\"AWS/EC2\", AutoScalingGroupName) GROUP BY AutoScalingGroupName"}]},
              "alarmContributor": {"id": "3770a31c00001111", "attributes": {"AutoScalingGroupName": "shop-warehouse-asg"} } } }
            """);
    }

    // The alarm of a scaling policy, firing for half an hour: the sweep asks whether the group can still grow.
    private static ReadOnlyMemory<byte> AskingForMore()
    {
        const string name = "TargetTracking-shop-warehouse-asg-AlarmHigh-0e7b6f9c-7d11-4a3c-9a56-2f1b6c0d9e55";
        var at = Ago(TimeSpan.FromMinutes(30));
        return Encoding.UTF8.GetBytes($$"""
            {"version": "0", "id": "2271e7cb-b148-ec7e-4b96-501df17ffeb7", "detail-type": "CloudWatch Alarm State Change",
             "source": "aws.cloudwatch", "account": "123456789012", "time": "{{at}}Z", "region": "eu-central-1",
             "resources": ["arn:aws:cloudwatch:eu-central-1:123456789012:alarm:{{name}}"],
             "detail": {"alarmName": "{{name}}", "state": {"value": "ALARM", "reason": "Threshold Crossed", "timestamp": "{{at}}.120+0000"},
              "previousState": {"value": "OK", "timestamp": "{{at}}.000+0000"},
              "configuration": {"metrics": [{"id": "m1", "returnData": true, "metricStat": {"period": 60, "stat": "Average", "metric":
               {"namespace": "AWS/EC2", "name": "CPUUtilization", "dimensions": {"AutoScalingGroupName": "shop-warehouse-asg"} } } }]} } }
            """);
    }

    private static string Ago(TimeSpan time) =>
        (TimeProvider.System.GetUtcNow() - time).UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>The actions that a request needs.</summary>
    /// <param name="request">The request.</param>
    /// <param name="actions">The granted actions.</param>
    public static ImmutableArray<string> Needed(BoundaryRequest request, IReadOnlyCollection<string> actions) =>
        request.Operation switch
        {
            // The writes of a transaction need their own actions.
            "TransactWriteItems" => [.. request.Rows.Select(row => row.Action)],
            var operation => [actions.SingleOrDefault(action => action.EndsWith($":{operation}", StringComparison.Ordinal))
                ?? $"none:{operation}"],
        };
}
