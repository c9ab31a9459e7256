using System.Buffers;
using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>
/// An exception as X-Ray wants it in the function's segment: where, which exceptions, which source files. It travels in a header,
/// so all is ASCII on one line and bounded.
/// </summary>
internal static class XRayCause
{
    private const int LongestMessage = 1_000;
    private const int MostFrames = 32;

    internal static string Write(Exception exception)
    {
        var frames = new StackTrace(exception, fNeedFileInfo: true).GetFrames().Take(MostFrames).ToArray();
        var buffer = new ArrayBufferWriter<byte>(512);
        // The default encoder escapes everything but ASCII.
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("working_directory", Directory.GetCurrentDirectory());
            writer.WriteStartArray("exceptions");
            WriteException(writer, exception, frames);
            writer.WriteEndArray();
            writer.WriteStartArray("paths");
            foreach (var path in frames.Select(frame => frame.GetFileName()).Where(path => path is not null).Distinct(StringComparer.Ordinal))
                writer.WriteStringValue(path);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.ASCII.GetString(buffer.WrittenSpan);
    }

    private static void WriteException(Utf8JsonWriter writer, Exception exception, StackFrame[] frames)
    {
        writer.WriteStartObject();
        writer.WriteString("type", exception.GetType().Name);
        writer.WriteString("message", exception.Message.AsSpan(0, Math.Min(exception.Message.Length, LongestMessage)));
        writer.WriteStartArray("stack");
        foreach (var frame in frames)
        {
            writer.WriteStartObject();
            if (frame.GetFileName() is { } path)
            {
                writer.WriteString("path", path);
                writer.WriteNumber("line", frame.GetFileLineNumber());
            }

            if (DiagnosticMethodInfo.Create(frame) is { } method)
                writer.WriteString("label", method.Name);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
