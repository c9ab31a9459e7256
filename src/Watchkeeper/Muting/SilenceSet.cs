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
    public Silence? Find(LabelSet labels, DateTimeOffset time) => FindAll(labels, time).FirstOrDefault();

    /// <summary>How many of these incidents each silence keeps quiet, by its id; one that keeps none quiet is missing.</summary>
    public IReadOnlyDictionary<string, int> Count(IEnumerable<LabelSet> incidents, DateTimeOffset time)
    {
        ArgumentNullException.ThrowIfNull(incidents);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var silence in incidents.SelectMany(labels => FindAll(labels, time)))
            counts[silence.Id] = counts.GetValueOrDefault(silence.Id) + 1;
        return counts;
    }

    // In the order of the list.
    private IEnumerable<Silence> FindAll(LabelSet labels, DateTimeOffset time) => All.IsEmpty
        ? []
        : index.Value.Find(labels).Select(at => All[at]).Where(silence => silence.IsActiveAt(time) && silence.Matches(labels));
}
