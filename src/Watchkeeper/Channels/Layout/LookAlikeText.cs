using System.Text;

namespace Watchkeeper.Channels.Layout;

/// <summary>
/// Text without effect in chat programs whose markup has no escape: a character that the program would read as a format, a link,
/// a mention, a tag, a table or the name of a face is replaced by one that looks alike.
/// </summary>
internal static class LookAlikeText
{
    private const int MaxFace = 12;

    /// <summary>For messages without formats, in which links, tags, mentions and faces still work.</summary>
    public static string Plain(string text) => Write(text, Plain);

    /// <summary>For markdown.</summary>
    public static string Markdown(string text) => Write(text, Markdown);

    private static string Write(string text, Func<string, int, char> write)
    {
        var inert = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            inert.Append(write(text, at));
            if (text[at] is ']' && TextMarks.Next(text, at) is '(' or '[' or ':')
                inert.Append(' ');
        }

        return inert.ToString();
    }

    private static char Markdown(string text, int at) => text[at] switch
    {
        '`' => 'ˋ',
        '*' => '∗',
        '~' => '∼',
        '|' => '｜',
        // Inside a word they have no effect, and people copy such words.
        '_' when !TextMarks.IsInsideWord(text, at) => '＿',
        '#' when !TextMarks.IsAfterWord(text, at) => '＃',
        // Inside a text, paths show it as it is.
        '\\' when TextMarks.IsLast(text, at) => '＼',
        '-' when TextMarks.IsLineSign(text, at) => '－',
        '+' when TextMarks.IsLineSign(text, at) => '＋',
        '=' when TextMarks.IsLineSign(text, at) => '＝',
        '.' when TextMarks.IsAfterNumber(text, at) => '․',
        ')' when TextMarks.IsAfterNumber(text, at) => '）',
        _ => Plain(text, at),
    };

    private static char Plain(string text, int at) => text[at] switch
    {
        '<' => '‹',
        '>' => '›',
        '@' => '＠',
        '&' when TextMarks.IsEntity(text, at) => '＆',
        '/' when TextMarks.IsAfterScheme(text, at) || TextMarks.Next(text, at) is ':' => '∕',
        '.' when TextMarks.IsAfterWww(text, at) => '․',
        '[' when IsFace(text.AsSpan(at + 1)) => '［',
        var other => other,
    };

    // «[微笑]»: the programs draw a face for such a name. Words of ours in brackets, such as «[HIGH]», have ASCII letters alone.
    private static bool IsFace(ReadOnlySpan<char> rest) =>
        rest[..Math.Min(rest.Length, MaxFace)].IndexOf(']') is var end and > 0
        && rest[..end].IndexOfAnyExceptInRange('\0', '\u007f') >= 0;
}
