using Watchkeeper.Channels.Http;
using Watchkeeper.Channels.Layout;
using Watchkeeper.Channels.Sections;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Pacing;
using Watchkeeper.Routing;

namespace Watchkeeper.Channels.Dingtalk;

/// <summary>A custom robot in a group of DingTalk («Custom robot access»).</summary>
internal sealed class DingtalkChannel : IHttpChannel
{
    private const string Secret = "secret";

    /// <inheritdoc/>
    public ChannelKind Kind => ChannelKind.Dingtalk;

    /// <inheritdoc/>
    public ChannelSection Section { get; } = new(
        "dingtalk_configs", "a DingTalk robot", "Custom robots in groups of DingTalk.",
        [
            new("url", ChannelKeyForm.Secret, "The robot's address, with its token.") { IsRequired = true, IsAddress = true },
            new(Secret, ChannelKeyForm.Secret, "The robot's signing secret (加签), which begins with SEC."),
            new(Mentions.Setting, ChannelKeyForm.Texts,
                "Whom each message mentions, at most 20: mobile numbers or user ids of members of the group, or all.")
            {
                Refuse = Mentions.RefuseOutside(DingtalkLayout.IdLetters),
            },
        ])
    {
        Template = TemplateForm.Lines,
    };

    /// <inheritdoc/>
    /// <remarks>20 a minute, however the minute is counted: DingTalk blocks a robot for 10 minutes beyond that.</remarks>
    public ChannelPace Pace { get; } = new(5, TimeSpan.FromSeconds(20));

    /// <inheritdoc/>
    public HttpCall Create(HttpDelivery delivery)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        var channel = delivery.Channel;
        return new HttpCall(DingtalkSignature.Sign(channel.Address, channel.Settings[Secret], delivery.At))
        {
            Body = DingtalkLayout.Render(delivery.Message.Content, channel),
        };
    }

    /// <inheritdoc/>
    public SendResult Read(HttpAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return DingtalkAnswer.Read(answer);
    }
}
