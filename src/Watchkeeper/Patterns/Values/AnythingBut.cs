using System.Collections.Immutable;

namespace Watchkeeper.Patterns.Values;

/// <summary>
/// <c>anything-but</c>: a leaf of any kind that none of the excluded matches. It needs a leaf: an absent field is not matched.
/// </summary>
internal sealed class AnythingBut(ImmutableArray<ValueMatcher> excluded) : ValueMatcher
{
    public ImmutableArray<ValueMatcher> Excluded => excluded;

    public override bool Matches(ref Leaf leaf)
    {
        foreach (var matcher in excluded)
        {
            if (matcher.Matches(ref leaf)) return false;
        }

        return true;
    }
}
