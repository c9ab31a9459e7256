using System.Collections.Immutable;
using Watchkeeper.Patterns.Values;

namespace Watchkeeper.Patterns.Matching;

/// <summary>The list of a field in a pattern; one entry must match.</summary>
internal sealed class Condition(ImmutableArray<ValueMatcher> matchers)
{
    public ImmutableArray<ValueMatcher> Matchers => matchers;

    /// <summary>Whether a missing field meets the condition.</summary>
    public bool MatchesAbsence { get; } = matchers.Any(matcher => matcher is Absent);

    public bool Matches(ref Leaf leaf)
    {
        foreach (var matcher in matchers)
        {
            if (matcher.Matches(ref leaf)) return true;
        }

        return false;
    }
}
