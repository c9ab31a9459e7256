using System.Collections.Immutable;
using Watchkeeper.Alarms;
using Watchkeeper.Aws.Events.Alarms;
using Watchkeeper.Signals;

namespace Watchkeeper.Aws.Alarms;

/// <summary>An alarm of any type from DescribeAlarms, in the form that events have.</summary>
internal sealed record DescribedAlarm
{
    /// <summary>The facts; null if the response lacks an ARN, a state or a plausible time.</summary>
    public required AlarmFacts? Facts { get; init; }

    /// <summary>The alarm's name; empty if the response has none.</summary>
    public required string Name { get; init; }

    /// <summary>The alarm's mute, set by its owner.</summary>
    public Mute? Mute { get; init; }

    /// <summary>The ARNs of the actions for state ALARM.</summary>
    public ImmutableArray<string> Actions { get; init; } = [];

    /// <summary>
    /// Whether the alarm may watch several time series: through a Metrics Insights query, an expression that contains one, or a
    /// source without metrics (PromQL, a log query), of which DescribeAlarms gives no details.
    /// </summary>
    public bool MayHaveContributors =>
        Facts is { } facts && AlarmTypes.From(facts) is AlarmType.MetricsInsights or AlarmType.MetricMath or AlarmType.Unknown;

    /// <summary>The alarm with its state as a signal; null if no signal can be made.</summary>
    public ObservedAlarm? Observe() => Facts is { } facts ? Observe(facts) : null;

    /// <summary>One time series of the alarm, in state ALARM since the given time; null if no signal can be made.</summary>
    public ObservedAlarm? Observe(
        string contributor, IEnumerable<KeyValuePair<string, string>> attributes, string reason, DateTimeOffset? since,
        DateTimeOffset now)
    {
        if (Facts is null || contributor.Length == 0 || (since is { } at && AwsTime.Error(at, now) is not null))
            return null;
        return Observe(Facts with
        {
            State = "ALARM",
            At = since ?? Facts.At,
            Reason = reason,
            Threshold = Threshold.OfReason(reason) is { Length: > 0 } threshold ? threshold : Facts.Threshold,
            Contributor = contributor,
            ContributorAttributes = [.. attributes],
        });
    }

    private ObservedAlarm? Observe(AlarmFacts facts) => AlarmSignal.Create(facts) is SignalParseResult.Accepted accepted
        ? new ObservedAlarm { Name = Name, Signal = accepted.Signal with { Mute = Mute }, Actions = Actions }
        : null;
}
