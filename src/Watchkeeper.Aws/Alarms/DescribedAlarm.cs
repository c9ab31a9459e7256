using System.Collections.Immutable;
using Watchkeeper.Alarms;
using Watchkeeper.Aws.Events.Alarms;
using Watchkeeper.Signals;

namespace Watchkeeper.Aws.Alarms;

/// <summary>What DescribeAlarms tells of an alarm of any type, in the form in which events tell it.</summary>
internal sealed record DescribedAlarm
{
    /// <summary>The facts; null where the alarm is shown without an ARN, a state or a time that can be true.</summary>
    public required AlarmFacts? Facts { get; init; }

    /// <summary>The alarm's name; empty where it is shown without.</summary>
    public required string Name { get; init; }

    /// <summary>How its owner keeps it quiet.</summary>
    public Mute? Mute { get; init; }

    /// <summary>The ARNs of what it does in state ALARM.</summary>
    public ImmutableArray<string> Actions { get; init; } = [];

    /// <summary>
    /// Whether it may watch many time series at once: a Metrics Insights query, an expression with one in it, and what is no
    /// metric (PromQL, a query of logs), of which nothing more is told here.
    /// </summary>
    public bool MayHaveContributors =>
        Facts is { } facts && AlarmTypes.From(facts) is AlarmType.MetricsInsights or AlarmType.MetricMath or AlarmType.Unknown;

    /// <summary>The alarm with its state as a signal; null where that is not to be had.</summary>
    public ObservedAlarm? Observe() => Facts is { } facts ? Observe(facts) : null;

    /// <summary>One time series of it, in state ALARM since then; null where that cannot be.</summary>
    public ObservedAlarm? Observe(
        string contributor, IEnumerable<KeyValuePair<string, string>> attributes, string reason, DateTimeOffset? since,
        DateTimeOffset now)
    {
        if (Facts is null || contributor.Length == 0 || (since is { } at && AwsTime.Trouble(at, now) is not null))
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
