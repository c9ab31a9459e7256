using System.Buffers;
using System.Text;

namespace Watchkeeper.Notification.Rendering;

/// <summary>
/// Makes text inert in the markdown of Slack and of Microsoft Teams at once. The two have no common escape, so what either
/// reads as formatting, link, mention or emoji is replaced by a character that looks alike. Values that people copy stand
/// unchanged in code spans.
/// </summary>
internal static class ChatText
{
    private const int MaxEmojiLength = 60;

    private static readonly SearchValues<char> EmojiNames = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_+-'");

    /// <summary>A text inside a line of ours.</summary>
    public static string Inline(string text)
    {
        var inert = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var (before, after) = (at == 0 ? ' ' : text[at - 1], at + 1 == text.Length ? ' ' : text[at + 1]);
            inert.Append(text[at] switch
            {
                '<' => '‹',
                '>' => '›',
                '`' => 'ˋ',
                '*' => '∗',
                '~' => '∼',
                '@' => '＠',
                // Both formats leave it alone inside a word.
                '_' when !char.IsLetterOrDigit(before) || !char.IsLetterOrDigit(after) => '＿',
                '#' when !char.IsLetterOrDigit(before) => '＃',
                '/' when before is ':' or '/' && IsAfterScheme(text, at) => '∕',
                '.' when at >= 3 && text.AsSpan(at - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase) => '․',
                ':' when BeginsEmoji(text.AsSpan(at + 1)) => '꞉',
                var other => other,
            });
            if (text[at] is ']' && after is '(' or '[' or ':')
                inert.Append(' ');
        }

        return inert.ToString();
    }

    /// <summary>A value as a code span, in which nothing is formatting.</summary>
    public static string Code(string value) =>
        $"`{value.Replace('`', 'ˋ').Replace('<', '‹').Replace('>', '›')}`";

    /// <summary>An address of ours as a link, in the one form that both read.</summary>
    public static string Link(string address) => "<" + address
        .Replace("<", "%3C", StringComparison.Ordinal)
        .Replace(">", "%3E", StringComparison.Ordinal)
        .Replace("|", "%7C", StringComparison.Ordinal)
        .Replace(" ", "%20", StringComparison.Ordinal) + ">";

    // The two slashes of «https://».
    private static bool IsAfterScheme(string text, int at) =>
        text[at - 1] is ':' ? at + 1 < text.Length && text[at + 1] is '/' : at >= 2 && text[at - 2] is ':';

    private static bool BeginsEmoji(ReadOnlySpan<char> rest)
    {
        var length = rest[..Math.Min(rest.Length, MaxEmojiLength)].IndexOf(':');
        return length > 0 && rest[..length].IndexOfAnyInRange('a', 'z') >= 0
            && rest[..length].IndexOfAnyExcept(EmojiNames) < 0;
    }
}
