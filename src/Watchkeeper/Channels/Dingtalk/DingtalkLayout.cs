using System.Buffers;
using System.Text.Json;
using Watchkeeper.Channels.Http;
using Watchkeeper.Channels.Layout;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Routing;
using Watchkeeper.Text;

namespace Watchkeeper.Channels.Dingtalk;

/// <summary>
/// A message of type markdown («Message types of custom robots»). The body has at most 20,000 bytes, which error 460101 states.
/// DingTalk shows a mention only if the text has it too.
/// </summary>
internal static class DingtalkLayout
{
    /// <summary>Maximum size of a body in bytes.</summary>
    public const int MaxBody = 20_000;

    private const int MaxHeadline = 300;
    private const int MobileLength = 11;

    private static readonly DingtalkMarkup Markup = new();

    /// <summary>The characters of an id.</summary>
    public static readonly SearchValues<char> IdLetters =
        SearchValues.Create("+-.0123456789@ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz");

    public static byte[] Render(MessageContent content, Channel channel)
    {
        var mentions = Mentions.From(channel, content, IdLetters);
        var text = new FittedText(Markup, content.Sentences, content.Footer).Write(
            MessageLines.Create(content), MaxBody, fitted => Body(content, mentions, fitted).Length);
        return Body(content, mentions, text);
    }

    private static byte[] Body(MessageContent content, Mentions mentions, string fitted) => HttpJson.Write(json =>
    {
        json.WriteString("msgtype", "markdown");
        json.WriteObject("markdown", markdown =>
        {
            // What the list of chats and the phone's notification show.
            markdown.WriteString("title", Markup.Text(InertText.Shorten(content.Headline, Message.SubjectLimit)));
            markdown.WriteString("text", Text(content, mentions, fitted));
        });
        json.WriteObject("at", at =>
        {
            WriteIds(at, "atMobiles", mentions.Ids.Where(IsMobile));
            WriteIds(at, "atUserIds", mentions.Ids.Where(id => !IsMobile(id)));
            at.WriteBoolean("isAtAll", mentions.Everybody);
        });
    });

    private static string Text(MessageContent content, Mentions mentions, string fitted)
    {
        var headline = $"### {Markup.Text(InertText.Shorten(content.Headline, MaxHeadline))}";
        string[] everybody = mentions.Everybody ? ["@all"] : [];
        var named = string.Join(' ', everybody.Concat(mentions.Ids.Select(id => $"@{id}")));
        return Markup.Join(named.Length > 0 ? [headline, fitted, named] : [headline, fitted]);
    }

    private static void WriteIds(Utf8JsonWriter json, string name, IEnumerable<string> ids)
    {
        json.WriteStartArray(name);
        foreach (var id in ids)
            json.WriteStringValue(id);
        json.WriteEndArray();
    }

    // «13800000000», or «+86-13800000000»; anything else is an id of the company's address book.
    private static bool IsMobile(string id) => id.StartsWith('+')
        || (id.Length == MobileLength && id[0] is '1' && !id.AsSpan().ContainsAnyExceptInRange('0', '9'));
}
