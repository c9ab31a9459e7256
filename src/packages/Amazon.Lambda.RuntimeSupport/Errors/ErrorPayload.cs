using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>
/// An exception as Lambda reports it: <c>errorType</c>, <c>errorMessage</c>, <c>stackTrace</c>, <c>cause</c>, <c>causes</c>.
/// </summary>
internal static class ErrorPayload
{
    private const int LongestPayload = 256 * 1024;
    private const int DeepestCause = 8;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>JSON of at most 256 KB; what does not fit is replaced by the type and a word on its size.</summary>
    internal static byte[] Write(Exception exception)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, Options))
            WriteError(writer, exception, 0);
        if (buffer.WrittenCount <= LongestPayload)
            return buffer.WrittenSpan.ToArray();

        buffer.ResetWrittenCount();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("errorType", exception.GetType().Name);
            writer.WriteString("errorMessage", "Exception exceeded maximum payload size of 256KB.");
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The members alone, into an object that the caller has begun.</summary>
    internal static void WriteMembers(Utf8JsonWriter writer, Exception exception) => WriteMembers(writer, exception, 0);

    private static void WriteError(Utf8JsonWriter writer, Exception exception, int depth)
    {
        writer.WriteStartObject();
        WriteMembers(writer, exception, depth);
        writer.WriteEndObject();
    }

    private static void WriteMembers(Utf8JsonWriter writer, Exception exception, int depth)
    {
        writer.WriteString("errorType", exception.GetType().Name);
        writer.WriteString("errorMessage", exception.Message);
        WriteStack(writer, exception.StackTrace);
        if (depth == DeepestCause)
            return;

        if (exception.InnerException is { } cause)
        {
            writer.WritePropertyName("cause");
            WriteError(writer, cause, depth + 1);
        }

        if (exception is AggregateException several)
        {
            writer.WriteStartArray("causes");
            foreach (var one in several.InnerExceptions)
                WriteError(writer, one, depth + 1);
            writer.WriteEndArray();
        }
    }

    private static void WriteStack(Utf8JsonWriter writer, string stack)
    {
        if (string.IsNullOrEmpty(stack))
            return;

        writer.WriteStartArray("stackTrace");
        foreach (var line in stack.AsSpan().EnumerateLines())
        {
            if (!line.IsWhiteSpace())
                writer.WriteStringValue(line.Trim());
        }

        writer.WriteEndArray();
    }
}
