using System.Text.Json.Serialization;

namespace Watchkeeper.Cli.Run;

/// <summary>What <c>run --output json</c> prints, one object a line.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.Never)]
[JsonSerializable(typeof(EventOutcome))]
internal sealed partial class RunJson : JsonSerializerContext;
