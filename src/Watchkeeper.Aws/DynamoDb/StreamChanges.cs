using Amazon.Lambda.DynamoDBEvents;
using Watchkeeper.Storage;
using Watchkeeper.Storage.Items;
using Watchkeeper.Storage.Rows;

namespace Watchkeeper.Aws.DynamoDb;

/// <summary>Reads records of the table's stream. Total: every record ends as a <see cref="StreamReading"/>.</summary>
public static class StreamChanges
{
    private const string Removal = "REMOVE";
    private const string NewImage = "$.dynamodb.NewImage";
    private const string OldImage = "$.dynamodb.OldImage";

    /// <summary>Reads one record.</summary>
    public static StreamReading Read(DynamoDBEvent.DynamodbStreamRecord record)
    {
        try
        {
            return ReadOrThrow(record);
        }
        catch (UnreadableRowException unreadable)
        {
            return new StreamReading.Rejected(unreadable.Path, unreadable.Reason);
        }
    }

    private static StreamReading ReadOrThrow(DynamoDBEvent.DynamodbStreamRecord? record)
    {
        if (record?.Dynamodb is not { } change)
            return new StreamReading.Rejected("$.dynamodb", "missing; what changed is expected");
        if (change.Keys?.GetValueOrDefault(RowKey.SkName)?.S is not { } kind)
            return new StreamReading.Rejected("$.dynamodb.Keys.sk", "missing; the row's sort key (S) is expected");
        if (record.EventName is Removal || !StoreChanges.IsOf(kind))
            return new StreamReading.Ignored();
        if (change.NewImage is not { Count: > 0 } image)
            return new StreamReading.Rejected(NewImage, "missing; the stream must have the view type NEW_AND_OLD_IMAGES");
        var before = change.OldImage is { Count: > 0 } old ? StreamImage.ToRow(old) : null;
        return new StreamReading.Changed(StoreChanges.Of(kind, before, StreamImage.ToRow(image), OldImage, NewImage)!);
    }
}
