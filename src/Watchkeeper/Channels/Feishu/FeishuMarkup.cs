using System.Buffers;
using System.Text;
using Watchkeeper.Channels.Layout;

namespace Watchkeeper.Channels.Feishu;

/// <summary>
/// The markdown of Feishu's cards (lark_md; «Rich text component», 特殊字符转义说明): characters with a meaning are written as
/// numbers, so that people can copy what they see. The sign that begins a tag is replaced by one that looks alike, so that no
/// client, however it decodes, finds a mention.
/// </summary>
internal sealed class FeishuMarkup : IMarkup
{
    private const int MaxEmoji = 40;

    private static readonly SearchValues<char> EmojiLetters =
        SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz");

    /// <inheritdoc/>
    public string Text(string text)
    {
        var inert = new StringBuilder(text.Length + 16);
        for (var at = 0; at < text.Length; at++)
        {
            _ = text[at] switch
            {
                '<' => inert.Append('‹'),
                '&' when TextMarks.IsEntity(text, at) => inert.Append('＆'),
                '/' when TextMarks.IsAfterScheme(text, at) => inert.Append('∕'),
                '.' when TextMarks.IsAfterWww(text, at) => inert.Append('․'),
                var sign when IsMarkup(text, at) => inert.Append("&#").Append((int)sign).Append(';'),
                var other => inert.Append(other),
            };
        }

        return inert.ToString();
    }

    /// <inheritdoc/>
    public string Bold(string text) => $"**{Text(text)}**";

    /// <inheritdoc/>
    public string Link(string name, string address) => $"[{Text(name)}]({LinkAddress.Escape(address)})";

    /// <inheritdoc/>
    public string Join(IEnumerable<string> lines) => string.Join('\n', lines);

    private static bool IsMarkup(string text, int at) => text[at] switch
    {
        '*' or '~' or '`' or '[' or ']' or '\\' or '>' or '|' => true,
        // Inside a word they have no effect.
        '_' => !TextMarks.IsInsideWord(text, at),
        '#' => !TextMarks.IsAfterWord(text, at),
        '-' or '+' or '=' => TextMarks.IsLineSign(text, at),
        '.' or ')' => TextMarks.IsAfterNumber(text, at),
        ':' => BeginsEmoji(text.AsSpan(at + 1)),
        _ => false,
    };

    // «:DONE:»
    private static bool BeginsEmoji(ReadOnlySpan<char> rest) =>
        rest[..Math.Min(rest.Length, MaxEmoji)].IndexOf(':') is var end and > 0
        && rest[..end].IndexOfAnyExceptInRange('0', '9') >= 0
        && rest[..end].IndexOfAnyExcept(EmojiLetters) < 0;
}
