namespace Watchkeeper.Detections.Conditions;

/// <summary>Wildcards of policies: <c>*</c> stands for any characters, <c>?</c> for one.</summary>
internal static class PolicyWildcard
{
    /// <summary>
    /// Whether a text matches the wildcard, in any case. Takes time in proportion to the product of both lengths.
    /// </summary>
    public static bool Matches(string wildcard, string text)
    {
        var (at, position, star, resume) = (0, 0, -1, 0);
        while (position < text.Length)
        {
            if (at < wildcard.Length && wildcard[at] == '*')
                (star, resume) = (at++, position);
            else if (at < wildcard.Length && (wildcard[at] == '?' || AreEqual(wildcard[at], text[position])))
                (at, position) = (at + 1, position + 1);
            else if (star >= 0)
                (at, position) = (star + 1, ++resume);
            else
                return false;
        }

        return wildcard.AsSpan(at).TrimStart('*').IsEmpty;
    }

    private static bool AreEqual(char one, char other) => char.ToLowerInvariant(one) == char.ToLowerInvariant(other);
}
