using System.Collections.Immutable;
using Watchkeeper.Counting;
using Watchkeeper.Signals;

namespace Watchkeeper.Detections;

/// <summary>What detections make of an event.</summary>
/// <param name="Found">
/// One for each detection that is on and matches, and one for each whose act the event undoes. A match that counts towards a
/// threshold is an act only if that is reached.
/// </param>
/// <param name="Staged">The staged detections that match. They count, and open no incident, so they have no signal.</param>
public readonly record struct DetectionResult(
    ImmutableArray<DetectionFinding> Found, ImmutableArray<StagedMatch> Staged)
{
    /// <summary>No detection is about the event.</summary>
    public static DetectionResult Nothing { get; } = new([], []);

    /// <summary>The signals of the found ones.</summary>
    public ImmutableArray<Signal> Signals => [.. Found.Select(one => one.Signal)];
}

/// <summary>A detection that matches and opens no incident: it is staged, or the caller is expected.</summary>
/// <param name="Detection">The detection.</param>
/// <param name="Counted">What must be reached before it counts; null if it counts by itself.</param>
public sealed record StagedMatch(Detection Detection, CountedEvent? Counted)
{
    /// <summary>Whether the detection is on, and an exception of the configuration covers the caller.</summary>
    public bool IsExpected { get; init; }
}
