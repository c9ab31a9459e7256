namespace Watchkeeper.Channels.Layout;

/// <summary>Where a text has what chat programs read as more than text, whatever their markup.</summary>
internal static class TextMarks
{
    /// <summary>Whether the character belongs to the two slashes after a scheme, which programs make a link of.</summary>
    public static bool IsAfterScheme(string text, int at) => text[at] is '/' && at > 0 && (text[at - 1] is ':'
        ? Next(text, at) is '/'
        : text[at - 1] is '/' && at > 1 && text[at - 2] is ':');

    /// <summary>Whether the character is the dot after «www».</summary>
    public static bool IsAfterWww(string text, int at) => text[at] is '.' && at >= 3
        && text.AsSpan(at - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Whether the character may begin a reference to another one: <c>&amp;#60;</c>. Browsers read some without the semicolon,
    /// and at the end of a text a letter of ours may follow.
    /// </summary>
    public static bool IsEntity(string text, int at) =>
        text[at] is '&' && (IsLast(text, at) || Next(text, at) is '#' || char.IsAsciiLetter(Next(text, at)));

    /// <summary>Whether the character is the last one, so that it may change what stands behind the text.</summary>
    public static bool IsLast(string text, int at) => at == text.Length - 1;

    /// <summary>Whether letters or digits stand on both sides.</summary>
    public static bool IsInsideWord(string text, int at) => IsAfterWord(text, at) && char.IsLetterOrDigit(Next(text, at));

    /// <summary>Whether a letter or digit stands before it.</summary>
    public static bool IsAfterWord(string text, int at) => at > 0 && char.IsLetterOrDigit(text[at - 1]);

    /// <summary>Whether the character begins the text as the sign of a list, a line or a heading.</summary>
    public static bool IsLineSign(string text, int at) =>
        at == 0 && text[at] is '-' or '+' or '=' && (Next(text, at) is ' ' || Next(text, at) == text[at]);

    /// <summary>Whether the character ends the number of a list's item at the beginning of the text.</summary>
    public static bool IsAfterNumber(string text, int at) => text[at] is '.' or ')' && at > 0 && Next(text, at) is ' '
        && text.AsSpan(0, at).IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>The next character; a blank at the end.</summary>
    public static char Next(string text, int at) => at + 1 < text.Length ? text[at + 1] : ' ';
}
