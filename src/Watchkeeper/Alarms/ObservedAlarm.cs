using System.Collections.Immutable;
using Watchkeeper.Signals;

namespace Watchkeeper.Alarms;

/// <summary>One alarm as DescribeAlarms reports it (CloudWatch API reference).</summary>
public sealed record ObservedAlarm
{
    /// <summary>The alarm's name; unique in its account and region.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// The alarm's state as a signal. Its id equals that of the state-change event, so a state that is already recorded is a
    /// duplicate. <see cref="Signal.Mute"/> shows disabled or suppressed actions; DescribeAlarms does not report mute rules.
    /// </summary>
    public required Signal Signal { get; init; }

    /// <summary>The ARNs of the alarm's actions for state ALARM.</summary>
    public ImmutableArray<string> Actions { get; init; } = [];

    /// <summary>Whether a fingerprint belongs to this alarm, or to one of its time series.</summary>
    public bool IsOf(Fingerprint fingerprint) => fingerprint == Signal.Subject.Fingerprint
        || fingerprint.Text.StartsWith($"{Signal.Subject.Fingerprint.Text}#", StringComparison.Ordinal);
}
