using System.Buffers;
using System.Text.Json;
using Watchkeeper.Channels.Http;
using Watchkeeper.Channels.Layout;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Routing;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Channels.Feishu;

/// <summary>
/// An interactive card («Custom bot usage guide», 发送飞书卡片; JSON 1.0, which all clients read): a header whose colour tells the
/// severity, the text, buttons, and a note with the incident.
/// </summary>
internal static class FeishuLayout
{
    /// <summary>Maximum size of a body in bytes: 20 KB, in thousands, since the document does not say which.</summary>
    public const int MaxBody = 20_000;

    private const int MaxTitle = 200;

    private static readonly FeishuMarkup Markup = new();

    /// <summary>The characters of an id.</summary>
    public static readonly SearchValues<char> IdLetters =
        SearchValues.Create("-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz");

    public static byte[] Render(MessageContent content, Channel channel, FeishuSignature? signature)
    {
        var mentions = Mentions.From(channel, content, IdLetters);
        // The note has the footer.
        var text = new FittedText(Markup, content.Sentences, footer: "").Write(
            MessageLines.Create(content, hasButtons: true), MaxBody, fitted => Body(fitted).Length);
        return Body(text);

        byte[] Body(string fitted) => HttpJson.Write(json =>
        {
            if (signature is not null)
            {
                json.WriteString("timestamp", signature.Time);
                json.WriteString("sign", signature.Sign);
            }

            json.WriteString("msg_type", "interactive");
            json.WriteObject("card", card => WriteCard(card, content, mentions, fitted));
        });
    }

    private static void WriteCard(Utf8JsonWriter card, MessageContent content, Mentions mentions, string text)
    {
        card.WriteObject("config", config => config.WriteBoolean("wide_screen_mode", value: true));
        card.WriteObject("header", header =>
        {
            WriteText(header, "title", "plain_text", InertText.Shorten(content.Headline, MaxTitle));
            header.WriteString("template", Colour(content));
        });
        card.WriteStartArray("elements");
        WriteDiv(card, text);
        if (mentions.Everybody || !mentions.Ids.IsEmpty)
            WriteDiv(card, MentionTags(mentions));
        WriteButtons(card, content);
        card.WriteStartObject();
        card.WriteString("tag", "note");
        card.WriteStartArray("elements");
        card.WriteStartObject();
        card.WriteString("tag", "plain_text");
        card.WriteString("content", content.Footer);
        card.WriteEndObject();
        card.WriteEndArray();
        card.WriteEndObject();
        card.WriteEndArray();
    }

    private static void WriteButtons(Utf8JsonWriter card, MessageContent content)
    {
        if (content.Buttons.IsEmpty)
            return;
        card.WriteStartObject();
        card.WriteString("tag", "action");
        card.WriteStartArray("actions");
        foreach (var link in content.Buttons)
        {
            card.WriteStartObject();
            card.WriteString("tag", "button");
            WriteText(card, "text", "plain_text", link.Name);
            card.WriteString("type", link == content.Buttons[0] ? "primary" : "default");
            card.WriteString("url", link.Address);
            card.WriteEndObject();
        }

        card.WriteEndArray();
        card.WriteEndObject();
    }

    private static void WriteDiv(Utf8JsonWriter json, string text)
    {
        json.WriteStartObject();
        json.WriteString("tag", "div");
        WriteText(json, "text", "lark_md", text);
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string tag, string text) => json.WriteObject(name, members =>
    {
        members.WriteString("tag", tag);
        members.WriteString("content", text);
    });

    private static string MentionTags(Mentions mentions) =>
        string.Join(' ', (mentions.Everybody ? ["all", .. mentions.Ids] : mentions.Ids).Select(id => $"<at id={id}></at>"));

    private static string Colour(MessageContent content) => content switch
    {
        { IsOver: true } => "green",
        { Severity: Severity.Critical } => "carmine",
        { Severity: Severity.High } => "red",
        { Severity: Severity.Medium } => "orange",
        { Severity: Severity.Low } => "yellow",
        _ => "blue",
    };
}
