using System.Text.Json;
using Watchkeeper.Aws.DynamoDb.Rows;
using Watchkeeper.Incidents;
using Watchkeeper.Reactions;

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
        ItemJson.Write(writer, "Keys", RowKey.Of(after).ToItem());
        ItemJson.Write(writer, "NewImage", after);
        if (before is not null)
            ItemJson.Write(writer, "OldImage", before);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
