using System.Collections.Immutable;
using Watchkeeper.Signals;

namespace Watchkeeper.Aws.Events.Alarms;

/// <summary>The origin of an alarm document, for facts that the document itself lacks.</summary>
internal sealed record AlarmOrigin
{
    /// <summary>The envelope's id; empty for sources without an envelope.</summary>
    public string EventId { get; init; } = "";

    /// <summary>The region that received the document.</summary>
    public string Region { get; init; } = "";

    /// <summary>The partition that received the document; empty to derive it from the region.</summary>
    public string Partition { get; init; } = "";
}

/// <summary>The facts that all three forms of an alarm document contain.</summary>
internal sealed record AlarmFacts
{
    /// <summary>The envelope's id; empty for sources without an envelope.</summary>
    public required string EventId { get; init; }

    /// <summary>The alarm's ARN.</summary>
    public required string Arn { get; init; }

    /// <summary>The account that the document names separately from the ARN; empty if none.</summary>
    public string Account { get; init; } = "";

    /// <summary>The region that the document names separately from the ARN; empty if none.</summary>
    public string Region { get; init; } = "";

    /// <summary>The alarm's name.</summary>
    public required string Name { get; init; }

    /// <summary>ALARM, OK or INSUFFICIENT_DATA.</summary>
    public required string State { get; init; }

    /// <summary>The start of the state, with milliseconds.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>CloudWatch's reason for the state; empty if somebody set the state without a reason.</summary>
    public required string Reason { get; init; }

    /// <summary>The previous state; empty if unknown.</summary>
    public string PreviousState { get; init; } = "";

    /// <summary>The alarm's description.</summary>
    public string Description { get; init; } = "";

    /// <summary>A composite alarm's rule; empty for other alarms.</summary>
    public string Rule { get; init; } = "";

    /// <summary>A metric alarm's metrics and expressions; empty for other alarms.</summary>
    public ImmutableArray<AlarmMetric> Metrics { get; init; } = [];

    /// <summary>The threshold with its comparison, such as <c>&gt; 80</c>; empty if unknown.</summary>
    public string Threshold { get; init; } = "";

    /// <summary>CloudWatch's comparison operator, such as <c>GreaterThanThreshold</c>; empty if unknown.</summary>
    public string Comparison { get; init; } = "";

    /// <summary>The alarm's tags, if tag propagation is on.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Tags { get; init; } = [];

    /// <summary>The time series of a Metrics Insights alarm that this state is about; empty for the whole alarm.</summary>
    public string Contributor { get; init; } = "";

    /// <summary>The attributes that distinguish that time series from the others.</summary>
    public ImmutableArray<KeyValuePair<string, string>> ContributorAttributes { get; init; } = [];

    /// <summary>An anomaly alarm's newest data points from <c>reasonData</c>.</summary>
    public BandPoints Band { get; init; } = BandPoints.None;

    /// <summary>The newest data point from <c>reasonData</c>; null without one.</summary>
    public double? Newest { get; init; }

    /// <summary>The data points from <c>reasonData</c>, with their times; empty without them.</summary>
    public DataPoints Points { get; init; } = DataPoints.None;

    /// <summary>The ARNs of the alarm's actions for all states; empty if unknown.</summary>
    public ImmutableArray<string> Actions { get; init; } = [];

    /// <summary>The alarm's mute, set by its owner; null if not muted.</summary>
    public Mute? Mute { get; init; }
}
