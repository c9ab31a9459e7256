using System.Text.Json;
using System.Text.Json.Serialization;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Describing;

/// <summary>The JSON context of the commands that describe detections.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.Never)]
[JsonSerializable(typeof(DetectionLine))]
[JsonSerializable(typeof(DetectionReport))]
[JsonSerializable(typeof(CoverageRow))]
internal sealed partial class DescribingJson : JsonSerializerContext;

/// <summary>The context with one line each, and untrusted text inert.</summary>
internal static class DescribingLines
{
    /// <summary>The context.</summary>
    public static DescribingJson Of { get; } =
        new(new JsonSerializerOptions(DescribingJson.Default.Options) { Encoder = InertJson.Encoder });
}
