using System.Collections.Immutable;
using System.Text.Json;
using Watchkeeper.Detections.Actors;

namespace Watchkeeper.Detections;

/// <summary>An event that undoes a detection's act.</summary>
public sealed record UndoneMatch
{
    /// <summary>The detection.</summary>
    public required Detection Detection { get; init; }

    /// <summary>Who made the call.</summary>
    internal Actor Actor { get; init; }

    /// <summary>The values of the act's fingerprint, in order.</summary>
    public required ImmutableArray<string> Values { get; init; }

    /// <summary>The affected resource; empty if there is none.</summary>
    public required string Resource { get; init; }

    /// <summary>
    /// The first undoing that the event matches; null if there is none. A refused call undoes nothing. Neither does another act
    /// of the same kind, such as a bucket policy that is as public as the one before.
    /// </summary>
    public static UndoneMatch? Find(Detection detection, JsonElement json)
    {
        ArgumentNullException.ThrowIfNull(detection);
        return Find(detection, new EvaluatedEvent(json, []));
    }

    /// <summary>The same for an event that several detections are evaluated over.</summary>
    internal static UndoneMatch? Find(Detection detection, EvaluatedEvent evaluated)
    {
        if (detection.Undone.IsEmpty || evaluated.Outcome is not CallOutcome.Succeeded)
            return null;
        var seen = evaluated.Decoded(detection.Decode);
        var undoing = detection.Undone.FirstOrDefault(one => one.Matches(seen));
        if (undoing is null || DetectionMatch.Find(detection, evaluated) is not null)
            return null;
        return new UndoneMatch
        {
            Detection = detection,
            Actor = evaluated.Actor,
            Values = [.. undoing.Fingerprint.Select(path => FingerprintValue.From(path, seen))],
            Resource = detection.Resource?.Find(seen) ?? "",
        };
    }
}
