using Watchkeeper.Aws.Events.Json;

namespace Watchkeeper.Aws.Events.Envelopes;

/// <summary>When a payload was sent, for putting many of them in order.</summary>
public static class EventTime
{
    /// <summary>
    /// The time of the envelope: EventBridge's, SNS's (of the first record), an alarm action's, or else the record's or the
    /// notification's own. Null where there is none. Not checked against any clock; never throws.
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
