using Watchkeeper.Channels.Http;
using Watchkeeper.Channels.Wecom;
using Watchkeeper.Notification;

namespace Watchkeeper.Channels.Wechat;

/// <summary>The answer to «Send application messages», which also names who was not reached although others were.</summary>
internal static class WechatAnswer
{
    private static readonly string[] Missed = ["invaliduser", "invalidparty", "invalidtag", "unlicenseduser"];

    public static SendResult Read(HttpAnswer answer) => WecomAnswer.Read(answer) switch
    {
        SendResult.Sent sent when AnswerObject.Parse(answer) is { } json => new SendResult.Sent(Describe(sent.MessageId, json)),
        var result => result,
    };

    private static string Describe(string said, AnswerObject json)
    {
        var id = json.Words("msgid") is { Length: > 0 } known ? known : said;
        var missed = string.Join(
            ", ", Missed.Where(name => json.Words(name).Length > 0).Select(name => $"{name} {json.Words(name)}"));
        return missed.Length > 0 ? $"{id}; not reached: {missed}" : id;
    }
}
