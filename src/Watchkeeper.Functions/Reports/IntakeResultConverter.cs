using System.Text.Json;
using System.Text.Json.Serialization;
using Watchkeeper.Incidents;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Functions.Reports;

/// <summary>
/// Writes enumerations in kebab case. By hand, because System.Text.Json compiles its whole machinery once more for each
/// enumeration, 45 KB that every cold start would load.
/// </summary>
internal sealed class IntakeResultConverter : JsonConverter<IntakeResult>
{
    /// <inheritdoc/>
    public override IntakeResult Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var json = JsonElement.ParseValue(ref reader);
        return new IntakeResult
        {
            EventId = TextOrNull(json, "event_id") ?? "",
            Outcome = Value<Outcome>(json, "outcome") ?? throw new JsonException("$.outcome is missing"),
            Reason = TextOrNull(json, "reason") ?? "",
            Path = TextOrNull(json, "path"),
            Incident = TextOrNull(json, "incident"),
            Fingerprint = TextOrNull(json, "fingerprint"),
            Severity = Value<Severity>(json, "severity"),
            UnknownSeverity = TextOrNull(json, "unknown_severity"),
            Title = TextOrNull(json, "title"),
            Status = Value<IncidentStatus>(json, "status"),
            Mute = Value<MuteKind>(json, "mute"),
        };
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IntakeResult value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("event_id", value.EventId);
        writer.WriteString("outcome", value.Outcome.ToKebabCase());
        writer.WriteString("reason", value.Reason);
        WriteUnlessNull("path", value.Path);
        WriteUnlessNull("incident", value.Incident);
        WriteUnlessNull("fingerprint", value.Fingerprint);
        WriteUnlessNull("severity", value.Severity?.ToKebabCase());
        WriteUnlessNull("unknown_severity", value.UnknownSeverity);
        WriteUnlessNull("title", value.Title);
        WriteUnlessNull("status", value.Status?.ToKebabCase());
        WriteUnlessNull("mute", value.Mute?.ToKebabCase());
        writer.WriteEndObject();

        void WriteUnlessNull(string name, string? text)
        {
            if (text is not null)
                writer.WriteString(name, text);
        }
    }

    private static string? TextOrNull(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    private static T? Value<T>(JsonElement json, string name)
        where T : struct, Enum => TextOrNull(json, name) is not { } text
            ? null
            : KebabCase.Parse<T>(text) ?? throw new JsonException($"$.{name} is «{text}», which is no {typeof(T).Name}");
}
