using Watchkeeper.Channels.Http;
using Watchkeeper.Channels.Sections;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Pacing;
using Watchkeeper.Routing;

namespace Watchkeeper.Channels.Webhook;

/// <summary>
/// A program of one's own: the message as JSON (<c>message.schema.json</c>), signed as Standard Webhooks says
/// (https://www.standardwebhooks.com, specification 1.0).
/// </summary>
internal sealed class WebhookChannel : IHttpChannel
{
    private const string Name = "the webhook";

    /// <inheritdoc/>
    public ChannelKind Kind => ChannelKind.Webhook;

    /// <inheritdoc/>
    public ChannelSection Section { get; } = new(
        "webhook_configs", "a webhook", "Programs of your own, which get the message as JSON.",
        [
            new("url", ChannelKeyForm.Secret, "The address that is posted to.") { IsRequired = true, IsAddress = true },
            new(WebhookSignature.Setting, ChannelKeyForm.Secret,
                "The key that signs each request; two keys with a blank between them sign both, while one replaces the other."),
        ])
    {
        Template = TemplateForm.Json,
    };

    /// <inheritdoc/>
    public ChannelPace Pace { get; } = new(10, TimeSpan.FromSeconds(1));

    /// <inheritdoc/>
    public HttpCall Create(HttpDelivery delivery)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        var body = WebhookBody.Create(delivery.Message);
        return new HttpCall(delivery.Channel.Address)
        {
            Body = body,
            Headers =
                WebhookSignature.Headers(delivery.Channel.Settings[WebhookSignature.Setting], delivery.Key, delivery.At, body),
        };
    }

    /// <inheritdoc/>
    public SendResult Read(HttpAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return AnswerStatus.Explain(answer, Name);
    }
}
