using System.Collections.Immutable;
using System.Text.Json;
using Watchkeeper.Channels.Layout;

namespace Watchkeeper.Channels.Teams;

/// <summary>A person to mention («Text formatting in cards», mention support).</summary>
/// <param name="Id">The user principal name, or the object id in Microsoft Entra ID.</param>
/// <param name="Name">The name that is shown.</param>
internal sealed record TeamsMention(string Id, string Name)
{
    // More mentions than anybody needs; their number bounds the card.
    private const int MaxMentions = 20;
    private const int MaxLength = 256;

    /// <summary>The mention as it stands in a text block.</summary>
    public string Text => $"<at>{Name}</at>";

    /// <summary>The people of a setting; what is no id mentions nobody.</summary>
    /// <param name="setting">«li.wei@example.com» or «Li Wei &lt;li.wei@example.com&gt;», with commas.</param>
    public static ImmutableArray<TeamsMention> Parse(string setting) =>
    [
        .. Mentions.Split(setting)
            .Select(ParseOne).OfType<TeamsMention>()
            .DistinctBy(mention => mention.Name, StringComparer.Ordinal).Take(MaxMentions),
    ];

    /// <summary>Says what is wrong with one mention; null if nothing is.</summary>
    public static string? Refuse(string text) => ParseOne(text.Trim()) is not null
        ? null
        : $"is «{text}», which mentions nobody: write li.wei@example.com, an object id, or either as «Li Wei <id>»";

    /// <summary>Writes what Teams needs to know of the mentions.</summary>
    public static void Write(Utf8JsonWriter json, ImmutableArray<TeamsMention> mentions)
    {
        json.WriteStartArray("entities");
        foreach (var mention in mentions)
        {
            json.WriteStartObject();
            json.WriteString("type", "mention");
            json.WriteString("text", mention.Text);
            json.WriteStartObject("mentioned");
            json.WriteString("id", mention.Id);
            json.WriteString("name", mention.Name);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static TeamsMention? ParseOne(string text)
    {
        var (name, id) = text.EndsWith('>') && text.IndexOf('<', StringComparison.Ordinal) is var open and > 0
            ? (text[..open].Trim(), text[(open + 1)..^1].Trim())
            : (text, text);
        return text.Length <= MaxLength && IsId(id) && IsName(name) ? new TeamsMention(id, name) : null;
    }

    private static bool IsId(string id) => Guid.TryParseExact(id, "D", out _)
        || (id.Split('@') is [{ Length: > 0 } user, { Length: > 0 } domain]
            && user.All(sign => char.IsAsciiLetterOrDigit(sign) || "'.-_!#^~".Contains(sign, StringComparison.Ordinal))
            && domain.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '.' or '-'));

    // Whatever could end the tag or be Markdown in a text block is no part of a name.
    private static bool IsName(string name) => name.Length > 0 && name.All(sign =>
        char.IsLetterOrDigit(sign) || sign is ' ' or '.' or '-' or '_' or '#' or '@' or '\'');
}
