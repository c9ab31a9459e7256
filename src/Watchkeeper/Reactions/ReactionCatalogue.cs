using System.Collections.Immutable;

namespace Watchkeeper.Reactions;

/// <summary>All reactions, in the order in which they are tried.</summary>
public static class ReactionCatalogue
{
    /// <summary>The reactions.</summary>
    public static ImmutableArray<IReaction> All { get; } = [new ScaleOutReaction(), new ReplaceInstanceReaction()];
}
