using System.Globalization;
using Watchkeeper.Channels.Http;
using Watchkeeper.Channels.Wecom;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Signals;

namespace Watchkeeper.Channels.Wechat;

/// <summary>The body of «Send application messages».</summary>
internal static class WechatMessage
{
    // The longest interval that the document allows; it covers all attempts of one delivery.
    private const int DuplicateCheckSeconds = 4 * 60 * 60;

    public static byte[] Render(MessageContent content, LabelSet settings) => HttpJson.Write(json =>
    {
        var isMarkdown = settings[WechatKeys.MessageType] == WechatKeys.Markdown;
        WriteGiven("touser", WechatKeys.ToUser);
        WriteGiven("toparty", WechatKeys.ToParty);
        WriteGiven("totag", WechatKeys.ToTag);
        if (long.TryParse(settings[WechatKeys.AgentId], NumberStyles.None, CultureInfo.InvariantCulture, out var agent))
            json.WriteNumber("agentid", agent);
        else
            json.WriteString("agentid", settings[WechatKeys.AgentId]);
        var type = isMarkdown ? WechatKeys.Markdown : WechatKeys.Text;
        json.WriteString("msgtype", type);
        json.WriteObject(type, body => body.WriteString(
            "content", isMarkdown ? WecomContent.Markdown(content, WecomContent.MaxText) : WecomContent.Plain(content)));
        // A second attempt after an answer that was lost shows nobody the message twice.
        json.WriteNumber("enable_duplicate_check", 1);
        json.WriteNumber("duplicate_check_interval", DuplicateCheckSeconds);

        void WriteGiven(string name, string key)
        {
            if (settings[key].Length > 0)
                json.WriteString(name, settings[key]);
        }
    });
}
