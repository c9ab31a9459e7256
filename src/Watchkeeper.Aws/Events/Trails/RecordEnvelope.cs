using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Watchkeeper.Aws.Events.Json;

namespace Watchkeeper.Aws.Events.Trails;

/// <summary>Wraps a bare record in the envelope that EventBridge would have added, so that patterns match it.</summary>
internal static class RecordEnvelope
{
    /// <summary>Creates the envelope with the unchanged bytes of the record as its <c>detail</c>.</summary>
    // The envelope is one level deeper than the record, which was already parsed strictly.
    public static JsonElement Around(JsonElement record, string type, TrailOrigin place) => JsonElement.Parse(
        Write(record, type, place).Span, new JsonDocumentOptions { MaxDepth = JsonText.MaxDepth + 1 });

    /// <summary>The envelope's bytes.</summary>
    public static ReadOnlyMemory<byte> Write(JsonElement record, string type, TrailOrigin place)
    {
        var service = record.Text("eventSource") is { Length: > 0 } source ? source : "cloudtrail";
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("version", "0");
            writer.WriteString("id", place.EventId);
            writer.WriteString("detail-type", type);
            writer.WriteString("source", $"aws.{service.Split('.', 2)[0]}");
            writer.WriteString("account", place.Account);
            writer.WriteString(
                "time", place.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            writer.WriteString("region", place.Region);
            writer.WriteStartArray("resources");
            writer.WriteEndArray();
            writer.WritePropertyName("detail");
            writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(record), skipInputValidation: true);
            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }
}
