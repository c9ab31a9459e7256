using System.Text.Json;
using Watchkeeper.Aws.Events.Envelopes;
using Watchkeeper.Aws.Events.Json;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Aws.Events.Trails;

/// <summary>
/// Reads CloudTrail events from EventBridge («AWS service events delivered via AWS CloudTrail» in its user guide) and from a
/// trail's files. Large events are read like small ones, up to Lambda's limit, so that no event can evade detection by its size.
/// </summary>
public static class TrailEvents
{
    /// <summary>Reads an event of EventBridge. Never throws.</summary>
    /// <param name="payload">The payload's bytes.</param>
    /// <param name="now">The current time, which event times are checked against.</param>
    public static TrailParseResult Read(ReadOnlyMemory<byte> payload, DateTimeOffset now) => Total.Run(
        () => TrailDocument.Read(JsonText.Parse(payload.Span, JsonPath.Root, "a CloudTrail event"), now),
        Rejected);

    /// <summary>
    /// Reads a record from a file: an EventBridge event, a bare record, or an event of CloudTrail's LookupEvents. Null for a
    /// digest of a trail, which lists files and is no event. Never throws.
    /// </summary>
    /// <remarks>
    /// Tools that export records (Athena, CloudTrail Lake) drop ids, write null for what is absent, times without a zone, and
    /// objects as texts. <see cref="ExportedRecord"/> undoes this; events of EventBridge are read strictly.
    /// </remarks>
    /// <param name="payload">The record's bytes.</param>
    /// <param name="path">Its JSON path in the file, for rejections.</param>
    /// <param name="now">The current time, which event times are checked against.</param>
    public static TrailParseResult? ReadRecord(ReadOnlySpan<byte> payload, string path, DateTimeOffset now)
    {
        try
        {
            return ReadRecord(JsonText.Parse(payload, path, "a CloudTrail event or record", int.MaxValue), now);
        }
        catch (RejectionException exception)
        {
            return Rejected(exception.Rejection);
        }
    }

    private static TrailParseResult? ReadRecord(JsonCursor root, DateTimeOffset now)
    {
        root = TrailRecord.Unwrap(root);
        if (root.Element.Get("digestS3Bucket").ValueKind is JsonValueKind.String)
            return null;
        root = ExportedRecord.Restore(root);
        return EventBridgeEnvelope.Fits(root.Element)
            ? TrailDocument.Read(root, now)
            : TrailDocument.ReadRecord(root.Object("a CloudTrail record"), now);
    }

    private static TrailParseResult.Read Rejected(Rejection rejection) => new(new SignalParseResult.Rejected(rejection));
}
