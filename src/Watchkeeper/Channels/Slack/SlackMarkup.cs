using System.Text;
using Watchkeeper.Channels.Layout;

namespace Watchkeeper.Channels.Slack;

/// <summary>
/// Slack's mrkdwn («Formatting message text»). <c>&amp;</c>, <c>&lt;</c> and <c>&gt;</c> have escapes; the other signs have none,
/// so a character that looks alike replaces those that Slack would read as a format or an emoji.
/// </summary>
internal sealed class SlackMarkup : IMarkup
{
    /// <inheritdoc/>
    public string Text(string text)
    {
        var inert = new StringBuilder(text.Length + 16);
        for (var at = 0; at < text.Length; at++)
        {
            _ = text[at] switch
            {
                // An escaped sign at the beginning of a line is still a quotation.
                '>' when at == 0 => inert.Append('›'),
                '•' when at == 0 => inert.Append('·'),
                '*' => inert.Append('∗'),
                '~' => inert.Append('∼'),
                '`' => inert.Append('ˋ'),
                '_' when !TextMarks.IsInsideWord(text, at) => inert.Append('＿'),
                ':' when BeginsEmoji(text.AsSpan(at + 1)) => inert.Append('꞉'),
                var other => Escape(inert, other),
            };
        }

        return inert.ToString();
    }

    /// <inheritdoc/>
    public string Bold(string text) => $"*{Text(text)}*";

    /// <inheritdoc/>
    public string Link(string name, string address) => $"<{Address(address)}|{Text(name).Replace('|', '¦')}>";

    /// <summary>A code span, in which Slack finds no format and no emoji, so that people copy the value as it is.</summary>
    public string Value(string text) => $"`{Control(text.Replace('`', 'ˋ'))}`";

    /// <summary>The colon is bold too and a blank follows: Slack ends no bold text beside a full-width sign.</summary>
    public string Field(string label, string colon, string value) => $"{Bold(label + colon.TrimEnd())} {value}";

    /// <inheritdoc/>
    public string Join(IEnumerable<string> lines) => string.Join('\n', lines);

    /// <summary>A text with Slack's three control characters escaped, as plain text needs it.</summary>
    public static string Control(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var sign in text)
            Escape(escaped, sign);
        return escaped.ToString();
    }

    private static StringBuilder Escape(StringBuilder text, char sign) => sign switch
    {
        '&' => text.Append("&amp;"),
        '<' => text.Append("&lt;"),
        '>' => text.Append("&gt;"),
        _ => text.Append(sign),
    };

    private static string Address(string address) => Control(address
        .Replace("<", "%3C", StringComparison.Ordinal)
        .Replace(">", "%3E", StringComparison.Ordinal)
        .Replace("|", "%7C", StringComparison.Ordinal)
        .Replace(" ", "%20", StringComparison.Ordinal));

    // Workspaces name emoji in any script; of numbers, Slack itself has these two.
    private static bool BeginsEmoji(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOf(':');
        if (end <= 0 || rest[..end].Contains(' '))
            return false;
        var name = rest[..end];
        foreach (var sign in name)
        {
            if (char.IsLetter(sign) || char.IsSurrogate(sign))
                return true;
        }

        return name is "+1" or "-1" or "100" or "1234";
    }
}
