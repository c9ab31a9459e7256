using System.Text.Json.Serialization;
using Watchkeeper.Incidents;
using Watchkeeper.Signals;

namespace Watchkeeper.Cli.Run;

/// <summary>
/// The JSON context of <c>run --output json</c>, which prints one object a line (<c>run-output.schema.json</c>), and of
/// <c>run.json</c>.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    Converters =
    [
        typeof(KebabCaseConverter<Outcome>), typeof(KebabCaseConverter<Severity>), typeof(KebabCaseConverter<IncidentStatus>),
        typeof(KebabCaseConverter<MuteKind>), typeof(KebabCaseConverter<EffectKind>), typeof(UtcConverter),
    ])]
[JsonSerializable(typeof(EventOutcome))]
[JsonSerializable(typeof(JsonSummary))]
[JsonSerializable(typeof(InboxAnswer))]
[JsonSerializable(typeof(InboxRefusal))]
[JsonSerializable(typeof(RunRecord))]
internal sealed partial class RunJson : JsonSerializerContext;
