using System.Collections.Immutable;
using Watchkeeper.Routing;
using Watchkeeper.Signals;

namespace Watchkeeper.Muting;

/// <summary>
/// The rules of inhibition. Indexes find the rules whose source or target may match some labels; they are built when first asked.
/// </summary>
public sealed class InhibitRules
{
    private readonly Lazy<MatcherIndex> bySource;
    private readonly Lazy<MatcherIndex> byTarget;

    /// <summary>Creates the rules.</summary>
    /// <param name="all">The rules, in the configuration's order.</param>
    public InhibitRules(ImmutableArray<InhibitRule> all)
    {
        All = all;
        bySource = new(() => MatcherIndex.Build([.. all.Select(rule => rule.Source)]));
        byTarget = new(() => MatcherIndex.Build([.. all.Select(rule => rule.Target)]));
    }

    /// <summary>No rules.</summary>
    public static InhibitRules None { get; } = new([]);

    /// <summary>The rules, in the configuration's order.</summary>
    public ImmutableArray<InhibitRule> All { get; }

    /// <summary>The positions of the rules by which an incident with these labels may keep others quiet.</summary>
    public IEnumerable<int> WithSource(LabelSet labels) =>
        All.IsEmpty ? [] : bySource.Value.Find(labels).Where(at => All[at].HasSource(labels));

    /// <summary>The positions of the rules by which others may keep an incident with these labels quiet.</summary>
    public IEnumerable<int> WithTarget(LabelSet labels) =>
        All.IsEmpty ? [] : byTarget.Value.Find(labels).Where(at => All[at].HasTarget(labels));
}
