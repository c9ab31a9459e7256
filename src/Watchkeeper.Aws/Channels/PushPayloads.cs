using System.Collections.Immutable;
using System.Text.Json;
using Watchkeeper.Notification.Rendering;

namespace Watchkeeper.Aws.Channels;

/// <summary>
/// The notification of mobile push, in the form of each platform (SNS developer guide, «Publishing Amazon SNS notifications with
/// platform-specific payloads»). A device shows the notifications of one incident together.
/// </summary>
internal static class PushPayloads
{
    // A platform that has no payload of its own shows this text.
    private const string Application = "application";

    public static ImmutableArray<(string Platform, string Payload)> Create(Message message, string text)
    {
        var apple = SnsBody.Write(json =>
        {
            json.WriteStartObject("aps");
            WriteText(json, "alert");
            json.WriteString("thread-id", message.Thread.Incident);
            json.WriteEndObject();
        });
        var google = SnsBody.Write(json =>
        {
            json.WriteStartObject("fcmV1Message");
            json.WriteStartObject("message");
            WriteText(json, "notification");
            json.WriteStartObject("data");
            json.WriteString("incident", message.Thread.Incident);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        });
        return [(Application, text), ("APNS", apple), ("APNS_SANDBOX", apple), ("GCM", google)];

        void WriteText(Utf8JsonWriter json, string name)
        {
            json.WriteStartObject(name);
            json.WriteString("title", message.Headline);
            json.WriteString("body", message.Push);
            json.WriteEndObject();
        }
    }
}
