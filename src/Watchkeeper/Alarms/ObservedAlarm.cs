using System.Collections.Immutable;
using Watchkeeper.Signals;

namespace Watchkeeper.Alarms;

/// <summary>One alarm as DescribeAlarms shows it (CloudWatch API reference).</summary>
public sealed record ObservedAlarm
{
    /// <summary>The alarm's name; unique in its account and region.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// Its state as a signal: the same id as that of the state-change event, so that a state that was heard already is a duplicate.
    /// Its <see cref="Signal.Mute"/> says whether actions are disabled or suppressed; mute rules are not shown by DescribeAlarms.
    /// </summary>
    public required Signal Signal { get; init; }

    /// <summary>The ARNs of what the alarm does in state ALARM.</summary>
    public ImmutableArray<string> Actions { get; init; } = [];

    /// <summary>Whether a fingerprint is that of this alarm, or of one of the time series that it is over.</summary>
    public bool IsOf(Fingerprint fingerprint) => fingerprint == Signal.Subject.Fingerprint
        || fingerprint.Text.StartsWith($"{Signal.Subject.Fingerprint.Text}#", StringComparison.Ordinal);
}
