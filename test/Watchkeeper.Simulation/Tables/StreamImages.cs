using System.Buffers;
using System.Text.Json;
using Watchkeeper.Aws.DynamoDb;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Simulation.Tables;

/// <summary>
/// Rows in the form of stream records. Each image is written once, because the new image of one change is the old image of the
/// next. A test compares the assembled records with those of <see cref="StreamRecordJson"/>.
/// </summary>
internal static class StreamImages
{
    /// <summary>The row's keys and image, as members of a record's <c>dynamodb</c>.</summary>
    public static RowImage From(RowKey key, Row row)
    {
        var buffer = new ArrayBufferWriter<byte>(2048);
        using (var writer = new Utf8JsonWriter(buffer))
            StreamRecordJson.Write(writer, "0", key, null, row);
        var json = buffer.WrittenSpan;
        var keys = json.IndexOf("\"Keys\":"u8);
        var image = json.IndexOf(",\"NewImage\":"u8);
        return new RowImage(json[keys..image].ToArray(), json[(image + ",\"NewImage\":"u8.Length)..^2].ToArray());
    }

    /// <summary>
    /// The record of a change without its beginning: <c>{"eventID":"</c> and the sequence number come before it.
    /// </summary>
    public static byte[] Record(RowImage? before, RowImage after)
    {
        var buffer = new ArrayBufferWriter<byte>(after.Image.Length * 2);
        buffer.Write(before is null ? "\"eventName\":\"INSERT\","u8 : "\"eventName\":\"MODIFY\","u8);
        buffer.Write("\"eventVersion\":\"1.1\",\"eventSource\":\"aws:dynamodb\","u8
            + "\"dynamodb\":{\"StreamViewType\":\"NEW_AND_OLD_IMAGES\","u8);
        buffer.Write(after.Keys);
        buffer.Write(",\"NewImage\":"u8);
        buffer.Write(after.Image);
        if (before is not null)
        {
            buffer.Write(",\"OldImage\":"u8);
            buffer.Write(before.Image);
        }

        return buffer.WrittenSpan.ToArray();
    }
}

/// <summary>A row in the form of a stream record.</summary>
/// <param name="Keys">The member <c>"Keys":{…}</c>.</param>
/// <param name="Image">The image's value.</param>
internal sealed record RowImage(byte[] Keys, byte[] Image);
