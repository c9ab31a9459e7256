using System.Collections.Immutable;
using System.Text;
using Watchkeeper.Channels.Http;
using Watchkeeper.Channels.Layout;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Channels.Teams;

/// <summary>
/// A message with an Adaptive Card («Create incoming webhooks with Workflows»). Version 1.4 is the last that workflows post.
/// </summary>
internal static class TeamsCard
{
    /// <summary>
    /// Maximum size of the body in bytes. Teams refuses a message of more than 28 KB (28,672 bytes) after the workflow has
    /// accepted it, and counts its own form of it: 24,453 bytes were 28,897. So a fifth and more is left free.
    /// </summary>
    public const int MaxBody = 20_000;

    private const int MaxHeadline = 300;

    private static readonly TeamsMarkup Markup = new();

    /// <summary>The body in at most <paramref name="limit"/> bytes.</summary>
    public static byte[] Write(MessageContent content, string mentions, int limit = MaxBody)
    {
        var people = TeamsMention.Parse(mentions);
        var lines = MessageLines.Create(content, hasButtons: true);
        if (content.Headline.Length > MaxHeadline)
            lines = lines.Insert(0, new MessageLine(LineRank.Essential, "", content.Headline));
        var rest = limit - Write(content, people, "").Length - 1; // A comma before the lines.
        var text = new FittedText(Markup, content.Sentences, content.Footer).Write(
            lines, rest, blocks => Encoding.UTF8.GetByteCount(blocks));
        return Write(content, people, text);
    }

    private static byte[] Write(MessageContent content, ImmutableArray<TeamsMention> mentions, string blocks) =>
        HttpJson.Write(json =>
        {
            json.WriteString("type", "message");
            json.WriteStartArray("attachments");
            json.WriteStartObject();
            json.WriteString("contentType", "application/vnd.microsoft.card.adaptive");
            json.WriteNull("contentUrl");
            json.WriteObject("content", card =>
            {
                card.WriteString("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
                card.WriteString("type", "AdaptiveCard");
                card.WriteString("version", "1.4");
                card.WriteObject("msteams", teams =>
                {
                    teams.WriteString("width", "Full");
                    TeamsMention.Write(teams, mentions);
                });
                card.WritePropertyName("body");
                card.WriteRawValue($"[{string.Join(',', Body(content, mentions, blocks))}]");
                card.WriteStartArray("actions");
                foreach (var link in content.Buttons)
                {
                    card.WriteStartObject();
                    card.WriteString("type", "Action.OpenUrl");
                    card.WriteString("title", link.Name);
                    card.WriteString("url", link.Address);
                    card.WriteEndObject();
                }

                card.WriteEndArray();
            });
            json.WriteEndObject();
            json.WriteEndArray();
        });

    private static IEnumerable<string> Body(MessageContent content, ImmutableArray<TeamsMention> mentions, string blocks)
    {
        yield return $$"""
            {"type":"Container","style":"{{Style(content)}}","bleed":true,"items":[{{TeamsMarkup.Headline(
                InertText.Shorten(content.Headline, MaxHeadline))}}]}
            """;
        if (mentions.Length > 0)
            yield return Mention(mentions);
        if (blocks.Length > 0)
            yield return blocks;
    }

    // Teams finds mentions in text blocks alone.
    private static string Mention(ImmutableArray<TeamsMention> mentions) => Encoding.UTF8.GetString(HttpJson.Write(json =>
    {
        json.WriteString("type", "TextBlock");
        json.WriteString("text", string.Join(' ', mentions.Select(mention => mention.Text)));
        json.WriteBoolean("wrap", true);
    }));

    private static string Style(MessageContent content) => content switch
    {
        { IsOver: true } => "good",
        { Severity: Severity.Critical or Severity.High } => "attention",
        { Severity: Severity.Medium } => "warning",
        { Severity: Severity.Low } => "accent",
        _ => "emphasis",
    };
}
