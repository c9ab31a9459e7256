using System.Text.Json;
using Amazon.AutoScaling.Model;
using Watchkeeper.Aws.Scaling;
using Watchkeeper.Reactions;

namespace Watchkeeper.Cli.Embedded;

/// <summary>
/// Parses groups in the format of <c>aws autoscaling describe-auto-scaling-groups</c>, and <c>InstanceRefreshes</c> in the format
/// of <c>describe-instance-refreshes</c>, from the same document or a second one.
/// </summary>
internal static class GroupFile
{
    /// <summary>Returns the groups of a document, with the refreshes of both documents.</summary>
    /// <exception cref="KeyNotFoundException">
    /// The document has no list of groups, or a group has no name, sizes or instances.
    /// </exception>
    /// <exception cref="InvalidOperationException">A value has the wrong type.</exception>
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
