using Watchkeeper.Signals;

namespace Watchkeeper.Detections;

/// <summary>An act that a detection found in an event.</summary>
/// <param name="Detection">The detection; it may be staged.</param>
/// <param name="Signal">The signal that the act is, or would be if the detection is staged.</param>
public sealed record DetectionFinding(Detection Detection, Signal Signal);
