using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;

namespace Watchkeeper.Cli.RuntimeApi;

/// <summary>One record of a shard.</summary>
/// <param name="SequenceNumber">Its place: what an answer names it by.</param>
/// <param name="Json">The record as it stands in an event's <c>Records</c>.</param>
/// <param name="ArrivedAt">When the change was made.</param>
internal sealed record StreamRecord(string SequenceNumber, ReadOnlyMemory<byte> Json, DateTimeOffset ArrivedAt)
{
    /// <summary>The event that hands these records over.</summary>
    public static byte[] Event(ImmutableArray<StreamRecord> records)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("Records");
            foreach (var record in records)
                writer.WriteRawValue(record.Json.Span);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
