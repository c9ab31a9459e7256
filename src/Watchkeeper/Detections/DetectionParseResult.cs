using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Watchkeeper.Detections;

/// <summary>One thing that is wrong with a detection's file.</summary>
/// <param name="Path">JSON path of the place.</param>
/// <param name="Reason">What is wrong there and what would be right; one line.</param>
public sealed record DetectionError(string Path, string Reason)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Path}: {Reason}";
}

/// <summary>What came of reading a detection: the detection, or everything that is wrong with it.</summary>
/// <param name="Detection">The detection; null where there are errors.</param>
/// <param name="Errors">All errors, in the order of the file's description; empty where there is a detection.</param>
public sealed record DetectionParseResult(Detection? Detection, ImmutableArray<DetectionError> Errors)
{
    /// <summary>Whether there is a detection.</summary>
    [MemberNotNullWhen(true, nameof(Detection))]
    public bool IsAccepted => Detection is not null;
}
