using System.Collections.Immutable;
using System.Globalization;
using System.Text;
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
    /// <summary>The name that people gave the rule; empty without one.</summary>
    public string Name { get; init; } = "";

    /// <summary>Whether a firing incident keeps another one quiet.</summary>
    /// <param name="target">The labels of the other one.</param>
    /// <param name="source">The labels of the firing one.</param>
    public bool Inhibits(LabelSet target, LabelSet source)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(source);
        return HasTarget(target)
            && HasSource(source)
            && Equal.All(label => target[label].Equals(source[label], StringComparison.Ordinal))
            && !(HasSource(target) && HasTarget(source));
    }

    /// <summary>Whether an incident with these labels can keep others quiet.</summary>
    public bool HasSource(LabelSet labels) => All(Source, labels);

    /// <summary>Whether an incident with these labels can be kept quiet.</summary>
    public bool HasTarget(LabelSet labels) => All(Target, labels);

    /// <summary>The values that must be equal, as one text that no other values have.</summary>
    internal string KeyOf(LabelSet labels)
    {
        var key = new StringBuilder();
        foreach (var label in Equal)
            key.Append(CultureInfo.InvariantCulture, $"{labels[label].Length}:{labels[label]}");
        return key.ToString();
    }

    private static bool All(ImmutableArray<Matcher> matchers, LabelSet labels)
    {
        foreach (var matcher in matchers)
        {
            if (!matcher.Matches(labels))
                return false;
        }

        return true;
    }
}
