using System.Collections.Immutable;
using Watchkeeper.Patterns.Values;

namespace Watchkeeper.Patterns.Matching;

/// <summary>The list of a field in a pattern: one entry of it has to match.</summary>
internal sealed class Condition(ImmutableArray<ValueMatcher> matchers)
{
    public ImmutableArray<ValueMatcher> Matchers => matchers;

    /// <summary>Whether the condition is met when the event lacks the field.</summary>
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
