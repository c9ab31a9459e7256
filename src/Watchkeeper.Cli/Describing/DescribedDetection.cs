using System.Collections.Immutable;
using System.Text.Json;
using Watchkeeper.Cli.Detecting;
using Watchkeeper.Detections;
using Watchkeeper.Detections.Cases;

namespace Watchkeeper.Cli.Describing;

/// <summary>A detection with its file, which says more than the functions need: what it is about, and its tests.</summary>
internal sealed record DescribedDetection
{
    private readonly DetectionFile file;

    private DescribedDetection(Detection detection, DetectionFile file, bool isOwn)
    {
        (Detection, this.file, OwnFile) = (detection, file, isOwn ? file.Name : null);
        Json = JsonElement.Parse(file.Rule.Span);
        Services = PatternNames.Services(Json.Member("pattern"));
        Calls = PatternNames.Calls(Json.Member("pattern"));
    }

    /// <summary>The detection.</summary>
    public Detection Detection { get; }

    /// <summary>The file of a user's own detection; null for a built-in one.</summary>
    public string? OwnFile { get; }

    /// <summary>The content of its file.</summary>
    public JsonElement Json { get; }

    /// <summary>The services whose calls it finds, by their event sources; empty if it takes any.</summary>
    public ImmutableArray<string> Services { get; }

    /// <summary>The calls that it finds; empty if it takes any.</summary>
    public ImmutableArray<string> Calls { get; }

    /// <summary>A built-in detection.</summary>
    public static DescribedDetection BuiltIn(Detection detection, DetectionFile file) => new(detection, file, isOwn: false);

    /// <summary>A user's own.</summary>
    public static DescribedDetection Own(OwnDetection own) => new(own.Detection, own.File, isOwn: true);

    /// <summary>Its tests; null without any.</summary>
    public DetectionCases? ReadTests() => file.Tests is { } tests ? DetectionCases.Parse(tests.Span, Detection) : null;
}
