using System.Collections.Immutable;
using Watchkeeper.Signals;

namespace Watchkeeper.Detections;

/// <summary>What detections make of an event.</summary>
/// <param name="Signals">
/// One signal for each detection that is on and matches, and one for each whose act the event undoes.
/// </param>
/// <param name="Staged">The ids of the staged detections that match. They count, and open no incident.</param>
public readonly record struct DetectionResult(ImmutableArray<Signal> Signals, ImmutableArray<string> Staged)
{
    /// <summary>No detection is about the event.</summary>
    public static DetectionResult Nothing { get; } = new([], []);
}
