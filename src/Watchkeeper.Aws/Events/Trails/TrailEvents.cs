using System.Collections.Immutable;
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
    /// Reads a file: an EventBridge event, a bare record, or a trail's log file <c>{"Records":[…]}</c>. Each record is read
    /// independently. Never throws.
    /// </summary>
    /// <param name="payload">The file's uncompressed bytes.</param>
    /// <param name="now">The current time, which event times are checked against.</param>
    public static ImmutableArray<TrailParseResult> ReadFile(ReadOnlyMemory<byte> payload, DateTimeOffset now) =>
        Total.Run<ImmutableArray<TrailParseResult>>(
            () =>
            {
                var root = JsonText.Parse(payload.Span, JsonPath.Root, "a CloudTrail event, record or log file", int.MaxValue);
                if (EventBridgeEnvelope.Fits(root.Element))
                    return [Total.Run(() => TrailDocument.Read(root, now), Rejected)];
                var records = root.Member("Records");
                return records.Element.ValueKind is JsonValueKind.Array
                    ? [.. Enumerable.Range(0, records.Element.GetArrayLength())
                        .Select(index => ReadRecord(records.Item(index), now))]
                    : [ReadRecord(root, now)];
            },
            rejection => [Rejected(rejection)]);

    private static TrailParseResult ReadRecord(JsonCursor record, DateTimeOffset now) => Total.Run(
        () => TrailDocument.ReadRecord(record.Object("a CloudTrail record"), now),
        Rejected);

    private static TrailParseResult.Read Rejected(Rejection rejection) => new(new SignalParseResult.Rejected(rejection));
}
