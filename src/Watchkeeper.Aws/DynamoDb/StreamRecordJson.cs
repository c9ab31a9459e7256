using System.Text.Json;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Aws.DynamoDb;

/// <summary>
/// Writes a change as the record that DynamoDB's stream would hand to Lambda («Using AWS Lambda with Amazon DynamoDB»), for tables
/// that have no such stream: the same filters and the same handlers then work on it.
/// </summary>
public static class StreamRecordJson
{
    /// <summary>Writes one record.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="sequenceNumber">Its place in the order of changes.</param>
    /// <param name="key">The row.</param>
    /// <param name="before">The row before; null where there was none.</param>
    /// <param name="after">The row after; null where it is gone.</param>
    public static void Write(Utf8JsonWriter writer, string sequenceNumber, RowKey key, Row? before, Row? after)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        writer.WriteString("eventID", sequenceNumber);
        writer.WriteString("eventName", after is null ? "REMOVE" : before is null ? "INSERT" : "MODIFY");
        writer.WriteString("eventVersion", "1.1");
        writer.WriteString("eventSource", "aws:dynamodb");
        writer.WriteStartObject("dynamodb");
        writer.WriteString("SequenceNumber", sequenceNumber);
        writer.WriteString("StreamViewType", "NEW_AND_OLD_IMAGES");
        Write(writer, "Keys", key.ToRow());
        if (after is not null)
            Write(writer, "NewImage", after);
        if (before is not null)
            Write(writer, "OldImage", before);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, Row row)
    {
        writer.WritePropertyName(name);
        RowJson.Write(writer, row);
    }
}
