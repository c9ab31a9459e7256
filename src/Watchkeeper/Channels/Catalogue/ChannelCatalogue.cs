using System.Collections.Immutable;
using Watchkeeper.Channels.Dingtalk;
using Watchkeeper.Channels.Feishu;
using Watchkeeper.Channels.Http;
using Watchkeeper.Channels.Pagerduty;
using Watchkeeper.Channels.Slack;
using Watchkeeper.Channels.Teams;
using Watchkeeper.Channels.Webhook;
using Watchkeeper.Channels.Wechat;
using Watchkeeper.Channels.WechatRobot;

namespace Watchkeeper.Channels.Catalogue;

/// <summary>All channels by HTTPS: a new one is a folder and a line here.</summary>
public static class ChannelCatalogue
{
    /// <summary>The channels.</summary>
    public static ImmutableArray<IHttpChannel> All { get; } =
    [
        new SlackChannel(),
        new TeamsChannel(),
        new PagerdutyChannel(),
        new WebhookChannel(),
        new DingtalkChannel(),
        new FeishuChannel(),
        new WechatRobotChannel(),
        new WechatChannel(),
    ];
}
