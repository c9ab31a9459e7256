namespace Watchkeeper.Text;

/// <summary>A pattern over names: <c>*</c> stands for any run of characters, and case is ignored.</summary>
public static class StarPattern
{
    /// <summary>
    /// Whether the whole name matches. The search backtracks only to the latest star, so no pattern makes it more than the
    /// product of both lengths.
    /// </summary>
    public static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> name)
    {
        int at = 0, star = -1, resume = 0, p = 0;
        while (at < name.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                resume = at;
            }
            else if (p < pattern.Length && char.ToUpperInvariant(pattern[p]) == char.ToUpperInvariant(name[at]))
            {
                p++;
                at++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                at = ++resume;
            }
            else
            {
                return false;
            }
        }

        return pattern[p..].TrimStart('*').IsEmpty;
    }

    /// <summary>How many characters of a pattern stand for themselves.</summary>
    public static int LiteralLength(ReadOnlySpan<char> pattern) => pattern.Length - pattern.Count('*');
}
