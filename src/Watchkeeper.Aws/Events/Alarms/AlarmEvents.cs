using System.Collections.Immutable;
using System.Text.Json;
using Watchkeeper.Aws.Events.Envelopes;
using Watchkeeper.Aws.Events.Instances;
using Watchkeeper.Aws.Events.Json;
using Watchkeeper.Signals;

namespace Watchkeeper.Aws.Events.Alarms;

/// <summary>
/// Reads CloudWatch alarms from every source: an EventBridge event, an SNS notification (or an EventBridge event that a rule sent
/// to a topic), the alarm's Lambda action, and the bare body of a notification. One state change has the same signal id from
/// every source. See «Alarm events and EventBridge» and «Invoke a Lambda function from an alarm» in the CloudWatch user guide.
/// </summary>
public static class AlarmEvents
{
    /// <summary>
    /// The maximum bytes of an alarm: Lambda's limit for asynchronous invocations. The action of a log alarm includes log lines.
    /// </summary>
    public const int Limit = JsonText.Limit;

    /// <summary>Reads a payload: one result for each record of an SNS event, one for any other payload. Never throws.</summary>
    /// <param name="payload">The payload's bytes.</param>
    /// <param name="now">The current time, which event times are checked against.</param>
    public static ImmutableArray<SignalParseResult> Read(ReadOnlyMemory<byte> payload, DateTimeOffset now) => Total.Run(
        () =>
        {
            var root = JsonText.Parse(payload.Span, JsonPath.Root, "an alarm");
            return root.Element.Get("Records").ValueKind is JsonValueKind.Undefined
                ? [Total.Run(() => Read(root, "", new AlarmOrigin(), now))]
                : Records(root.Member("Records"), now);
        },
        rejection => [new SignalParseResult.Rejected(rejection)]);

    private static ImmutableArray<SignalParseResult> Records(JsonCursor records, DateTimeOffset now)
    {
        if (records.Element.ValueKind is not JsonValueKind.Array || records.Element.GetArrayLength() is 0)
            throw records.Reject("holds no records: expected those of an SNS event");
        return [.. Enumerable.Range(0, records.Element.GetArrayLength())
            .Select(index => Total.Run(() => ReadRecord(records.Item(index), now)))];
    }

    private static SignalParseResult ReadRecord(JsonCursor record, DateTimeOffset now)
    {
        record.Object("a record of SNS").Member("EventSource").OneOf("aws:sns");
        var sns = record.Member("Sns").Object("SNS's part of the record");
        var message = sns.Member("Message");
        if (message.Element.ValueKind is not JsonValueKind.String || message.Element.Text() is not { Length: > 0 } text)
            throw message.Reject("holds no text: expected an alarm notification in JSON");
        var document = JsonText.Parse(text, message.Path, "an alarm notification");
        // An alarm can only notify topics in its own region.
        var topic = Arn.Parse(sns.Element.Text("TopicArn"));
        return Read(
            document,
            "Sns",
            new AlarmOrigin
            {
                EventId = sns.Element.Text("MessageId"),
                Region = topic?.Region ?? "",
                Partition = topic?.Partition ?? "",
            },
            now);
    }

    private static SignalParseResult Read(JsonCursor document, string way, AlarmOrigin origin, DateTimeOffset now) =>
        EventShapes.Detect(document.Element) switch
        {
            EventShape.EventBridge when document.Element.Text("source") == InstanceDocument.Source =>
                InstanceDocument.Read(document, now),
            EventShape.EventBridge => AlarmStateDocument.ReadEvent(document, now),
            EventShape.DirectAlarm when way.Length == 0 => AlarmStateDocument.ReadAction(document, now),
            EventShape.AlarmNotification => AlarmNotification.Read(document, origin, now),
            _ => throw document.Object("an alarm").Reject(
                "is not an alarm: expected an EventBridge event (detail-type), an SNS event (Records), "
                + "an alarm action (alarmData) or an alarm notification (AlarmName, NewStateValue)"),
        };
}
