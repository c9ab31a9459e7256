using Watchkeeper.Aws.Events.Envelopes;
using Watchkeeper.Aws.Events.Json;

namespace Watchkeeper.Aws.Events.Trails;

/// <summary>What EventBridge delivers for a record of a trail's file, or of CloudTrail's LookupEvents.</summary>
public static class TrailDelivery
{
    /// <summary>The event around the record; null for everything that is no record. Never throws.</summary>
    public static ReadOnlyMemory<byte>? Of(ReadOnlyMemory<byte> record) => Total.Run<ReadOnlyMemory<byte>?>(
        () => Around(JsonText.Parse(record.Span, JsonPath.Root, "a CloudTrail record")),
        _ => null);

    private static ReadOnlyMemory<byte>? Around(JsonCursor root)
    {
        root = TrailRecord.Unwrap(root);
        if (EventShapes.Detect(root.Element) is not EventShape.TrailRecord
            || TrailRecord.IsNotification(root.Element.Text("eventSource")))
        {
            return null;
        }

        var record = ExportedRecord.Restore(root).Element;
        if (AwsTime.Parse(record.Text("eventTime")) is not { } at)
            return null;
        var account = TrailRecord.AccountOf(record);
        var place = new TrailOrigin(record.Text("eventID"), at, Arn.AccountOrNone(account), record.Text("awsRegion"));
        return RecordEnvelope.Write(record, TrailDetailTypes.OfRecord(record), place).ToArray();
    }
}
