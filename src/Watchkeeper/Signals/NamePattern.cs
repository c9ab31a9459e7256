namespace Watchkeeper.Signals;

/// <summary>
/// A pattern over names, with the severity of the matching subjects. <c>*</c> stands for any run of characters.
/// </summary>
/// <param name="Pattern">The pattern; case is ignored.</param>
/// <param name="Severity">The severity of matching subjects.</param>
public sealed record NamePattern(string Pattern, Severity Severity)
{
    /// <summary>
    /// Whether the whole name matches. The search is linear in the name, because it backtracks only to the latest star.
    /// </summary>
    public bool Matches(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        int at = 0, star = -1, resume = 0, p = 0;
        while (at < name.Length)
        {
            if (p < Pattern.Length && Pattern[p] == '*')
            {
                star = p++;
                resume = at;
            }
            else if (p < Pattern.Length && char.ToUpperInvariant(Pattern[p]) == char.ToUpperInvariant(name[at]))
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

        return Pattern.AsSpan(p).TrimStart('*').IsEmpty;
    }
}
