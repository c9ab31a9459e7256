using System.Text;

namespace Watchkeeper.Routing.Expressions;

/// <summary>
/// Characters that differ in case only, by Unicode's simple case folding, as RE2 has it: k, K and the Kelvin sign; s, S and ſ;
/// σ, ς and Σ. The library's own case-insensitive matching uses other groups.
/// </summary>
internal static class CaseOrbits
{
    // No cased letter is beyond.
    private const int Last = 0x1FFFF;

    private const int KelvinSign = 0x212A;

    private static readonly Lazy<List<List<int>>> All = new(Read);

    // Enough for sets of ASCII; reading all others takes milliseconds.
    private static readonly List<List<int>> Ascii =
    [
        .. Enumerable.Range('a', 26).Select(letter => new List<int> { letter, letter - 0x20 }), ['s', 'ſ'], ['S', 'ſ'], ['k',
            KelvinSign],
        ['K', KelvinSign],
    ];

    /// <summary>The set and all characters that differ from one of its own in case only.</summary>
    public static CodePointSet Close(CodePointSet set) => CodePointSet.From(
    [
        .. set.Ranges,
        .. (set.Ranges is [.., (_, < 0x80)] or [] ? Ascii : All.Value).Where(orbit => orbit.Exists(set.Contains))
            .SelectMany(orbit => orbit).Select(member => (member, member)),
    ]);

    // Two characters are in one orbit if a chain of simple case mappings joins them.
    private static List<List<int>> Read()
    {
        var orbits = new Dictionary<int, List<int>>();
        foreach (var (first, last) in UnicodeScripts.Assigned.Ranges.TakeWhile(range => range.Last <= Last))
        {
            for (var value = first; value <= last; value++)
            {
                Join(orbits, value, Rune.ToUpperInvariant(new(value)).Value);
                Join(orbits, value, Rune.ToLowerInvariant(new(value)).Value);
            }
        }

        // The library leaves this pair out of its mappings, which never turn another character into an ASCII letter.
        Join(orbits, 's', 'ſ');
        return [.. orbits.Values.Distinct()];
    }

    private static void Join(Dictionary<int, List<int>> orbits, int one, int other)
    {
        if (one == other || !UnicodeScripts.Assigned.Contains(other))
            return;
        var orbit = orbits.GetValueOrDefault(one) ?? [one];
        var second = orbits.GetValueOrDefault(other) ?? [other];
        if (ReferenceEquals(orbit, second))
            return;
        orbit.AddRange(second);
        foreach (var member in orbit)
            orbits[member] = orbit;
    }
}
