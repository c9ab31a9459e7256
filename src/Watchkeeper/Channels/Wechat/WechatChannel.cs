using Watchkeeper.Channels.Http;
using Watchkeeper.Channels.Sections;
using Watchkeeper.Channels.Wecom;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Pacing;
using Watchkeeper.Routing;
using Watchkeeper.Signals;

namespace Watchkeeper.Channels.Wechat;

/// <summary>
/// An application of WeChat Work that writes to members («Send application messages», «Get access_token»). The settings hold each
/// key that is given, those of the address too.
/// </summary>
internal sealed class WechatChannel : ITokenChannel
{
    private const string DefaultApiUrl = "https://qyapi.weixin.qq.com/cgi-bin/";

    /// <inheritdoc/>
    public ChannelKind Kind => ChannelKind.Wechat;

    /// <inheritdoc/>
    public ChannelSection Section { get; } = new(
        "wechat_configs", "an application of WeChat Work", "Applications of WeChat Work, which write to its members.",
        [
            new(WechatKeys.ApiSecret, ChannelKeyForm.Secret, "The application's secret.")
            {
                IsRequired = true, Global = "wechat_api_secret",
            },
            new(WechatKeys.CorpId, ChannelKeyForm.Text, "The company's id.")
            {
                IsRequired = true, IsAddress = true, Global = "wechat_api_corp_id",
            },
            new(WechatKeys.AgentId, ChannelKeyForm.Text, "The application's id.") { IsRequired = true, IsAddress = true },
            new(WechatKeys.ToUser, ChannelKeyForm.Text, "Ids of users, with | between them, or @all.")
            {
                IsAddress = true,
            },
            new(WechatKeys.ToParty, ChannelKeyForm.Text, "Ids of departments, with | between them.") { IsAddress = true },
            new(WechatKeys.ToTag, ChannelKeyForm.Text, "Ids of tags, with | between them.") { IsAddress = true },
            new(WechatKeys.ApiUrl, ChannelKeyForm.Text, $"Where WeChat Work's API is, if not at {DefaultApiUrl}.")
            {
                Global = "wechat_api_url",
            },
            new(WechatKeys.MessageType, ChannelKeyForm.Text,
                "The type of message; the personal WeChat of a member shows text alone. Default: text.")
            {
                Choices = [WechatKeys.Text, WechatKeys.Markdown],
            },
        ])
    {
        Template = TemplateForm.Lines,
    };

    /// <inheritdoc/>
    /// <remarks>A member gets 30 messages a minute and 1,000 an hour; WeChat Work drops more in silence.</remarks>
    public ChannelPace Pace { get; } = new(5, TimeSpan.FromSeconds(20));

    /// <inheritdoc/>
    public HttpCall CreateTokenCall(Channel channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        // A secret that was pasted often ends with a line feed.
        var secret = channel.Settings[WechatKeys.ApiSecret].Trim();
        return new HttpCall(
            $"{Api(channel.Settings)}gettoken?corpid={Uri.EscapeDataString(channel.Settings[WechatKeys.CorpId])}"
            + $"&corpsecret={Uri.EscapeDataString(secret)}");
    }

    /// <inheritdoc/>
    public TokenResult ReadToken(HttpAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return WechatToken.Read(answer);
    }

    /// <inheritdoc/>
    public bool IsTokenRefused(HttpAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return WecomAnswer.IsTokenRefused(answer);
    }

    /// <inheritdoc/>
    public HttpCall Create(HttpDelivery delivery)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        var settings = delivery.Channel.Settings;
        return new HttpCall($"{Api(settings)}message/send?access_token={Uri.EscapeDataString(delivery.Token)}")
        {
            Body = WechatMessage.Render(delivery.Message.Content, settings),
        };
    }

    /// <inheritdoc/>
    public SendResult Read(HttpAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return WechatAnswer.Read(answer);
    }

    private static string Api(LabelSet settings) => settings[WechatKeys.ApiUrl] switch
    {
        "" => DefaultApiUrl,
        var url => url.EndsWith('/') ? url : $"{url}/",
    };
}
