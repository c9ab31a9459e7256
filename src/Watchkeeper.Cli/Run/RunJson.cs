using System.Text.Json.Serialization;

namespace Watchkeeper.Cli.Run;

/// <summary>The JSON context of <c>run --output json</c>, which prints one object a line.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.Never)]
[JsonSerializable(typeof(EventOutcome))]
internal sealed partial class RunJson : JsonSerializerContext;
