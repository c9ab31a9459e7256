using System.Globalization;
using System.Text;

namespace Watchkeeper.Text;

/// <summary>
/// Makes untrusted text safe for one line beside our own text. The text cannot end the line, change the direction of the
/// following text, or hide. Markup stays as it is; the writer of markup must escape it.
/// </summary>
public static class InertText
{
    private static readonly Rune Space = new(' ');

    /// <summary>
    /// One line. Control characters and separators of any kind become single spaces. Format characters (bidirectional overrides
    /// and isolates, zero width, tags) and other invisible characters are removed. Lone surrogates and noncharacters become
    /// U+FFFD. Blanks at both ends are trimmed.
    /// </summary>
    public static string Line(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (IsPlain(text))
            return text;
        var line = new StringBuilder(text.Length);
        var blank = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Seen(rune) is not { } seen)
                continue;
            if (seen == Space)
            {
                blank = line.Length > 0;
                continue;
            }

            if (blank)
                line.Append(' ');
            blank = false;
            line.Append(seen);
        }

        return line.ToString();
    }

    /// <summary>One line of at most <paramref name="limit"/> UTF-16 code units; «…» marks a cut.</summary>
    public static string Line(string text, int limit) => Shorten(Line(text), limit);

    /// <summary>
    /// Shortens to at most <paramref name="limit"/> code units. «…» marks a cut, and no cut splits a surrogate pair.
    /// </summary>
    public static string Shorten(string text, int limit)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length <= limit)
            return text;
        var end = limit - 1;
        if (end > 0 && char.IsHighSurrogate(text[end - 1]))
            end--;
        return string.Concat(text.AsSpan(0, end), "…");
    }

    // Most texts: printable ASCII with single blanks inside.
    private static bool IsPlain(string text) => !text.AsSpan().ContainsAnyExceptInRange(' ', '~')
        && !text.StartsWith(' ') && !text.EndsWith(' ') && !text.Contains("  ", StringComparison.Ordinal);

    private static Rune? Seen(Rune rune)
    {
        if (rune.IsAscii)
            return rune.Value is < ' ' or 0x7F ? Space : rune;
        if (IsInvisible(rune.Value))
            return null;
        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.Control or UnicodeCategory.SpaceSeparator
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => Space,
            UnicodeCategory.Format => null,
            _ => (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF ? Rune.ReplacementChar : rune,
        };
    }

    // Letters and marks by category, but blank or without width on every screen.
    private static bool IsInvisible(int value) => value is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5
        or (>= 0x180B and <= 0x180F) or 0x2800 or 0x3164 or 0xFFA0 or (>= 0xE0000 and <= 0xE0FFF);
}
