using Watchkeeper.Channels.Http;
using Watchkeeper.Channels.Layout;
using Watchkeeper.Channels.Sections;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Pacing;
using Watchkeeper.Routing;

namespace Watchkeeper.Channels.Feishu;

/// <summary>A custom robot in a group of Feishu or Lark («Custom bot usage guide»).</summary>
internal sealed class FeishuChannel : IHttpChannel
{
    private const string Secret = "secret";

    /// <inheritdoc/>
    public ChannelKind Kind => ChannelKind.Feishu;

    /// <inheritdoc/>
    public ChannelSection Section { get; } = new(
        "feishu_configs", "a Feishu robot", "Custom robots in groups of Feishu or Lark.",
        [
            new("url", ChannelKeyForm.Secret, "The robot's address.") { IsRequired = true, IsAddress = true },
            new(Secret, ChannelKeyForm.Secret, "The robot's signing secret (签名校验)."),
            new(Mentions.Setting, ChannelKeyForm.Texts,
                "Whom each message mentions, at most 20: open ids or user ids of members of the group, or all.")
            {
                Refuse = Mentions.RefuseOutside(FeishuLayout.IdLetters),
            },
        ])
    {
        Template = TemplateForm.Lines,
    };

    /// <inheritdoc/>
    /// <remarks>Below 5 a second and 100 a minute, however second and minute are counted.</remarks>
    public ChannelPace Pace { get; } = new(2, TimeSpan.FromSeconds(1.5));

    /// <inheritdoc/>
    public HttpCall Create(HttpDelivery delivery)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        var channel = delivery.Channel;
        var signature = FeishuSignature.Create(channel.Settings[Secret], delivery.At);
        return new HttpCall(channel.Address) { Body = FeishuLayout.Render(delivery.Message.Content, channel, signature) };
    }

    /// <inheritdoc/>
    public SendResult Read(HttpAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return FeishuAnswer.Read(answer);
    }
}
