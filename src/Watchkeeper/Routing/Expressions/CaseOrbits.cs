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

    private static readonly Lazy<List<List<int>>> All = new(Read);

    /// <summary>The set and all characters that differ from one of its own in case only.</summary>
    public static CodePointSet Close(CodePointSet set) => CodePointSet.From(
    [
        .. set.Ranges,
        .. All.Value.Where(orbit => orbit.Exists(set.Contains)).SelectMany(orbit => orbit).Select(member => (member, member)),
    ]);

    // Two characters are in one orbit if a chain of simple case mappings joins them.
    private static List<List<int>> Read()
    {
        var orbits = new Dictionary<int, List<int>>();
        for (var value = 0; value <= Last; value++)
        {
            if (!Rune.TryCreate(value, out var rune))
                continue;
            Join(orbits, value, Rune.ToUpperInvariant(rune).Value);
            Join(orbits, value, Rune.ToLowerInvariant(rune).Value);
        }

        // The library leaves this pair out of its mappings, which never turn another character into an ASCII letter.
        Join(orbits, 's', 'ſ');
        return [.. orbits.Values.Distinct()];
    }

    private static void Join(Dictionary<int, List<int>> orbits, int one, int other)
    {
        if (one == other)
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
