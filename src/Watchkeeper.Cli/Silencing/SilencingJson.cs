using System.Text.Json;
using System.Text.Json.Serialization;
using Watchkeeper.Cli.Run;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Silencing;

/// <summary>The JSON context of the commands about silences.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    Converters = [typeof(UtcConverter)])]
[JsonSerializable(typeof(SilenceLine))]
[JsonSerializable(typeof(AddedLine))]
[JsonSerializable(typeof(ChangedLine))]
[JsonSerializable(typeof(PreviewLine))]
internal sealed partial class SilencingJson : JsonSerializerContext;

/// <summary>The context with one line each, and untrusted text inert.</summary>
internal static class SilencingLines
{
    /// <summary>The context.</summary>
    public static SilencingJson Of { get; } =
        new(new JsonSerializerOptions(SilencingJson.Default.Options) { Encoder = InertJson.Encoder });
}
