namespace Watchkeeper.Routing.Matching;

/// <summary>
/// How far a value without quotes was probably meant to go: up to what looks like the next matcher, or to the end.
/// </summary>
/// <param name="End">The unit after the value.</param>
/// <param name="LacksComma">Whether the next matcher follows without a comma.</param>
internal readonly record struct MatcherExtent(int End, bool LacksComma)
{
    /// <summary>The extent of the value that begins here.</summary>
    public static MatcherExtent Of(string text, int start)
    {
        for (var at = Math.Max(1, SkipQuoted(text, start)); at < text.Length; at++)
        {
            // Of several blanks the first is enough, and a check of each would take quadratic time.
            var isBlank = char.IsWhiteSpace(text[at]);
            if ((text[at] == ',' || (isBlank && !char.IsWhiteSpace(text[at - 1]))) && BeginsMatcher(text, at + 1))
                return new(at, isBlank);
        }

        var end = text.Length;
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] == ','))
            end--;
        if (end > start && text[end - 1] == '}' && text.TrimStart().StartsWith('{'))
            end--;
        return new(end, LacksComma: false);
    }

    private static int SkipQuoted(string text, int start)
    {
        if (start >= text.Length || text[start] != '"')
            return start;
        var end = text.IndexOf('"', start + 1);
        return end < 0 ? start : end + 1;
    }

    // A name, and then an operator.
    private static bool BeginsMatcher(string text, int at)
    {
        var name = SkipBlanks(text, at);
        var end = SkipQuoted(text, name);
        while (end == name || (end < text.Length && text[name] != '"'))
        {
            if (end >= text.Length || MatcherText.IsReserved(text[end]))
                break;
            end++;
        }

        var sign = SkipBlanks(text, end);
        return end > name && (text.AsSpan(sign) is ['=', ..] or ['!', '=' or '~', ..]);
    }

    private static int SkipBlanks(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
        return at;
    }
}
