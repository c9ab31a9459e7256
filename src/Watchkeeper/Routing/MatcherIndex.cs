using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Watchkeeper.Signals;

namespace Watchkeeper.Routing;

/// <summary>
/// Finds the matcher lists that may match some labels. A list with a matcher <c>label="value"</c> needs to be tried only if the
/// label has this value; of several such matchers the one counts that fewest other lists have. A list without one is always
/// tried. Built in linear time.
/// </summary>
internal sealed class MatcherIndex
{
    private readonly Dictionary<string, Dictionary<string, List<int>>> byLabel = new(StringComparer.Ordinal);
    private readonly List<int> always = [];
    private int[]? alwaysOnly;

    /// <summary>The index of these lists.</summary>
    public static MatcherIndex Build(ImmutableArray<ImmutableArray<Matcher>> lists)
    {
        var counts = new Dictionary<(string Label, string Value), int>();
        foreach (var (label, value) in lists.SelectMany(matchers => matchers).SelectMany(Keys))
            CollectionsMarshal.GetValueRefOrAddDefault(counts, (label, value), out _)++;

        var index = new MatcherIndex();
        for (var at = 0; at < lists.Length; at++)
        {
            // A list with several alternatives stands under each of them.
            var best = lists[at].Where(matcher => Keys(matcher).Any())
                .MinBy(matcher => Keys(matcher).Sum(key => counts[key]));
            index.Add(at, best);
        }

        index.alwaysOnly = [.. index.always];
        return index;
    }

    /// <summary>The positions of the lists that may match, in order.</summary>
    public int[] Find(LabelSet labels)
    {
        List<int>? found = null;
        var isShared = true;
        foreach (var (label, byValue) in byLabel)
        {
            if (!byValue.TryGetValue(labels[label], out var positions))
                continue;
            if (found is null)
            {
                found = positions;
                continue;
            }

            if (isShared)
                found = [.. found];
            isShared = false;
            found.AddRange(positions);
        }

        return found is null ? alwaysOnly! : Merge(found);
    }

    private static IEnumerable<(string Label, string Value)> Keys(Matcher matcher) =>
        matcher.RequiredValues.Select(value => (matcher.Label, value));

    private int[] Merge(List<int> found)
    {
        int[] merged = [.. found, .. always];
        Array.Sort(merged);
        return merged;
    }

    private void Add(int at, Matcher? matcher)
    {
        if (matcher is null)
        {
            always.Add(at);
            return;
        }

        if (!byLabel.TryGetValue(matcher.Label, out var byValue))
            byLabel.Add(matcher.Label, byValue = new(StringComparer.Ordinal));
        foreach (var value in matcher.RequiredValues)
        {
            if (!byValue.TryGetValue(value, out var positions))
                byValue.Add(value, positions = []);
            positions.Add(at);
        }
    }
}
