using System.Collections.Immutable;
using System.Text.Json;
using Watchkeeper.Signals;

namespace Watchkeeper.Detections;

/// <summary>A match of a detection and an event.</summary>
public sealed record DetectionMatch
{
    private static readonly EventPath ErrorCodeAt = EventPath.Parse("detail.errorCode")!;

    /// <summary>The detection.</summary>
    public required Detection Detection { get; init; }

    /// <summary>The severity: the detection's own, or that of attempts if the call was refused.</summary>
    public required Severity Severity { get; init; }

    /// <summary>Why the call was refused, such as AccessDenied; empty for a successful call.</summary>
    public required string ErrorCode { get; init; }

    /// <summary>The values of the fingerprint's fields, in order, as names. Missing fields have empty values.</summary>
    public required ImmutableArray<string> Values { get; init; }

    /// <summary>The values of the act's fields, in the same form.</summary>
    public required ImmutableArray<string> ActValues { get; init; }

    /// <summary>The affected resource; empty if there is none.</summary>
    public required string Resource { get; init; }

    /// <summary>The match of a detection and an event; null if the detection does not match.</summary>
    public static DetectionMatch? Find(Detection detection, JsonElement json)
    {
        ArgumentNullException.ThrowIfNull(detection);
        var errorCode = ErrorCodeOf(json);
        if (errorCode.Length > 0 && detection.Attempts is null)
            return null;
        var seen = DecodedEvent.From(json, detection.Decode);
        if (!detection.Pattern.Matches(seen) || detection.Different?.IsMetBy(seen) is false)
            return null;
        return new DetectionMatch
        {
            Detection = detection,
            Severity = errorCode.Length > 0 ? detection.Attempts!.Value : detection.Severity,
            ErrorCode = errorCode,
            Values = [.. detection.Fingerprint.Select(path => FingerprintValue.From(path, seen))],
            ActValues = [.. detection.Act.Select(path => FingerprintValue.From(path, seen))],
            Resource = detection.Resource?.Find(seen) ?? "",
        };
    }

    /// <summary>Why a call was refused; empty for a successful call.</summary>
    internal static string ErrorCodeOf(JsonElement json) => ErrorCodeAt.Find(json);
}
