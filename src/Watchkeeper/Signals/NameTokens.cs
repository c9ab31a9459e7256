namespace Watchkeeper.Signals;

/// <summary>
/// Words of a name or a value: runs of letters and digits, also split at camel case («OrdersCritical», «Sev1Checkout»).
/// </summary>
internal static class NameTokens
{
    /// <summary>Maximum number of words: names have at most 255 characters.</summary>
    public const int Max = 128;

    /// <summary>Fills <paramref name="tokens"/> with as many ranges as fit, one a word, and returns their number.</summary>
    public static int Split(ReadOnlySpan<char> text, Span<Range> tokens)
    {
        int count = 0, start = -1;
        for (var at = 0; at <= text.Length && count < tokens.Length; at++)
        {
            var inside = at < text.Length && IsInside(text, at);
            if (start >= 0 && (!inside || IsBoundary(text, at)))
            {
                tokens[count++] = start..at;
                start = -1;
            }

            if (inside && start < 0)
                start = at;
        }

        return count;
    }

    // A point between digits belongs to the number: 8.9 is neither 8 nor 9.
    private static bool IsInside(ReadOnlySpan<char> text, int at) =>
        char.IsLetterOrDigit(text[at])
        || (text[at] == '.' && at > 0 && at + 1 < text.Length
            && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]));

    // A run of capitals and digits is never split: CloudFormation appends «1P1XK2QW9Z3» to names, which has no meaning.
    private static bool IsBoundary(ReadOnlySpan<char> text, int at) =>
        char.IsAsciiLetterUpper(text[at])
        && (char.IsAsciiLetterLower(text[at - 1])
            || (at + 1 < text.Length && char.IsAsciiLetterLower(text[at + 1])));
}
