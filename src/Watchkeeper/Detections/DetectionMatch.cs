using System.Collections.Immutable;
using System.Text.Json;
using Watchkeeper.Detections.Actors;
using Watchkeeper.Detections.Paths;
using Watchkeeper.Signals;

namespace Watchkeeper.Detections;

/// <summary>A match of a detection and an event.</summary>
public sealed record DetectionMatch
{
    private static readonly EventPath ErrorCodeAt = EventPath.Parse("detail.errorCode")!;

    /// <summary>The detection.</summary>
    public required Detection Detection { get; init; }

    /// <summary>
    /// The severity: the detection's own, or that of attempts if the call was refused; one step lower if it was lowered.
    /// </summary>
    public required Severity Severity { get; init; }

    /// <summary>Why the severity was lowered; null if it was not.</summary>
    public Lowering? Lowering { get; init; }

    /// <summary>Who made the call.</summary>
    internal Actor Actor { get; init; }

    /// <summary>Why the call was refused, such as AccessDenied; empty for a successful call.</summary>
    public required string ErrorCode { get; init; }

    /// <summary>The values of the fingerprint's fields, in order, as names. Missing fields have empty values.</summary>
    public required ImmutableArray<string> Values { get; init; }

    /// <summary>The values of the act's fields, in the same form.</summary>
    public required ImmutableArray<string> ActValues { get; init; }

    /// <summary>The values that a threshold counts by, in the same form; empty without a threshold.</summary>
    public ImmutableArray<string> CountedBy { get; init; } = [];

    /// <summary>The different values that a threshold counts, as names; empty if it counts events.</summary>
    public ImmutableArray<string> Distinct { get; init; } = [];

    /// <summary>The affected resource; empty if there is none.</summary>
    public required string Resource { get; init; }

    /// <summary>
    /// The match of a detection and an event; null if the detection does not match. A call that failed without being refused
    /// changed nothing and tried nothing that it may not: no match, unless the detection's pattern asks for the error code.
    /// Nor is a refusal of one of AWS's own services a match: it tries what it was not granted, and goes on without it.
    /// </summary>
    public static DetectionMatch? Find(Detection detection, JsonElement json)
    {
        ArgumentNullException.ThrowIfNull(detection);
        return Find(detection, new EvaluatedEvent(json, []));
    }

    /// <summary>The same for an event that several detections are evaluated over.</summary>
    internal static DetectionMatch? Find(Detection detection, EvaluatedEvent evaluated)
    {
        var severity = evaluated.Outcome switch
        {
            CallOutcome.Succeeded => detection.Severity,
            _ when detection.NamesErrorCode => detection.Attempts ?? detection.Severity,
            CallOutcome.Refused => detection.Attempts,
            _ => null,
        };
        if (severity is null)
            return null;
        var seen = evaluated.Decoded(detection.Decode);
        if (!detection.IsMetBy(seen))
            return null;
        if (evaluated is { Outcome: CallOutcome.Refused, Actor.IsServiceItself: true })
            return null;
        var lowering = Lowering.For(detection, severity.Value, evaluated.Actor);
        return new DetectionMatch
        {
            Detection = detection,
            Severity = lowering?.To ?? severity.Value,
            Lowering = lowering,
            Actor = evaluated.Actor,
            ErrorCode = evaluated.ErrorCode,
            Values = ValuesAt(detection.Fingerprint, seen),
            ActValues = ValuesAt(detection.Act, seen),
            CountedBy = ValuesAt(detection.Threshold?.By ?? [], seen),
            Distinct = detection.Threshold?.Distinct is { } distinct ? FingerprintValue.NamesAt(distinct, seen) : [],
            Resource = detection.Resource?.Find(seen) ?? "",
        };
    }

    private static ImmutableArray<string> ValuesAt(ImmutableArray<EventPath> paths, JsonElement json) =>
        [.. paths.Select(path => FingerprintValue.From(path, json))];

    /// <summary>Why a call was refused; empty for a successful call.</summary>
    internal static string ErrorCodeOf(JsonElement json) => ErrorCodeAt.Find(json);
}
