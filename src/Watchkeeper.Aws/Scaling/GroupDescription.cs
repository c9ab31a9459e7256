using Amazon.AutoScaling;
using Amazon.AutoScaling.Model;
using Watchkeeper.Reactions;

namespace Watchkeeper.Aws.Scaling;

/// <summary>Reads a group's facts for reactions from DescribeAutoScalingGroups and DescribeInstanceRefreshes.</summary>
public static class GroupDescription
{
    private const string Healthy = "Healthy";
    private const string Warmed = "Warmed:";

    private static readonly InstanceRefreshStatus[] UnderWay =
    [
        InstanceRefreshStatus.Pending, InstanceRefreshStatus.InProgress, InstanceRefreshStatus.Cancelling,
        InstanceRefreshStatus.RollbackInProgress, InstanceRefreshStatus.Baking,
    ];

    private static readonly LifecycleState[] AtRest =
    [
        LifecycleState.WarmedStopped, LifecycleState.WarmedRunning, LifecycleState.WarmedHibernated,
        LifecycleState.WarmedTerminated,
    ];

    /// <summary>Reads the facts.</summary>
    /// <param name="group">The group.</param>
    /// <param name="refreshes">The group's newest instance refreshes.</param>
    public static GroupFacts Facts(AutoScalingGroup group, IReadOnlyCollection<InstanceRefresh> refreshes)
    {
        ArgumentNullException.ThrowIfNull(group);
        // A warm-pool instance does not count until it moves into the group.
        var pool = (group.Instances ?? []).Where(IsWarmed).ToArray();
        var instances = (group.Instances ?? []).Except(pool).ToArray();
        return new GroupFacts
        {
            Name = group.AutoScalingGroupName,
            Desired = group.DesiredCapacity ?? 0,
            Min = group.MinSize ?? 0,
            Max = group.MaxSize ?? 0,
            Instances = [.. instances.Select(Id)],
            Healthy = [.. instances.Where(IsInService).Where(IsHealthy).Select(Id)],
            Protected = [.. instances.Where(instance => instance.ProtectedFromScaleIn is true).Select(Id)],
            States = (group.Instances ?? [])
                .Where(instance => !IsInService(instance))
                .ToDictionary(Id, State, StringComparer.Ordinal),
            Suspended = group.SuspendedProcesses?.ToDictionary(
                process => process.ProcessName, process => process.SuspensionReason ?? "", StringComparer.Ordinal) ?? [],
            Status = group.Status ?? "",
            Refresh = refreshes.Where(IsUnderWay).Select(Words).FirstOrDefault(""),
            WarmPoolMove = group.WarmPoolConfiguration?.Status?.Value
                ?? pool.Where(instance => !AtRest.Contains(instance.LifecycleState)).Select(Words).FirstOrDefault(""),
        };
    }

    private static string Id(Instance instance) => instance.InstanceId;

    private static string State(Instance instance) => instance.LifecycleState?.Value ?? "no lifecycle state";

    private static bool IsWarmed(Instance instance) => State(instance).StartsWith(Warmed, StringComparison.Ordinal);

    private static bool IsInService(Instance instance) => instance.LifecycleState == LifecycleState.InService;

    private static bool IsHealthy(Instance instance) => instance.HealthStatus == Healthy;

    private static bool IsUnderWay(InstanceRefresh refresh) => refresh.Status is null || UnderWay.Contains(refresh.Status);

    private static string Words(Instance instance) => $"{instance.InstanceId} {instance.LifecycleState}";

    private static string Words(InstanceRefresh refresh)
    {
        string?[] parts = [refresh.InstanceRefreshId, refresh.Status?.Value, refresh.StatusReason];
        return string.Join(' ', parts.Where(part => part is { Length: > 0 }));
    }
}
