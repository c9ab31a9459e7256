using System.Collections.Immutable;

namespace Watchkeeper.Patterns.Indexing;

/// <summary>
/// Finds, in one pass over an event, which of many patterns may match it. Those that it leaves out do not match.
/// Immutable, so one instance serves many threads.
/// </summary>
/// <remarks>
/// Each alternative of a pattern is kept at one value that it requires, and the index looks only at those whose values the event
/// has. A search costs time in proportion to the event's size, and to the alternatives that share their rarest value.
/// </remarks>
internal sealed class PatternIndex(
    FieldTree fields,
    KnownValues known,
    ImmutableArray<ImmutableArray<PatternClause>> clauses,
    ImmutableArray<PatternClause> unconditional,
    ImmutableArray<int> all)
{
    /// <summary>Whose patterns may match, in ascending order. Valid until the thread's next search.</summary>
    /// <param name="utf8">The event. If it is no JSON, every pattern may match.</param>
    public ReadOnlySpan<int> Find(ReadOnlySpan<byte> utf8)
    {
        var scratch = IndexScratch.Begin(known.Count, all.Length > 0 ? all[^1] + 1 : 0);
        if (!new EventScan(fields, known, scratch, utf8).TryRead())
            return all.AsSpan();
        Take(unconditional, scratch, utf8);
        foreach (var value in scratch.Values)
            Take(clauses[value], scratch, utf8);
        return scratch.Targets;
    }

    private static void Take(ImmutableArray<PatternClause> clauses, IndexScratch scratch, ReadOnlySpan<byte> utf8)
    {
        foreach (var clause in clauses)
        {
            if (clause.MayHold(scratch, utf8))
                scratch.AddTarget(clause.Target);
        }
    }
}
