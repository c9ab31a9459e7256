using Watchkeeper.Detections;
using Watchkeeper.Signals;

namespace Watchkeeper.Cli.Describing;

/// <summary>Which detections a list shows; null takes all.</summary>
internal sealed record DetectionFilter
{
    /// <summary>Only those of this stage.</summary>
    public DetectionStage? Stage { get; init; }

    /// <summary>Only those whose successful calls have this severity.</summary>
    public Severity? Severity { get; init; }

    /// <summary>Only those about this service: its event source, with or without <c>.amazonaws.com</c>.</summary>
    public string? Service { get; init; }

    /// <summary>Only those that cite this technique or one of its sub-techniques.</summary>
    public string? Technique { get; init; }

    /// <summary>Whether the list shows a detection.</summary>
    public bool Includes(DescribedDetection described) =>
        (Stage is null || described.Detection.Stage == Stage)
        && (Severity is null || described.Detection.Severity == Severity)
        && (Service is null || described.Services.Contains(PatternNames.ShortService(Service), StringComparer.OrdinalIgnoreCase))
        && (Technique is null || described.Detection.Techniques.Any(IsWanted));

    private bool IsWanted(string technique) =>
        technique.Equals(Technique, StringComparison.OrdinalIgnoreCase)
        || technique.StartsWith($"{Technique}.", StringComparison.OrdinalIgnoreCase);
}
