using System.Text;
using System.Text.Json;
using Watchkeeper.Channels.Http;
using Watchkeeper.Channels.Layout;

namespace Watchkeeper.Channels.Teams;

/// <summary>
/// Runs of text in an Adaptive Card («RichTextBlock», schema 1.2). Unlike a TextBlock, a run has no Markdown, so that text
/// needs no escape, is the same on every device, and can be copied as it is. Each text is a JSON object with a comma; joined,
/// each line is a block.
/// </summary>
internal sealed class TeamsMarkup : IMarkup
{
    /// <inheritdoc/>
    public string Text(string text) => Run(text, _ => { });

    /// <inheritdoc/>
    public string Bold(string text) => Run(text, json => json.WriteString("weight", "Bolder"));

    /// <inheritdoc/>
    public string Link(string name, string address) => Run(name, json =>
    {
        json.WriteString("color", "Accent");
        json.WriteObject("selectAction", action =>
        {
            action.WriteString("type", "Action.OpenUrl");
            action.WriteString("url", address);
        });
    });

    /// <inheritdoc/>
    public string Join(IEnumerable<string> lines) => string.Join(
        ',', lines.Select(line => $$"""{"type":"RichTextBlock","spacing":"Small","inlines":[{{line.TrimEnd(',')}}]}"""));

    /// <summary>The headline as a block.</summary>
    public static string Headline(string text)
    {
        var run = Run(text, json =>
        {
            json.WriteString("size", "Large");
            json.WriteString("weight", "Bolder");
        });
        return $$"""{"type":"RichTextBlock","inlines":[{{run.TrimEnd(',')}}]}""";
    }

    private static string Run(string text, Action<Utf8JsonWriter> style) => Encoding.UTF8.GetString(HttpJson.Write(json =>
    {
        json.WriteString("type", "TextRun");
        json.WriteString("text", Inert(text));
        style(json);
    })) + ",";

    // A card computes dates wherever text stands, and Teams looks for its mentions in the card.
    private static string Inert(string text) => text
        .Replace("{{DATE(", "{ {DATE(", StringComparison.OrdinalIgnoreCase)
        .Replace("{{TIME(", "{ {TIME(", StringComparison.OrdinalIgnoreCase)
        .Replace("<at", "‹at", StringComparison.OrdinalIgnoreCase)
        .Replace("</at", "‹/at", StringComparison.OrdinalIgnoreCase);
}
