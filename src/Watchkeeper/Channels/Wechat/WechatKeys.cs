namespace Watchkeeper.Channels.Wechat;

/// <summary>The keys of Alertmanager's <c>wechat_configs</c> that have an effect, and two values.</summary>
internal static class WechatKeys
{
    public const string ApiSecret = "api_secret";
    public const string ApiUrl = "api_url";
    public const string CorpId = "corp_id";
    public const string AgentId = "agent_id";
    public const string ToUser = "to_user";
    public const string ToParty = "to_party";
    public const string ToTag = "to_tag";
    public const string MessageType = "message_type";

    public const string Text = "text";
    public const string Markdown = "markdown";
}
