using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Watchkeeper.Cli.RuntimeApi;

/// <summary>An error as Lambda reports it: <c>errorType</c>, <c>errorMessage</c>, <c>stackTrace</c>, <c>cause</c>.</summary>
internal static class FunctionErrorJson
{
    private const int DeepestCause = 8;
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(FunctionError error) => Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("errorType", error.Type);
        writer.WriteString("errorMessage", error.Message);
        writer.WriteEndObject();
    });

    public static byte[] Write(Exception exception) => Write(writer => WriteException(writer, exception, 0));

    /// <summary>Parses a function's error report. Never fails: an unreadable report becomes an unknown error.</summary>
    /// <param name="payload">The body of the error report.</param>
    /// <param name="type">The error type from the header, used if the body has none.</param>
    public static FunctionError Read(ReadOnlyMemory<byte> payload, string? type)
    {
        try
        {
            using var document = JsonDocument.Parse(payload);
            return new FunctionError(
                Text(document.RootElement, "errorType") ?? type ?? FunctionError.Unknown,
                Text(document.RootElement, "errorMessage") ?? "");
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return new FunctionError(type ?? FunctionError.Unknown, "");
        }
    }

    private static string? Text(JsonElement root, string name) =>
        root.ValueKind is JsonValueKind.Object
            && root.TryGetProperty(name, out var text)
            && text.ValueKind is JsonValueKind.String
            ? text.GetString()
            : null;

    private static byte[] Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
            write(writer);
        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteException(Utf8JsonWriter writer, Exception exception, int depth)
    {
        writer.WriteStartObject();
        writer.WriteString("errorType", exception.GetType().Name);
        writer.WriteString("errorMessage", exception.Message);
        writer.WriteStartArray("stackTrace");
        foreach (var line in (exception.StackTrace ?? "").AsSpan().EnumerateLines())
        {
            if (!line.IsWhiteSpace())
                writer.WriteStringValue(line.Trim());
        }

        writer.WriteEndArray();
        if (exception.InnerException is { } cause && depth < DeepestCause)
        {
            writer.WritePropertyName("cause");
            WriteException(writer, cause, depth + 1);
        }

        writer.WriteEndObject();
    }
}
