using System.Collections.Immutable;

namespace Watchkeeper.Alarms;

/// <summary>
/// Alarms that serve a scaling policy. Target tracking uses fixed names for its alarms, in EC2 Auto Scaling and in Application
/// Auto Scaling. Any other such alarm has a policy among its actions («Target tracking scaling policies» and «Step and simple
/// scaling policies»).
/// </summary>
public static class ScalingAlarm
{
    private const string Prefix = "TargetTracking-";
    private const int UuidLength = 36;

    private static readonly ImmutableArray<string> Suffixes =
        ["-AlarmHigh-", "-AlarmLow-", "-ProvisionedCapacityHigh-", "-ProvisionedCapacityLow-"];

    /// <summary>Whether an alarm serves a scaling policy.</summary>
    /// <param name="name">The alarm's name.</param>
    /// <param name="actions">The ARNs of the alarm's actions; empty if unknown.</param>
    public static bool IsOne(string name, IEnumerable<string> actions)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(actions);
        return Resource(name) is not null || actions.Any(action => Policy(action) is not null);
    }

    /// <summary>
    /// The Auto Scaling group whose policy the alarm serves; null if the alarm serves no policy, or the policy of another
    /// resource.
    /// </summary>
    /// <param name="name">The alarm's name.</param>
    /// <param name="actions">The ARNs of the alarm's actions; empty if unknown.</param>
    public static string? GroupOf(string name, IEnumerable<string> actions)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(actions);
        return actions.Select(action => Policy(action) is { } policy ? GroupIn(policy) : null)
                .FirstOrDefault(group => group is not null)
            ?? (Resource(name) is { } resource && !resource.Contains('/', StringComparison.Ordinal) ? resource : null);
    }

    // TargetTracking-RESOURCE-AlarmHigh-UUID. Resources of Application Auto Scaling contain a slash, such as table/NAME.
    private static string? Resource(string name)
    {
        if (!name.StartsWith(Prefix, StringComparison.Ordinal) || name.Length < Prefix.Length + UuidLength
            || !Guid.TryParseExact(name.AsSpan(name.Length - UuidLength), "D", out _))
        {
            return null;
        }

        var rest = name[Prefix.Length..^UuidLength];
        var suffix = Suffixes.FirstOrDefault(each => rest.Length > each.Length && rest.EndsWith(each, StringComparison.Ordinal));
        return suffix is null ? null : rest[..^suffix.Length];
    }

    // arn:PARTITION:autoscaling:REGION:ACCOUNT:scalingPolicy:UUID:autoScalingGroupName/NAME:policyName/NAME. No name contains a
    // colon.
    private static string[]? Policy(string action) =>
        action.Split(':') is ["arn", _, "autoscaling", _, _, "scalingPolicy", .. var policy] ? policy : null;

    private static string? GroupIn(string[] policy)
    {
        const string prefix = "autoScalingGroupName/";
        var part = policy.FirstOrDefault(each => each.StartsWith(prefix, StringComparison.Ordinal));
        return part is { Length: > 0 } && part.Length > prefix.Length ? part[prefix.Length..] : null;
    }
}
