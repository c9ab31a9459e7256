using Watchkeeper.Channels.Http;
using Watchkeeper.Channels.Layout;
using Watchkeeper.Channels.Sections;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Pacing;
using Watchkeeper.Routing;

namespace Watchkeeper.Channels.Slack;

/// <summary>A channel of Slack by an incoming webhook («Sending messages using incoming webhooks»).</summary>
internal sealed class SlackChannel : IHttpChannel
{
    /// <inheritdoc/>
    public ChannelKind Kind => ChannelKind.Slack;

    /// <inheritdoc/>
    public ChannelSection Section { get; } = new(
        "slack_configs", "a Slack channel", "Channels of Slack, by incoming webhooks.",
        [
            new("api_url", ChannelKeyForm.Secret, "The address of the incoming webhook.")
            {
                IsRequired = true,
                IsAddress = true,
                Global = "slack_api_url",
            },
            new(Mentions.Setting, ChannelKeyForm.Texts,
                "Whom each message mentions: ids of users (U…, W…) and of groups (S…), here, channel, everyone.")
            {
                Refuse = SlackMentions.Refuse,
            },
        ])
    {
        Template = TemplateForm.Lines,
    };

    /// <summary>«Rate limits»: incoming webhooks, one a second.</summary>
    public ChannelPace Pace => ChannelPace.EachSecond;

    /// <inheritdoc/>
    public HttpCall Create(HttpDelivery delivery)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        var mentions = SlackMentions.Write(Mentions.SettingFor(delivery.Channel, delivery.Message.Content));
        return new HttpCall(delivery.Channel.Address) { Body = SlackLayout.Write(delivery.Message.Content, mentions) };
    }

    /// <inheritdoc/>
    public SendResult Read(HttpAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return SlackAnswers.Read(answer);
    }
}
