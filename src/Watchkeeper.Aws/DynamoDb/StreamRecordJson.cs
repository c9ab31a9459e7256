using System.Text.Json;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Aws.DynamoDb;

/// <summary>
/// Writes a change as the record that DynamoDB's stream would send to Lambda («Using AWS Lambda with Amazon DynamoDB»), for
/// tables without such a stream. The same filters and handlers then apply.
/// </summary>
public static class StreamRecordJson
{
    /// <summary>Writes one record.</summary>
    /// <param name="writer">The output.</param>
    /// <param name="sequenceNumber">The position in the order of changes.</param>
    /// <param name="key">The row's key.</param>
    /// <param name="before">The row before the change; null if it did not exist.</param>
    /// <param name="after">The row after the change; null if it was deleted.</param>
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
