using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Watchkeeper.Text;

namespace Watchkeeper.Detections;

/// <summary>The result of parsing a detection: the detection, or all errors.</summary>
/// <param name="Detection">The detection; null if there are errors.</param>
/// <param name="Errors">All errors, in the order of the file format; empty if there is a detection.</param>
public sealed record DetectionParseResult(Detection? Detection, ImmutableArray<Rejection> Errors)
{
    /// <summary>Whether the detection is valid.</summary>
    [MemberNotNullWhen(true, nameof(Detection))]
    public bool IsAccepted => Detection is not null;
}
