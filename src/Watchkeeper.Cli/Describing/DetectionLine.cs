using System.Collections.Immutable;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Describing;

/// <summary>One detection as <c>detections list --output json</c> prints it. The names are stable.</summary>
internal sealed record DetectionLine
{
    /// <summary>The stable name.</summary>
    public required string Id { get; init; }

    /// <summary>What happened, in one line.</summary>
    public required string Title { get; init; }

    /// <summary>The severity of successful calls: info, low, medium, high or critical.</summary>
    public required string Severity { get; init; }

    /// <summary>The severity of refused calls; null if they are ignored.</summary>
    public string? Attempts { get; init; }

    /// <summary>on, staged or off.</summary>
    public required string Stage { get; init; }

    /// <summary>The event sources without <c>.amazonaws.com</c>; empty if any counts.</summary>
    public required ImmutableArray<string> Services { get; init; }

    /// <summary>The calls; empty if any counts.</summary>
    public required ImmutableArray<string> Calls { get; init; }

    /// <summary>How many events within which time are an act; null if each is one.</summary>
    public ThresholdLine? Threshold { get; init; }

    /// <summary>Techniques of MITRE ATT&amp;CK.</summary>
    public required ImmutableArray<string> Techniques { get; init; }

    /// <summary>Controls of the CIS AWS Foundations Benchmark v3.0.0.</summary>
    public required ImmutableArray<string> Controls { get; init; }

    /// <summary>The runbook.</summary>
    public required string Runbook { get; init; }

    /// <summary>The page of the API; empty if none is named.</summary>
    public required string Reference { get; init; }

    /// <summary>The file of a user's own detection; null for a built-in one.</summary>
    public string? File { get; init; }

    /// <summary>The line of a detection.</summary>
    public static DetectionLine From(DescribedDetection described)
    {
        var detection = described.Detection;
        return new DetectionLine
        {
            Id = detection.Id,
            Title = detection.Title,
            Severity = detection.Severity.ToKebabCase(),
            Attempts = detection.Attempts?.ToKebabCase(),
            Stage = detection.Stage.ToKebabCase(),
            Services = described.Services,
            Calls = described.Calls,
            Threshold = detection.Threshold is { } threshold ? ThresholdLine.From(threshold) : null,
            Techniques = detection.Techniques,
            Controls = detection.Controls,
            Runbook = detection.Runbook,
            Reference = detection.Reference,
            File = described.OwnFile,
        };
    }
}
