using System.Collections.Immutable;
using Watchkeeper.Patterns.Matching;

namespace Watchkeeper.Patterns.Indexing;

/// <summary>One alternative of a pattern in the index, kept at one of its required values.</summary>
/// <param name="Target">Whose pattern it is.</param>
/// <param name="Others">The numbers of the values that are also required: of each list, an event has at least one.</param>
/// <param name="Tests">Conditions, each with the node of a field of which an event has a value that meets it.</param>
internal sealed record PatternClause(
    int Target, ImmutableArray<ImmutableArray<int>> Others, ImmutableArray<(int Node, Condition Condition)> Tests)
{
    /// <summary>Whether an event may hold the alternative.</summary>
    public bool MayHold(IndexScratch scratch, ReadOnlySpan<byte> utf8)
    {
        foreach (var values in Others)
        {
            if (!scratch.HasAny(values))
                return false;
        }

        foreach (var (node, condition) in Tests)
        {
            if (!scratch.Leaves.Meet(node, condition, utf8))
                return false;
        }

        return true;
    }
}
