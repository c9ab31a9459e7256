using Amazon.Lambda.DynamoDBEvents;
using Watchkeeper.Aws.DynamoDb.Rows;
using Watchkeeper.Incidents;
using Watchkeeper.Reactions;
using AttributeValue = Amazon.DynamoDBv2.Model.AttributeValue;

namespace Watchkeeper.Aws.DynamoDb;

/// <summary>Reads records of the table's stream. Total: every record ends as a <see cref="StreamParseResult"/>.</summary>
public static class StreamChanges
{
    private const string Removal = "REMOVE";
    private const string NewImage = "$.dynamodb.NewImage";
    private const string OldImage = "$.dynamodb.OldImage";

    /// <summary>Reads one record.</summary>
    public static StreamParseResult Read(DynamoDBEvent.DynamodbStreamRecord record)
    {
        try
        {
            return ReadOrThrow(record);
        }
        catch (UnreadableRowException unreadable)
        {
            return new StreamParseResult.Rejected(unreadable.Path, unreadable.Reason);
        }
    }

    private static StreamParseResult ReadOrThrow(DynamoDBEvent.DynamodbStreamRecord? record)
    {
        if (record?.Dynamodb is not { } change)
            return new StreamParseResult.Rejected("$.dynamodb", "missing; what changed is expected");
        if (change.Keys?.GetValueOrDefault(RowKey.SkName)?.S is not { } kind)
            return new StreamParseResult.Rejected("$.dynamodb.Keys.sk", "missing; the row's sort key (S) is expected");
        var isSlot = kind is RowKey.SlotSk;
        if (record.EventName is Removal || (!isSlot && !kind.StartsWith(RowKey.ReactionPrefix, StringComparison.Ordinal)))
            return new StreamParseResult.Ignored();
        if (change.NewImage is not { Count: > 0 } image)
            return new StreamParseResult.Rejected(NewImage, "missing; the stream must have the view type NEW_AND_OLD_IMAGES");
        var after = StreamImage.ToItem(image);
        var before = change.OldImage is { Count: > 0 } old ? StreamImage.ToItem(old) : null;
        return new StreamParseResult.Changed(isSlot ? SlotChange(before, after) : ReactionChange(before, after));
    }

    private static SlotChanged SlotChange(Dictionary<string, AttributeValue>? before, Dictionary<string, AttributeValue> after) =>
        new(before is null ? null : SlotItem.Read(before, OldImage), SlotItem.Read(after, NewImage));

    private static ReactionChanged ReactionChange(
        Dictionary<string, AttributeValue>? before, Dictionary<string, AttributeValue> after) =>
        new(before is null ? null : ReactionItem.ReadRow(before, OldImage), ReactionItem.ReadRow(after, NewImage));
}
