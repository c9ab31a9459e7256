using System.Text.Json.Serialization;

namespace Watchkeeper.Functions.Reports;

/// <summary>The JSON context of the handlers' reports.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IntakeReport))]
[JsonSerializable(typeof(SweepReport))]
[JsonSerializable(typeof(AdvisorReport))]
public sealed partial class FunctionsJson : JsonSerializerContext;
