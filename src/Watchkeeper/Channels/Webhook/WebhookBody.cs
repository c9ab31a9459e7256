using System.Text;
using Watchkeeper.Channels.Http;
using Watchkeeper.Notification.Rendering;

namespace Watchkeeper.Channels.Webhook;

/// <summary>
/// The message as JSON. Because cut JSON is invalid, a message that is too large is replaced by one that says so and names the
/// incident (<c>truncated</c> in <c>message.schema.json</c>).
/// </summary>
internal static class WebhookBody
{
    /// <summary>Maximum size in bytes: 256 KB, which API Gateway, SQS and EventBridge take too.</summary>
    public const int MaxBody = 256 * 1024;

    /// <summary>The body in at most <paramref name="limit"/> bytes.</summary>
    public static byte[] Create(Message message, int limit = MaxBody)
    {
        var body = Encoding.UTF8.GetBytes(message.Json);
        return body.Length <= limit ? body : HttpJson.Write(json =>
        {
            json.WriteNumber("schema", 1);
            json.WriteBoolean("truncated", true);
            json.WriteString("incident", message.Attributes["incident"]);
            json.WriteString("headline", message.Headline);
        });
    }
}
