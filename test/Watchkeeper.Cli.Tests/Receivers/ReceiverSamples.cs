using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Routing;
using Watchkeeper.Signals;
using Watchkeeper.Testing;

namespace Watchkeeper.Cli.Tests.Receivers;

/// <summary>A channel of each kind by HTTPS, with invented addresses, and what its receiver says to a message.</summary>
internal static class ReceiverSamples
{
    public const string RoutingKey = "EXAMPLE-KEY-OF-32-CHARACTERS-000";

    public static Message Message { get; } =
        MessageRenderer.Render(SampleEntries.Create(Incidents.Transition.Opened), Locale.English);

    public static Channel ChannelOf(ChannelKind kind) => kind switch
    {
        ChannelKind.Slack => new(kind, "https://hooks.slack.com/services/T00000000/B00000000/EXAMPLE"),
        ChannelKind.Teams => new(kind, "https://example.westeurope.logic.azure.com/workflows/EXAMPLE/triggers/manual/run"),
        ChannelKind.Pagerduty => new(kind, RoutingKey),
        ChannelKind.Dingtalk => With(
            new(kind, "https://oapi.dingtalk.com/robot/send?access_token=EXAMPLE"), ("secret", "SEC-EXAMPLE")),
        ChannelKind.Feishu => With(
            new(kind, "https://open.feishu.cn/open-apis/bot/v2/hook/EXAMPLE"), ("secret", "EXAMPLE")),
        ChannelKind.WechatRobot => new(kind, "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=EXAMPLE"),
        ChannelKind.Wechat => With(
            new(kind, "EXAMPLE 7 @all"),
            ("corp_id", "EXAMPLE"), ("agent_id", "7"), ("to_user", "@all"), ("api_secret", "EXAMPLE")),
        _ => new(kind, "https://never-resolved.shop.example/hook"),
    };

    public static string WordsOf(ChannelKind kind) => kind switch
    {
        ChannelKind.Slack or ChannelKind.Dingtalk or ChannelKind.WechatRobot => "^ok$",
        ChannelKind.Teams => "^accepted; ",
        ChannelKind.Pagerduty => "^Event processed · inc-6924068912ab34cd56ef$",
        ChannelKind.Feishu => "^success$",
        ChannelKind.Wechat => "^[0-9a-f]{32}$",
        _ => "^the webhook answered 204$",
    };

    private static Channel With(Channel channel, params (string Name, string Value)[] settings) => channel with
    {
        Settings = LabelSet.From(settings.Select(setting => KeyValuePair.Create(setting.Name, setting.Value))),
    };
}
