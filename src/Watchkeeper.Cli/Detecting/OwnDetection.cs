using Watchkeeper.Detections;

namespace Watchkeeper.Cli.Detecting;

/// <summary>A user's own detection and its file.</summary>
internal sealed record OwnDetection(Detection Detection, DetectionFile File);
