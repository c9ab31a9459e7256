using System.Collections.Immutable;

namespace Watchkeeper.Patterns.Values;

/// <summary>
/// <c>anything-but</c>: matches a leaf of any kind, unless an excluded entry matches it. An absent field does not match.
/// </summary>
internal sealed class AnythingBut(ImmutableArray<ValueMatcher> excluded) : ValueMatcher
{
    private string? identity;

    public ImmutableArray<ValueMatcher> Excluded => excluded;

    public override string Identity => identity ??=
        "anything-but " + string.Join(
            '\0', excluded.Select(matcher => matcher.Identity).Order(StringComparer.Ordinal).Distinct(StringComparer.Ordinal));

    public override bool Matches(ref Leaf leaf)
    {
        foreach (var matcher in excluded)
        {
            if (matcher.Matches(ref leaf)) return false;
        }

        return true;
    }
}
