using System.Collections.Immutable;
using Watchkeeper.Signals;

namespace Watchkeeper.Routing;

/// <summary>The children of a route. Many of them get an index when labels are matched for the first time.</summary>
internal sealed class ChildRoutes(ImmutableArray<Route> all) : IEquatable<ChildRoutes>
{
    // So few are tried one by one in the time that the index takes.
    private const int MaxTried = 4;

    private MatcherIndex? index;
    private bool? group;
    private bool? repeat;

    /// <summary>No children.</summary>
    public static ChildRoutes None { get; } = new([]);

    /// <summary>The children, in order.</summary>
    public ImmutableArray<Route> All => all;

    /// <summary>Whether one of them, or of theirs, puts messages together.</summary>
    public bool Group => group ??= all.Any(route => route.Groups);

    /// <summary>Whether one of them, or of theirs, says when a message is repeated.</summary>
    public bool Repeat => repeat ??= all.Any(route => route.Repeats);

    /// <summary>The children that may match, in order. Those left out do not match.</summary>
    public RouteCandidates Candidates(LabelSet labels) =>
        all.Length <= MaxTried ? new(all) : new(all, (index ??= Build()).Find(labels));

    private MatcherIndex Build() => MatcherIndex.Build([.. all.Select(route => route.Matchers)]);

    /// <summary>Whether both are the same array, as with the array itself.</summary>
    public bool Equals(ChildRoutes? other) => other is not null && all.Equals(other.All);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ChildRoutes);

    /// <inheritdoc/>
    public override int GetHashCode() => all.GetHashCode();
}
