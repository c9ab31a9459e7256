using Watchkeeper.Detections;

namespace Watchkeeper.Cli.Detecting;

/// <summary>A user's own detection and its file.</summary>
/// <param name="Detection">The detection; a built-in one in the user's stage for a <see cref="StageSetting"/>.</param>
/// <param name="File">Its file and tests; those of the built-in one for a stage.</param>
internal sealed record OwnDetection(Detection Detection, DetectionFile File)
{
    /// <summary>What the user wrote.</summary>
    public ReadOnlyMemory<byte> Written { get; init; } = File.Rule;
}
