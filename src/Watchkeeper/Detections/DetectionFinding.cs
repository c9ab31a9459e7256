using Watchkeeper.Counting;
using Watchkeeper.Signals;

namespace Watchkeeper.Detections;

/// <summary>An act that a detection found in an event.</summary>
/// <param name="Detection">The detection; it may be staged.</param>
/// <param name="Signal">The signal that the act is, or would be if the detection is staged.</param>
public sealed record DetectionFinding(Detection Detection, Signal Signal)
{
    /// <summary>What must be reached before the event is an act; null if it is one by itself.</summary>
    public CountedEvent? Counted { get; init; }
}
