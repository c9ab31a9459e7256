using Watchkeeper.Aws.Events.Json;

namespace Watchkeeper.Aws.Events.Envelopes;

/// <summary>The time of a payload, used to sort payloads.</summary>
public static class EventTime
{
    /// <summary>
    /// Reads the time of the envelope: EventBridge's, SNS's (of the first record) or an alarm action's, else the record's or the
    /// notification's own time. Null if there is no time. Not checked against a clock. Never throws.
    /// </summary>
    public static DateTimeOffset? Read(ReadOnlyMemory<byte> payload) => Total.Run<DateTimeOffset?>(
        () =>
        {
            var document = JsonText.Parse(payload.Span, JsonPath.Root, "an event", int.MaxValue).Element;
            var record = document.Get("Records").Items().FirstOrDefault();
            return new[]
                {
                    document.Text("time"), record.Get("Sns").Text("Timestamp"), document.Text("StateChangeTime"),
                    document.Text("eventTime"), record.Text("eventTime"),
                }
                .Select(AwsTime.Parse)
                .FirstOrDefault(time => time is not null);
        },
        _ => null);
}
