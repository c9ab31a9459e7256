using System.Collections.Immutable;
using System.Text.Json;
using Watchkeeper.Channels.Http;
using Watchkeeper.Channels.Layout;
using Watchkeeper.Notification.Rendering;

namespace Watchkeeper.Channels.Slack;

/// <summary>
/// A message of Slack («Block Kit»): the headline and the mentions on top, because mentions below notify nobody; the rest in
/// one attachment, because only attachments have a colour. Links are text: a button asks an app to answer, which a webhook
/// cannot, and Slack then warns whoever clicks.
/// </summary>
internal static class SlackLayout
{
    /// <summary>Maximum length of a header («Header block»), in characters.</summary>
    public const int MaxHeader = 150;

    /// <summary>Maximum length of a section's text («Text object»), in characters.</summary>
    public const int MaxSection = 3000;

    private const int MaxText = 1000;

    private static readonly SlackMarkup Markup = new();

    /// <summary>The body.</summary>
    public static byte[] Write(MessageContent content, string mentions) => HttpJson.Write(json =>
    {
        var text = FittedLine.Write(content.Headline, MaxText, Markup.Text, Length);
        json.WriteString("text", text);
        json.WriteString("parse", "none");
        json.WriteBoolean("link_names", false);
        json.WriteBoolean("unfurl_links", false);
        json.WriteBoolean("unfurl_media", false);
        json.WriteStartArray("blocks");
        WriteBlock(json, "header", "text", WriteHeader);
        WriteSection(json, mentions);
        json.WriteEndArray();
        json.WriteStartArray("attachments");
        json.WriteStartObject();
        json.WriteString("color", content.Colour);
        json.WriteString("fallback", text);
        json.WriteStartArray("blocks");
        WriteBody(json, content);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();

        void WriteHeader()
        {
            json.WriteStartObject();
            json.WriteString("type", "plain_text");
            json.WriteString("text", Header(content.Headline));
            json.WriteBoolean("emoji", false);
            json.WriteEndObject();
        }
    });

    private static void WriteBody(Utf8JsonWriter json, MessageContent content)
    {
        var lines = MessageLines.Create(content);
        if (!Header(content.Headline).Equals(SlackMarkup.Control(content.Headline), StringComparison.Ordinal))
            lines = lines.Insert(0, new MessageLine(LineRank.Essential, "", content.Headline));
        foreach (var part in Parts(lines))
            WriteSection(json, Fit(part));
        WriteBlock(json, "context", "elements", () =>
        {
            json.WriteStartArray();
            WriteMarkdown(json, FittedLine.Write(content.Footer, MaxText, Markup.Text, Length));
            json.WriteEndArray();
        });

        string Fit(ImmutableArray<MessageLine> some) =>
            new FittedText(Markup, content.Sentences, "").Write(some, MaxSection, Length);
    }

    // Details in sections of their own, which the others cannot push out.
    private static IEnumerable<ImmutableArray<MessageLine>> Parts(ImmutableArray<MessageLine> lines)
    {
        for (var begin = 0; begin < lines.Length;)
        {
            var isDetail = lines[begin].Rank == LineRank.Detail;
            var end = begin + 1;
            while (end < lines.Length && lines[end].Rank == LineRank.Detail == isDetail)
                end++;
            yield return lines[begin..end];
            begin = end;
        }
    }

    private static void WriteSection(Utf8JsonWriter json, string text)
    {
        if (text.Length > 0)
            WriteBlock(json, "section", "text", () => WriteMarkdown(json, text));
    }

    private static void WriteBlock(Utf8JsonWriter json, string type, string name, Action value)
    {
        json.WriteStartObject();
        json.WriteString("type", type);
        json.WritePropertyName(name);
        value();
        json.WriteEndObject();
    }

    // Verbatim: Slack makes no link and no mention of what is not written as one.
    private static void WriteMarkdown(Utf8JsonWriter json, string text)
    {
        json.WriteStartObject();
        json.WriteString("type", "mrkdwn");
        json.WriteString("text", text);
        json.WriteBoolean("verbatim", true);
        json.WriteEndObject();
    }

    private static string Header(string headline) => FittedLine.Write(headline, MaxHeader, SlackMarkup.Control, Length);

    private static long Length(string text) => text.Length;
}
