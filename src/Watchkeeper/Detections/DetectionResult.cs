using System.Collections.Immutable;
using Watchkeeper.Signals;

namespace Watchkeeper.Detections;

/// <summary>What detections make of an event.</summary>
/// <param name="Found">
/// One for each detection that is on and matches, and one for each whose act the event undoes. A match that counts towards a
/// threshold is an act only if that is reached.
/// </param>
/// <param name="Staged">The same for staged detections that match. They count, and open no incident.</param>
public readonly record struct DetectionResult(
    ImmutableArray<DetectionFinding> Found, ImmutableArray<DetectionFinding> Staged)
{
    /// <summary>No detection is about the event.</summary>
    public static DetectionResult Nothing { get; } = new([], []);

    /// <summary>The signals of the found ones.</summary>
    public ImmutableArray<Signal> Signals => [.. Found.Select(one => one.Signal)];
}
