using System.Collections.Immutable;
using Watchkeeper.Signals;

namespace Watchkeeper.Routing.Matching;

/// <summary>Matchers that must all match. An empty set matches everything.</summary>
public sealed class MatcherSet(ImmutableArray<Matcher> matchers)
{
    /// <summary>The matchers, in the order of the text.</summary>
    public ImmutableArray<Matcher> Matchers => matchers;

    /// <summary>Whether the labels meet all conditions.</summary>
    public bool Matches(LabelSet labels)
    {
        foreach (var matcher in matchers)
        {
            if (!matcher.Matches(labels))
                return false;
        }

        return true;
    }

    /// <summary>How many label sets there are, and how many are left after each matcher.</summary>
    public MatcherCounts Count(IEnumerable<LabelSet> labelSets)
    {
        var total = 0;
        var left = new int[matchers.Length];
        foreach (var labels in labelSets)
        {
            total++;
            for (var at = 0; at < matchers.Length && matchers[at].Matches(labels); at++)
                left[at]++;
        }

        return new(total, [.. matchers.Zip(left, (matcher, count) => new MatcherCount(matcher, count))]);
    }

    /// <summary>
    /// The labels of the matchers that no label set has: likely typing errors. Nothing is unknown among no label sets.
    /// </summary>
    public UnknownLabels FindUnknownLabels(IEnumerable<LabelSet> labelSets)
    {
        var known = labelSets.SelectMany(labels => labels).Select(label => label.Key)
            .ToImmutableSortedSet(StringComparer.Ordinal);
        return known.IsEmpty
            ? new([], known)
            : new([.. matchers.Select(matcher => matcher.Label).Except(known, StringComparer.Ordinal)], known);
    }

    /// <summary>The set in a form that parses back to it: <c>{severity="high",service!="order"}</c>.</summary>
    public override string ToString() => $"{{{string.Join(',', matchers)}}}";
}
