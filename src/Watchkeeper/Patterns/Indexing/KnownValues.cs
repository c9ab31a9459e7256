namespace Watchkeeper.Patterns.Indexing;

/// <summary>The values that patterns require, numbered. A text and a literal of the same spelling are two values.</summary>
internal sealed class KnownValues
{
    private readonly Utf8Table values = new();
    private readonly List<bool> nodes = [];

    public int Count => values.Count;

    /// <summary>The number of a node's value, which is added if it is new.</summary>
    public int Add(int node, ExactValue value)
    {
        while (nodes.Count <= node)
            nodes.Add(false);
        nodes[node] = true;
        return values.Add(Space(node, value.IsText), value.Utf8.Span);
    }

    /// <summary>Whether a node has values.</summary>
    public bool HasAny(int node) => node < nodes.Count && nodes[node];

    /// <summary>The number of a node's value; <see cref="Utf8Table.None"/> if it is unknown.</summary>
    public int Find(int node, bool isText, ReadOnlySpan<byte> utf8) => values.Find(Space(node, isText), utf8);

    private static int Space(int node, bool isText) => (2 * node) + (isText ? 1 : 0);
}
