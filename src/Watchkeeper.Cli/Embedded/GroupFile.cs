using System.Text.Json;
using Amazon.AutoScaling.Model;
using Watchkeeper.Aws.Scaling;
using Watchkeeper.Reactions;

namespace Watchkeeper.Cli.Embedded;

/// <summary>
/// Groups as <c>aws autoscaling describe-auto-scaling-groups</c> prints them, and the <c>InstanceRefreshes</c> that
/// <c>describe-instance-refreshes</c> prints, in the same document or in one beside it.
/// </summary>
internal static class GroupFile
{
    /// <summary>The groups of a document, with the refreshes of both.</summary>
    /// <exception cref="KeyNotFoundException">
    /// It has no list of groups, or a group lacks its name, its sizes or its instances.
    /// </exception>
    /// <exception cref="InvalidOperationException">Something in it is of another kind.</exception>
    public static IEnumerable<GroupFacts> Read(JsonElement document, JsonElement beside)
    {
        var refreshes = Items(document, "InstanceRefreshes").Concat(Items(beside, "InstanceRefreshes"))
            .Select(Refresh)
            .ToLookup(refresh => refresh.AutoScalingGroupName, StringComparer.Ordinal);
        return document.GetProperty("AutoScalingGroups").EnumerateArray()
            .Select(Group)
            .Select(group => GroupDescription.Facts(group, [.. refreshes[group.AutoScalingGroupName]]));
    }

    private static AutoScalingGroup Group(JsonElement group) => new()
    {
        AutoScalingGroupName = group.GetProperty("AutoScalingGroupName").GetString()!,
        DesiredCapacity = group.GetProperty("DesiredCapacity").GetInt32(),
        MinSize = group.GetProperty("MinSize").GetInt32(),
        MaxSize = group.GetProperty("MaxSize").GetInt32(),
        Instances = [.. group.GetProperty("Instances").EnumerateArray().Select(Instance)],
        SuspendedProcesses = [.. Items(group, "SuspendedProcesses").Select(Suspended)],
        Status = Text(group, "Status"),
        WarmPoolConfiguration = group.TryGetProperty("WarmPoolConfiguration", out var pool) && Text(pool, "Status") is { } status
            ? new WarmPoolConfiguration { Status = status }
            : null,
    };

    private static Instance Instance(JsonElement instance) => new()
    {
        InstanceId = instance.GetProperty("InstanceId").GetString()!,
        HealthStatus = instance.GetProperty("HealthStatus").GetString(),
        LifecycleState = instance.GetProperty("LifecycleState").GetString(),
        ProtectedFromScaleIn = instance.TryGetProperty("ProtectedFromScaleIn", out var isProtected) && isProtected.GetBoolean(),
    };

    private static SuspendedProcess Suspended(JsonElement process) => new()
    {
        ProcessName = process.GetProperty("ProcessName").GetString()!,
        SuspensionReason = Text(process, "SuspensionReason"),
    };

    private static InstanceRefresh Refresh(JsonElement refresh) => new()
    {
        AutoScalingGroupName = refresh.GetProperty("AutoScalingGroupName").GetString()!,
        InstanceRefreshId = Text(refresh, "InstanceRefreshId"),
        Status = Text(refresh, "Status"),
        StatusReason = Text(refresh, "StatusReason"),
    };

    private static JsonElement[] Items(JsonElement element, string name) =>
        element.TryGetProperty(name, out var list) && list.ValueKind is not JsonValueKind.Null ? [.. list.EnumerateArray()] : [];

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value.GetString() : null;
}
