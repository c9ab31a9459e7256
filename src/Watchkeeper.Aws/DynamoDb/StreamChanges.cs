using Amazon.Lambda.DynamoDBEvents;
using Watchkeeper.Storage;
using Watchkeeper.Storage.Items;
using Watchkeeper.Storage.Rows;
using Watchkeeper.Text;

namespace Watchkeeper.Aws.DynamoDb;

/// <summary>Reads records of the table's stream. Total: every record gives a <see cref="StreamParseResult"/>.</summary>
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
            return new StreamParseResult.Rejected(unreadable.Rejection);
        }
    }

    private static StreamParseResult ReadOrThrow(DynamoDBEvent.DynamodbStreamRecord? record)
    {
        if (record?.Dynamodb is not { } change)
            return Rejected("$.dynamodb", "is missing: expected the change");
        if (change.Keys?.GetValueOrDefault(RowKey.SkName)?.S is not { } kind)
            return Rejected("$.dynamodb.Keys.sk", "is missing: expected the row's sort key (S)");
        if (record.EventName is Removal || !StoreChanges.IsOf(kind))
            return new StreamParseResult.Ignored();
        if (change.NewImage is not { Count: > 0 } image)
            return Rejected(NewImage, "is missing: the stream must have the view type NEW_AND_OLD_IMAGES");
        var before = change.OldImage is { Count: > 0 } old ? StreamImage.ToRow(old) : null;
        return new StreamParseResult.Changed(StoreChanges.Read(kind, before, StreamImage.ToRow(image), OldImage, NewImage)!);
    }

    private static StreamParseResult.Rejected Rejected(string path, string reason) => new(new Rejection(path, reason));
}
