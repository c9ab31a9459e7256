namespace Watchkeeper.Signals;

/// <summary>
/// Words of a name or a value: runs of letters and digits, parted at camel case too («OrdersCritical», «Sev1Checkout»).
/// </summary>
internal static class NameTokens
{
    /// <summary>Names have at most 255 characters, and so at most that many words.</summary>
    public const int Max = 128;

    /// <summary>Fills <paramref name="tokens"/> with the words' ranges, as many as fit, and returns their number.</summary>
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

    // Never inside a run of capitals and digits: CloudFormation ends its names with «1P1XK2QW9Z3», which says nothing.
    private static bool IsBoundary(ReadOnlySpan<char> text, int at) =>
        char.IsAsciiLetterUpper(text[at])
        && (char.IsAsciiLetterLower(text[at - 1])
            || (at + 1 < text.Length && char.IsAsciiLetterLower(text[at + 1])));
}
