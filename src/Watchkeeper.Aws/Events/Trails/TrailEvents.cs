using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;
using Watchkeeper.Aws.Events.Envelopes;
using Watchkeeper.Aws.Events.Json;

namespace Watchkeeper.Aws.Events.Trails;

/// <summary>
/// CloudTrail by EventBridge («AWS service events delivered via AWS CloudTrail» in its user guide), and by a trail's own files.
/// A large event is read like a small one, up to what Lambda takes: size must be no way around a detection.
/// </summary>
public static class TrailEvents
{
    /// <summary>Reads an event of EventBridge. Never throws.</summary>
    /// <param name="payload">The bytes that the function received.</param>
    /// <param name="now">The time, against which an event's own is checked.</param>
    public static TrailParseResult Read(ReadOnlyMemory<byte> payload, DateTimeOffset now) => Total.Run(
        () => TrailDocument.Read(JsonText.Parse(payload.Span, JsonPath.Root, "a CloudTrail event"), now),
        rejected => new TrailParseResult.Read(rejected));

    /// <summary>
    /// Reads a file: an event of EventBridge, a bare record, or a trail's log file <c>{"Records":[…]}</c>, each record of which
    /// is read by itself. Never throws.
    /// </summary>
    /// <param name="payload">The file's bytes, unpacked.</param>
    /// <param name="now">The time, against which an event's own is checked.</param>
    public static ImmutableArray<TrailParseResult> ReadFile(ReadOnlyMemory<byte> payload, DateTimeOffset now) =>
        Total.Run<ImmutableArray<TrailParseResult>>(
            () =>
            {
                var root = JsonText.Parse(payload.Span, JsonPath.Root, "a CloudTrail event, record or log file", int.MaxValue);
                if (EventBridgeEnvelope.Fits(root.Element))
                    return [Total.Run(() => TrailDocument.Read(root, now), rejected => new TrailParseResult.Read(rejected))];
                var records = root.Member("Records");
                return records.Element.ValueKind is JsonValueKind.Array
                    ? [.. Enumerable.Range(0, records.Element.GetArrayLength())
                        .Select(index => ReadRecord(records.Item(index), now))]
                    : [ReadRecord(root, now)];
            },
            rejected => [new TrailParseResult.Read(rejected)]);

    /// <summary>Reads a bare record, as a trail's files hold them: with an envelope made up around it. Never throws.</summary>
    /// <param name="record">The record, from whatever parser.</param>
    /// <param name="now">The time, against which an event's own is checked.</param>
    public static TrailParseResult FromRecord(JsonElement record, DateTimeOffset now) => Total.Run(
        () => record.ValueKind is JsonValueKind.Undefined
            ? throw new RejectionException(JsonPath.Root, "is missing: expected a CloudTrail record")
            : ReadRecord(JsonText.Parse(JsonMarshal.GetRawUtf8Value(record), JsonPath.Root, "a CloudTrail record"), now),
        rejected => new TrailParseResult.Read(rejected));

    private static TrailParseResult ReadRecord(JsonCursor record, DateTimeOffset now) => Total.Run(
        () => TrailDocument.ReadRecord(record.Object("a CloudTrail record"), now),
        rejected => new TrailParseResult.Read(rejected));
}
