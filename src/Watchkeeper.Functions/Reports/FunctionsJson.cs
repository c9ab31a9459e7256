using System.Text.Json.Serialization;
using Watchkeeper.Incidents;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Functions.Reports;

/// <summary>The JSON context of the handlers' reports.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters =
    [
        typeof(KebabCaseConverter<Outcome>), typeof(KebabCaseConverter<Severity>), typeof(KebabCaseConverter<IncidentStatus>),
        typeof(KebabCaseConverter<MuteKind>),
    ])]
[JsonSerializable(typeof(IntakeReport))]
[JsonSerializable(typeof(SweepReport))]
[JsonSerializable(typeof(AdvisorReport))]
public sealed partial class FunctionsJson : JsonSerializerContext;
