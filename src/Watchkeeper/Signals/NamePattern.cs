namespace Watchkeeper.Signals;

/// <summary>A pattern over names, in which <c>*</c> stands for any run of characters, with the severity of what it matches.</summary>
/// <param name="Pattern">Compared without regard to case.</param>
/// <param name="Severity">The severity of what it matches.</param>
public sealed record NamePattern(string Pattern, Severity Severity)
{
    /// <summary>Whether the whole name matches. Linear in the name: a star is retried only at the newest one met.</summary>
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
