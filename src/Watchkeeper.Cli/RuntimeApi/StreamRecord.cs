using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;

namespace Watchkeeper.Cli.RuntimeApi;

/// <summary>One record of a shard.</summary>
/// <param name="SequenceNumber">The record's position, by which a response identifies a failed record.</param>
/// <param name="Json">The record as in an event's <c>Records</c>.</param>
/// <param name="ArrivedAt">The time of the change.</param>
internal sealed record StreamRecord(string SequenceNumber, ReadOnlyMemory<byte> Json, DateTimeOffset ArrivedAt)
{
    /// <summary>Creates the event that contains these records.</summary>
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
