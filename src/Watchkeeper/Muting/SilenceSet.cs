using System.Collections.Immutable;
using Watchkeeper.Routing;
using Watchkeeper.Signals;

namespace Watchkeeper.Muting;

/// <summary>Many silences, with an index that finds those that may match some labels.</summary>
public sealed class SilenceSet
{
    private readonly Lazy<MatcherIndex> index;

    /// <summary>Creates the set.</summary>
    public SilenceSet(ImmutableArray<Silence> all)
    {
        // Of several the one that holds longest is the reason.
        All = [.. all.OrderByDescending(silence => silence.EndsAt).ThenBy(silence => silence.Id, StringComparer.Ordinal)];
        index = new(() => MatcherIndex.Build([.. All.Select(silence => silence.Matchers)]));
    }

    /// <summary>No silences.</summary>
    public static SilenceSet None { get; } = new([]);

    /// <summary>The silences, the last to end first.</summary>
    public ImmutableArray<Silence> All { get; }

    /// <summary>The silence that keeps an incident with these labels quiet longest; null if none does.</summary>
    public Silence? Find(LabelSet labels, DateTimeOffset time)
    {
        if (All.IsEmpty)
            return null;
        foreach (var at in index.Value.Find(labels))
        {
            if (All[at].IsActiveAt(time) && All[at].Matches(labels))
                return All[at];
        }

        return null;
    }

    /// <summary>How many of these incidents each silence keeps quiet, by its id; one that keeps none quiet is missing.</summary>
    public IReadOnlyDictionary<string, int> Count(IEnumerable<LabelSet> incidents, DateTimeOffset time)
    {
        ArgumentNullException.ThrowIfNull(incidents);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var labels in All.IsEmpty ? [] : incidents)
        {
            var quiet = index.Value.Find(labels).Select(at => All[at])
                .Where(silence => silence.IsActiveAt(time) && silence.Matches(labels));
            foreach (var silence in quiet)
                counts[silence.Id] = counts.GetValueOrDefault(silence.Id) + 1;
        }

        return counts;
    }
}
