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
}
