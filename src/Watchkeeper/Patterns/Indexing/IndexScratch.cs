using System.Collections.Immutable;

namespace Watchkeeper.Patterns.Indexing;

/// <summary>
/// The working memory of one search in an index. Each thread keeps one for all indexes and searches, so that a search allocates
/// nothing.
/// </summary>
internal sealed class IndexScratch
{
    [ThreadStatic]
    private static IndexScratch? ofThread;

    // Marks of earlier searches differ from the current one's, so that nothing is cleared between searches.
    private uint search;
    private uint[] valueMarks = [];
    private uint[] targetMarks = [];
    private int[] values = [];
    private int[] targets = [];
    private int[] nodes = new int[64];
    private int valueCount;
    private int targetCount;
    private int depth;

    /// <summary>Where the event has values whose fields have tests.</summary>
    public LeafList Leaves { get; } = new();

    /// <summary>The numbers of the known values that the event has.</summary>
    public ReadOnlySpan<int> Values => values.AsSpan(0, valueCount);

    /// <summary>Whose patterns may match, in ascending order.</summary>
    public ReadOnlySpan<int> Targets
    {
        get
        {
            var found = targets.AsSpan(0, targetCount);
            found.Sort();
            return found;
        }
    }

    /// <summary>The thread's memory, ready for a search among so many values and targets.</summary>
    public static IndexScratch Begin(int values, int targets)
    {
        var scratch = ofThread ??= new IndexScratch();
        scratch.Reset(values, targets);
        return scratch;
    }

    public void AddValue(int number)
    {
        if (valueMarks[number] == search)
            return;
        valueMarks[number] = search;
        values[valueCount++] = number;
    }

    public bool HasAny(ImmutableArray<int> numbers)
    {
        foreach (var number in numbers)
        {
            if (valueMarks[number] == search)
                return true;
        }

        return false;
    }

    public void AddTarget(int number)
    {
        if (targetMarks[number] == search)
            return;
        targetMarks[number] = search;
        targets[targetCount++] = number;
    }

    /// <summary>Enters an object or array at a node.</summary>
    public void Enter(int node)
    {
        if (depth == nodes.Length)
            Array.Resize(ref nodes, 2 * depth);
        nodes[depth++] = node;
    }

    /// <summary>Leaves an object or array.</summary>
    public void Leave() => depth--;

    /// <summary>The node of the innermost object or array.</summary>
    public int Node => depth > 0 ? nodes[depth - 1] : FieldTree.Root;

    private void Reset(int atLeastValues, int atLeastTargets)
    {
        (valueCount, targetCount, depth) = (0, 0, 0);
        Leaves.Clear();
        if (valueMarks.Length < atLeastValues)
            (valueMarks, values) = (new uint[atLeastValues], new int[atLeastValues]);
        if (targetMarks.Length < atLeastTargets)
            (targetMarks, targets) = (new uint[atLeastTargets], new int[atLeastTargets]);
        if (++search != 0)
            return;
        Array.Clear(valueMarks);
        Array.Clear(targetMarks);
        search = 1;
    }
}
