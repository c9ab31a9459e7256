using System.Collections.Immutable;
using Watchkeeper.Routing;
using Watchkeeper.Signals;

namespace Watchkeeper.Muting;

/// <summary>
/// Keeps an incident quiet because another one explains it, with Alertmanager's semantics («inhibit_rule» in its configuration
/// reference): a missing label equals an empty one, and what matches both sides is not inhibited by what matches both sides too.
/// </summary>
/// <param name="Source">What explains others; all must match.</param>
/// <param name="Target">What is quiet meanwhile; all must match.</param>
/// <param name="Equal">The labels that must be equal in both.</param>
public sealed record InhibitRule(ImmutableArray<Matcher> Source, ImmutableArray<Matcher> Target, ImmutableArray<string> Equal)
{
    /// <summary>Whether a firing incident keeps another one quiet.</summary>
    /// <param name="target">The labels of the other one.</param>
    /// <param name="source">The labels of the firing one.</param>
    public bool Inhibits(LabelSet target, LabelSet source)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(source);
        return All(Target, target)
            && All(Source, source)
            && Equal.All(label => target[label].Equals(source[label], StringComparison.Ordinal))
            && !(All(Source, target) && All(Target, source));
    }

    private static bool All(ImmutableArray<Matcher> matchers, LabelSet labels) =>
        matchers.All(matcher => matcher.Matches(labels));
}
