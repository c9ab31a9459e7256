using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Watchkeeper.Detections;

/// <summary>One error in a detection's file.</summary>
/// <param name="Path">JSON path of the error.</param>
/// <param name="Reason">What is wrong there, and what a valid value is; one line.</param>
public sealed record DetectionError(string Path, string Reason)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Path}: {Reason}";
}

/// <summary>The result of parsing a detection: the detection, or all errors.</summary>
/// <param name="Detection">The detection; null if there are errors.</param>
/// <param name="Errors">All errors, in the order of the file format; empty if there is a detection.</param>
public sealed record DetectionParseResult(Detection? Detection, ImmutableArray<DetectionError> Errors)
{
    /// <summary>Whether the detection is valid.</summary>
    [MemberNotNullWhen(true, nameof(Detection))]
    public bool IsAccepted => Detection is not null;
}
