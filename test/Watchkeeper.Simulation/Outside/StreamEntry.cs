using System.Collections.Immutable;
using Watchkeeper.Simulation.Tables;

namespace Watchkeeper.Simulation.Outside;

/// <summary>One record of a shard.</summary>
internal sealed class StreamEntry
{
    public required string SequenceNumber { get; init; }

    public required TableChange Change { get; init; }

    public required DateTimeOffset ArrivedAt { get; init; }

    /// <summary>Whether the record kills every process that receives it.</summary>
    public bool IsPoison { get; init; }

    /// <summary>The event that delivers these records.</summary>
    public static byte[] Event(ImmutableArray<StreamEntry> entries)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>(entries.Sum(entry => entry.Change.Json.Length + 128));
        Put(buffer, "{\"Records\":["u8);
        for (var i = 0; i < entries.Length; i++)
        {
            Put(buffer, i == 0 ? "{\"eventID\":\""u8 : ",{\"eventID\":\""u8);
            var number = System.Text.Encoding.ASCII.GetBytes(entries[i].SequenceNumber);
            Put(buffer, number);
            Put(buffer, "\","u8);
            Put(buffer, entries[i].Change.Json);
            Put(buffer, ",\"SequenceNumber\":\""u8);
            Put(buffer, number);
            Put(buffer, "\"}}"u8);
        }

        Put(buffer, "]}"u8);
        return buffer.WrittenSpan.ToArray();
    }

    private static void Put(System.Buffers.ArrayBufferWriter<byte> buffer, ReadOnlySpan<byte> bytes) =>
        System.Buffers.BuffersExtensions.Write(buffer, bytes);
}
