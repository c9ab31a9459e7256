using System.Collections.Immutable;
using Watchkeeper.Detections;

namespace Watchkeeper.Cli.Describing;

/// <summary>How many events within which time are an act.</summary>
/// <param name="Count">How many.</param>
/// <param name="Minutes">Within how many minutes of event time.</param>
/// <param name="By">The paths whose values the events have in common, besides the account; alternatives with | between.</param>
/// <param name="Distinct">The path whose different values count; null if events do.</param>
internal sealed record ThresholdLine(int Count, int Minutes, ImmutableArray<string> By, string? Distinct)
{
    public static ThresholdLine From(DetectionThreshold threshold) => new(
        threshold.Limit.Count, threshold.Limit.Minutes, [.. threshold.By.Select(path => path.ToString())],
        threshold.Distinct?.ToString());
}
