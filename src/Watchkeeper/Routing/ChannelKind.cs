namespace Watchkeeper.Routing;

/// <summary>The kind of a channel. Stored rows hold the names.</summary>
public enum ChannelKind
{
    /// <summary>An SNS topic: mail, SMS and push by its subscriptions.</summary>
    Sns,

    /// <summary>Mail by SES.</summary>
    Mail,

    /// <summary>One phone, by SNS as SMS.</summary>
    Sms,

    /// <summary>One device, by SNS through an endpoint of a mobile app.</summary>
    Push,

    /// <summary>A robot in a group of WeChat Work.</summary>
    WechatRobot,

    /// <summary>An application of WeChat Work, which writes to its members.</summary>
    Wechat,

    /// <summary>A robot in a group of DingTalk.</summary>
    Dingtalk,

    /// <summary>A robot in a group of Feishu or Lark.</summary>
    Feishu,

    /// <summary>An incoming webhook of Slack.</summary>
    Slack,

    /// <summary>A workflow of Microsoft Teams that posts what it receives.</summary>
    Teams,

    /// <summary>A service of PagerDuty, by Events API v2.</summary>
    Pagerduty,

    /// <summary>A program of one's own that takes JSON by HTTPS.</summary>
    Webhook,
}
