using System.Text.Json;
using Watchkeeper.Patterns.Matching;
using Watchkeeper.Patterns.Values;

namespace Watchkeeper.Patterns.Indexing;

/// <summary>The places of an event's values whose fields have tests.</summary>
internal sealed class LeafList
{
    private Place[] places = new Place[64];
    private int count;

    public void Clear() => count = 0;

    /// <param name="node">The node of the value's field.</param>
    /// <param name="kind">The kind of the value.</param>
    /// <param name="start">The index of its first byte.</param>
    /// <param name="length">The number of its bytes as written.</param>
    public void Add(int node, JsonValueKind kind, int start, int length)
    {
        if (count == places.Length)
            Array.Resize(ref places, 2 * count);
        places[count++] = new Place(node, kind, start, length);
    }

    /// <summary>Whether a value at the node meets the condition.</summary>
    public bool Meet(int node, Condition condition, ReadOnlySpan<byte> utf8)
    {
        foreach (var place in places.AsSpan(0, count))
        {
            if (place.Node != node)
                continue;
            var leaf = new Leaf(place.Kind, utf8.Slice(place.Start, place.Length));
            if (condition.Matches(ref leaf))
                return true;
        }

        return false;
    }

    private readonly struct Place(int node, JsonValueKind kind, int start, int length)
    {
        public int Node => node;

        public JsonValueKind Kind => kind;

        public int Start => start;

        public int Length => length;
    }
}
