using System.Globalization;
using Watchkeeper.Alarms;
using Watchkeeper.Signals;

namespace Watchkeeper.Reactions;

/// <summary>
/// An alarm of a scaling policy that asks for more while its group is as large as it may be: what the policy is for no longer helps, and
/// that is an incident where the alarm itself is none.
/// </summary>
public static class ScalingLimit
{
    private const string Prefix = "scaling-limit/";

    /// <summary>How long the alarm rings before it counts: a group needs minutes to grow. 15 minutes.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <summary>The group whose limit is to be looked at; null where the alarm asks for nothing, or not for long enough.</summary>
    public static string? GroupToLookAt(ObservedAlarm alarm, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(alarm);
        return alarm.Signal.Condition is SignalCondition.Firing && now - alarm.Signal.OccurredAt >= Patience
            && alarm.Signal.Subject.Labels[SubjectLabels.Load] != SubjectLabels.Low && !alarm.Name.Contains("-AlarmLow-", StringComparison.Ordinal)
            ? ScalingAlarm.GroupOf(alarm.Name, alarm.Actions)
            : null;
    }

    /// <summary>Whether a group cannot grow. One whose facts cannot be read does not count.</summary>
    public static bool IsReached(GroupFacts? group) => group is not null && group.Desired >= group.Max;

    /// <summary>Whether an incident is about a limit.</summary>
    public static bool Is(Fingerprint fingerprint) => fingerprint.Text.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The identity of a group's limit.</summary>
    public static Fingerprint FingerprintOf(Home home, string group)
    {
        ArgumentNullException.ThrowIfNull(home);
        return new Fingerprint($"{Prefix}{home.Account}/{home.Region}/{group}");
    }

    /// <summary>The signal that the limit is reached, as of now.</summary>
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

    /// <summary>The signal that it no longer matters: the group can grow, or nothing asks for more.</summary>
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
