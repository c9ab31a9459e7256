using System.Text.Json;
using Watchkeeper.Aws.Events.Json;

namespace Watchkeeper.Aws.Events.Envelopes;

/// <summary>The origin of a payload, from its envelope.</summary>
/// <param name="Account">The account; empty if not given.</param>
/// <param name="Region">The region's code; empty if not given.</param>
public readonly record struct EventOrigin(string Account, string Region)
{
    /// <summary>
    /// Reads the origin from EventBridge's envelope, an alarm action, a topic's ARN (of the first record) or a record. Never
    /// throws.
    /// </summary>
    public static EventOrigin Read(ReadOnlyMemory<byte> payload) => Total.Run(
        () => Read(JsonText.Parse(payload.Span, JsonPath.Root, "an event", int.MaxValue).Element),
        _ => default);

    private static EventOrigin Read(JsonElement document)
    {
        var record = document.Get("Records").Items().FirstOrDefault();
        var topic = Arn.Parse(record.Get("Sns").Text("TopicArn"));
        return new EventOrigin(
            First(
                document.Text("account"), document.Text("accountId"), topic?.Account,
                document.Text("recipientAccountId"), record.Text("recipientAccountId")),
            First(document.Text("region"), topic?.Region, document.Text("awsRegion"), record.Text("awsRegion")));
    }

    private static string First(params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            if (text is { Length: > 0 })
                return text;
        }

        return "";
    }
}
