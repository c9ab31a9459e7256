namespace Watchkeeper.Detections;

/// <summary>A detection that is there, or loaded by its id on first use.</summary>
internal sealed class DetectionSource(string id, Func<string, Detection> load)
{
    // Two threads may load it at once, with the same result.
    public Detection Detection => field ??= load(id);

    public static DetectionSource From(Detection detection) => new(detection.Id, _ => detection);
}
