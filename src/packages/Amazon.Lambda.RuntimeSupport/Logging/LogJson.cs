using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>One log entry as one line of JSON, with the keys that Lambda's advanced logging controls expect.</summary>
internal static class LogJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static void Write(
        ArrayBufferWriter<byte> line, LogLevel level, string requestId, string traceId, string message, Exception exception)
    {
        using (var writer = new Utf8JsonWriter(line, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("timestamp", DateTime.UtcNow);
            writer.WriteString("level", level.ToString());
            WriteOptional(writer, "requestId", requestId);
            WriteOptional(writer, "traceId", traceId);
            writer.WriteString("message", message);
            if (exception is not null)
                ErrorPayload.WriteMembers(writer, exception);
            writer.WriteEndObject();
        }

        line.Write("\n"u8);
    }

    private static void WriteOptional(Utf8JsonWriter writer, string name, string value)
    {
        if (!string.IsNullOrEmpty(value))
            writer.WriteString(name, value);
    }
}
