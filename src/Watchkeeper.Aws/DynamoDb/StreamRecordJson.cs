using System.Text.Json;
using Amazon.DynamoDBv2.Model;
using Watchkeeper.Aws.DynamoDb.Rows;
using Watchkeeper.Stores;

namespace Watchkeeper.Aws.DynamoDb;

/// <summary>
/// Writes a change as the record that DynamoDB's stream would hand to Lambda («Using AWS Lambda with Amazon DynamoDB»), for stores
/// that have no such stream: the same filters and the same handlers then work on it.
/// </summary>
public static class StreamRecordJson
{
    // Only what is read from a record counts; how long the row would be kept is not.
    private static readonly TimeSpan Retention = TimeSpan.FromDays(1);

    /// <summary>Writes one record.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="sequenceNumber">Its place in the order of changes.</param>
    /// <param name="change">The change.</param>
    public static void Write(Utf8JsonWriter writer, string sequenceNumber, StoreChange change)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var (before, after) = change switch
        {
            SlotChanged slot => (slot.Before is null ? null : SlotItem.Write(slot.Before, Retention), SlotItem.Write(slot.After, Retention)),
            ReactionChanged reaction => (
                reaction.Before is null ? null : ReactionItem.WriteRow(reaction.Before, Retention),
                ReactionItem.WriteRow(reaction.After, Retention)),
            _ => throw new ArgumentOutOfRangeException(nameof(change), change, "no such change"),
        };
        writer.WriteStartObject();
        writer.WriteString("eventID", sequenceNumber);
        writer.WriteString("eventName", before is null ? "INSERT" : "MODIFY");
        writer.WriteString("eventVersion", "1.1");
        writer.WriteString("eventSource", "aws:dynamodb");
        writer.WriteStartObject("dynamodb");
        writer.WriteString("SequenceNumber", sequenceNumber);
        writer.WriteString("StreamViewType", "NEW_AND_OLD_IMAGES");
        Write(writer, "Keys", RowKey.Of(after).ToItem());
        Write(writer, "NewImage", after);
        if (before is not null)
            Write(writer, "OldImage", before);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, Dictionary<string, AttributeValue> item)
    {
        writer.WritePropertyName(name);
        Write(writer, item);
    }

    private static void Write(Utf8JsonWriter writer, Dictionary<string, AttributeValue> item)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in item)
        {
            writer.WritePropertyName(name);
            Write(writer, value);
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, AttributeValue value)
    {
        writer.WriteStartObject();
        if (value.S is not null)
            writer.WriteString("S", value.S);
        else if (value.N is not null)
            writer.WriteString("N", value.N);
        else if (value.B is not null)
            writer.WriteBase64String("B", value.B.ToArray());
        else if (value.M is not null)
            Write(writer, "M", value.M);
        else if (value.L is not null)
            Write(writer, "L", value.L);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, List<AttributeValue> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
            Write(writer, value);
        writer.WriteEndArray();
    }
}
