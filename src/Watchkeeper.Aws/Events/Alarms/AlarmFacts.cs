using System.Collections.Immutable;
using Watchkeeper.Signals;

namespace Watchkeeper.Aws.Events.Alarms;

/// <summary>Where an alarm document was heard, for what it does not say itself.</summary>
internal sealed record AlarmOrigin
{
    /// <summary>The envelope's id; empty where the way has none.</summary>
    public string EventId { get; init; } = "";

    /// <summary>The region in which it was heard.</summary>
    public string Region { get; init; } = "";

    /// <summary>The partition in which it was heard; empty where it is to be told from the region.</summary>
    public string Partition { get; init; } = "";
}

/// <summary>What the three forms of an alarm document tell, in one form.</summary>
internal sealed record AlarmFacts
{
    /// <summary>The envelope's id; empty where the way has none.</summary>
    public required string EventId { get; init; }

    /// <summary>The alarm's ARN.</summary>
    public required string Arn { get; init; }

    /// <summary>The account that the document names beside the ARN; empty where it names none.</summary>
    public string Account { get; init; } = "";

    /// <summary>The region that the document names beside the ARN; empty where it names none.</summary>
    public string Region { get; init; } = "";

    /// <summary>The alarm's name.</summary>
    public required string Name { get; init; }

    /// <summary>ALARM, OK or INSUFFICIENT_DATA.</summary>
    public required string State { get; init; }

    /// <summary>When the state began, in milliseconds.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>CloudWatch's words for it; empty for a state that was set without.</summary>
    public required string Reason { get; init; }

    /// <summary>The state before; empty where it is not said.</summary>
    public string PreviousState { get; init; } = "";

    /// <summary>The alarm's description.</summary>
    public string Description { get; init; } = "";

    /// <summary>A composite alarm's rule; empty for others.</summary>
    public string Rule { get; init; } = "";

    /// <summary>A metric alarm's metrics and expressions; none for others.</summary>
    public ImmutableArray<AlarmMetric> Metrics { get; init; } = [];

    /// <summary>Threshold with comparison, such as <c>&gt; 80</c>; empty where it is not said.</summary>
    public string Threshold { get; init; } = "";

    /// <summary>The alarm's tags, where their propagation is on.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Tags { get; init; } = [];

    /// <summary>The one time series of a Metrics Insights alarm that this is about; empty where it is the whole alarm.</summary>
    public string Contributor { get; init; } = "";

    /// <summary>What tells that time series from the others.</summary>
    public ImmutableArray<KeyValuePair<string, string>> ContributorAttributes { get; init; } = [];

    /// <summary>
    /// The comparison operator, such as GreaterThanThreshold (PutMetricAlarm, API reference); empty where it is not said.
    /// </summary>
    public string Comparison { get; init; } = "";

    /// <summary>An anomaly alarm's newest data as <c>reasonData</c> tells them.</summary>
    public BandPoints Band { get; init; } = BandPoints.None;

    /// <summary>The ARNs of what the alarm does in any state; none where that is not said.</summary>
    public ImmutableArray<string> Actions { get; init; } = [];

    /// <summary>How the alarm's owner keeps it quiet; null where nobody does.</summary>
    public Mute? Mute { get; init; }
}
