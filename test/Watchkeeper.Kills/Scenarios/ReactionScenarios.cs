using Watchkeeper.Kills.World;

namespace Watchkeeper.Kills.Scenarios;

/// <summary>An alarm on an Auto Scaling group of its own, and the reaction to it.</summary>
internal abstract class ReactionScenario(string name, string file, string step) : Scenario
{
    public override string Name => name;

    public override string Function => "ReactFunction";

    public override IReadOnlyList<string> Expected => ["slot alarm/*: version 1, open, 1 signals", $"reaction {step}"];

    public override Task PrepareAsync(Lane lane, string marker, CancellationToken cancellationToken) => lane.World.Api.CallAsync(
        "autoscaling", "2011-01-01", "CreateAutoScalingGroup", cancellationToken,
        ("AutoScalingGroupName", marker), ("LaunchConfigurationName", "shop"), ("AvailabilityZones.member.1", "eu-central-1a"),
        ("MinSize", "1"), ("MaxSize", "4"), ("DesiredCapacity", "2"));

    public override async Task PlayAsync(Lane lane, string marker, CancellationToken cancellationToken)
    {
        var alarm = new AlarmEvent(file, marker, await DimensionsAsync(lane, marker, cancellationToken));
        await lane.ChangeAsync(alarm.Create("ALARM", "OK", 0), cancellationToken);
        await lane.SettleAsync(cancellationToken);
    }

    protected abstract Task<Dictionary<string, string>> DimensionsAsync(
        Lane lane, string marker, CancellationToken cancellationToken);
}

/// <summary>CPU is short: the group grows.</summary>
internal sealed class ScaledOut() : ReactionScenario("group scaled out", "010-order-cpu-high-alarm.json", "scale-out.0")
{
    protected override Task<Dictionary<string, string>> DimensionsAsync(
        Lane lane, string marker, CancellationToken cancellationToken) =>
        Task.FromResult(new Dictionary<string, string>(StringComparer.Ordinal) { ["AutoScalingGroupName"] = marker });
}

/// <summary>An instance fails its status check: the group replaces it.</summary>
internal sealed class ReplacedInstance()
    : ReactionScenario("instance replaced", "100-warehouse-status-check-failed-alarm.json", "replace-instance.0")
{
    protected override async Task<Dictionary<string, string>> DimensionsAsync(
        Lane lane, string marker, CancellationToken cancellationToken) =>
        new(StringComparer.Ordinal)
        {
            ["InstanceId"] = (await lane.World.GroupAsync(marker, cancellationToken)).Instances.First(),
        };
}
