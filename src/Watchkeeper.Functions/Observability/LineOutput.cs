using System.Buffers;
using System.Text.Json;
using Watchkeeper.Text;

namespace Watchkeeper.Functions.Observability;

/// <summary>
/// The output for logs and metrics: one JSON object on one line. Each line is one write, so that lines of concurrent work never
/// mix. CloudWatch Logs turns each line into one event.
/// </summary>
/// <param name="stream">Standard output or a substitute; not owned.</param>
public sealed class LineOutput(Stream stream)
{
    private readonly Lock gate = new();
    private readonly ArrayBufferWriter<byte> buffer = new(1024);
    private Utf8JsonWriter? writer;

    /// <summary>Writes one object. <paramref name="members"/> writes its members and should be a static lambda.</summary>
    public void Write<TState>(TState state, Action<Utf8JsonWriter, TState> members)
        where TState : allows ref struct
    {
        ArgumentNullException.ThrowIfNull(members);
        lock (gate)
        {
            buffer.ResetWrittenCount();
            writer ??= new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = InertJson.Encoder });
            writer.Reset();
            writer.WriteStartObject();
            members(writer, state);
            writer.WriteEndObject();
            writer.Flush();
            buffer.Write("\n"u8);
            stream.Write(buffer.WrittenSpan);
            stream.Flush();
        }
    }
}
