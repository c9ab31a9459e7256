using System.Collections.Immutable;
using Watchkeeper.Counting;
using Watchkeeper.Detections.Paths;

namespace Watchkeeper.Detections;

/// <summary>How many matching events within which time are an act of a detection.</summary>
public sealed record DetectionThreshold
{
    /// <summary>The number and the time.</summary>
    public required Threshold Limit { get; init; }

    /// <summary>
    /// The values that events must have in common to be counted together, besides the account. They include the fingerprint's:
    /// if one count led to several incidents, the order of arrival would decide which of them opens.
    /// </summary>
    public required ImmutableArray<EventPath> By { get; init; }

    /// <summary>The path whose different values are counted; null if events are.</summary>
    public EventPath? Distinct { get; init; }
}
