using System.Globalization;
using Watchkeeper.Alarms;
using Watchkeeper.Signals;

namespace Watchkeeper.Reactions;

/// <summary>
/// A scaling policy asks for more instances while its group is at its maximum size. The policy cannot help any more, so this is
/// an incident, although the policy's alarm alone is none.
/// </summary>
public static class ScalingLimit
{
    private const string Prefix = "scaling-limit/";

    /// <summary>How long the alarm must fire, because a group needs minutes to grow: 15 minutes.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <summary>
    /// The group whose limit must be checked; null if the alarm asks for no growth, or has not fired for long enough.
    /// </summary>
    public static string? GroupToLookAt(ObservedAlarm alarm, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(alarm);
        return alarm.Signal.Condition is SignalCondition.Firing && now - alarm.Signal.OccurredAt >= Patience
            && alarm.Signal.Subject.Labels[SubjectLabels.Load] != SubjectLabels.Low
            && !alarm.Name.Contains("-AlarmLow-", StringComparison.Ordinal)
            ? ScalingAlarm.GroupOf(alarm.Name, alarm.Actions)
            : null;
    }

    /// <summary>Whether a group cannot grow. False if the group's facts cannot be read.</summary>
    public static bool IsReached(GroupFacts? group) => group is not null && group.Desired >= group.Max;

    /// <summary>Whether an incident is about a scaling limit.</summary>
    public static bool Is(Fingerprint fingerprint) => fingerprint.Text.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The fingerprint of a group's scaling limit.</summary>
    public static Fingerprint FingerprintOf(Home home, string group)
    {
        ArgumentNullException.ThrowIfNull(home);
        return new Fingerprint($"{Prefix}{home.Account}/{home.Region}/{group}");
    }

    /// <summary>The firing signal: the group is at its limit now.</summary>
    public static Signal Reached(ObservedAlarm alarm, GroupFacts group, Home home, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(alarm);
        ArgumentNullException.ThrowIfNull(group);
        var fingerprint = FingerprintOf(home, group.Name);
        var max = group.Max.ToString(CultureInfo.InvariantCulture);
        var since = alarm.Signal.OccurredAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return CreateSignal(fingerprint, SignalCondition.Firing, now) with
        {
            Reason = $"{alarm.Name} has asked for more since {since} UTC; {alarm.Signal.Reason}",
            Subject = SubjectLimits.Bound(alarm.Signal.Subject with
            {
                Fingerprint = fingerprint,
                Kind = SignalKind.ScalingLimit,
                Title = $"{group.Name} is at its maximum of {max}",
                Resource = group.Name,
                Labels = LabelSet.From(
                [
                    KeyValuePair.Create("AutoScalingGroupName", group.Name),
                    KeyValuePair.Create("maximum", max),
                ]),
            }),
        };
    }

    /// <summary>The resolved signal: the group can grow, or no alarm asks for more.</summary>
    public static Signal Left(Subject subject, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return CreateSignal(subject.Fingerprint, SignalCondition.Resolved, now) with { Subject = subject };
    }

    private static Signal CreateSignal(Fingerprint fingerprint, SignalCondition condition, DateTimeOffset now)
    {
        var id = StableHash.Compute(
            fingerprint.Text, condition.ToString(), now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));
        return new Signal
        {
            Id = id,
            EventId = id,
            OccurredAt = now,
            Condition = condition,
            Nature = SignalNature.State,
            Subject = new Subject
            {
                Fingerprint = fingerprint,
                Source = SignalSource.Alarm,
                Kind = SignalKind.ScalingLimit,
                Name = "",
                Title = "",
                Account = "",
                Region = "",
            },
            Reason = "",
        };
    }
}
