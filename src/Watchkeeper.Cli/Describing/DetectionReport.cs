using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Watchkeeper.Detections;

namespace Watchkeeper.Cli.Describing;

/// <summary>Everything about one detection, as <c>detections show --output json</c> prints it. The names are stable.</summary>
internal sealed record DetectionReport
{
    /// <summary>What lists say of it.</summary>
    public required DetectionLine Detection { get; init; }

    /// <summary>What happened, in one line, in the wanted language.</summary>
    public required string Title { get; init; }

    /// <summary>Why the act matters.</summary>
    public required string Description { get; init; }

    /// <summary>What to do first; empty without advice.</summary>
    public required string Response { get; init; }

    /// <summary>Legitimate causes; empty if none is known.</summary>
    public required string FalsePositives { get; init; }

    /// <summary>The techniques by name.</summary>
    public required ImmutableArray<Reference> Techniques { get; init; }

    /// <summary>The controls by name.</summary>
    public required ImmutableArray<Reference> Controls { get; init; }

    /// <summary>The members of its file that decide what it finds, as written; null for those that are missing.</summary>
    public required ImmutableSortedDictionary<string, JsonNode?> Rule { get; init; }

    /// <summary>Its tests.</summary>
    public required ImmutableArray<DetectionTest> Tests { get; init; }

    private static readonly string[] RuleMembers =
        ["pattern", "unless", "decode", "different", "where", "fingerprint", "act", "resource", "undone"];

    /// <summary>The report of a detection, with texts in a language.</summary>
    public static DetectionReport From(
        DescribedDetection described, DetectionTexts texts, ImmutableArray<DetectionTest> tests)
    {
        return new DetectionReport
        {
            Detection = DetectionLine.From(described),
            Title = texts.Title,
            Description = texts.Description,
            Response = texts.Response,
            FalsePositives = texts.FalsePositives,
            Techniques = [.. described.Detection.Techniques.Select(References.Technique)],
            Controls = [.. described.Detection.Controls.Select(References.Control)],
            Rule = RuleMembers.ToImmutableSortedDictionary(
                name => name, name => described.Json.Member(name).Copy(), StringComparer.Ordinal),
            Tests = tests,
        };
    }
}
