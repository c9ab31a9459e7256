using System.Text;

namespace Watchkeeper.Patterns.Indexing;

/// <summary>
/// The fields of many patterns as a tree of numbered nodes. Names are split at dots, in patterns and in events, as
/// <see cref="Matching.FieldNode"/> does.
/// </summary>
internal sealed class FieldTree
{
    public const int Root = 0;

    /// <summary>No node. The root has this number too, because it is below no other node.</summary>
    public const int None = Root;

    private readonly Utf8Table steps = new();
    private readonly List<bool> parents = [false];
    private readonly List<bool> tested = [false];

    public int Count => parents.Count;

    /// <summary>Whether there are nodes below.</summary>
    public bool IsParent(int node) => parents[node];

    /// <summary>Whether a node's values are tested.</summary>
    public bool IsTested(int node) => tested[node];

    /// <summary>The node of a dotted name whose values are tested.</summary>
    public int AddTested(string dottedName)
    {
        var node = Add(dottedName);
        tested[node] = true;
        return node;
    }

    /// <summary>The node of a dotted name, which is added if it is new.</summary>
    public int Add(string dottedName)
    {
        var node = Root;
        foreach (var step in dottedName.Split('.'))
        {
            parents[node] = true;
            node = steps.Add(node, Encoding.UTF8.GetBytes(step)) + 1;
            if (node < parents.Count)
                continue;
            parents.Add(false);
            tested.Add(false);
        }

        return node;
    }

    /// <summary>The node of a property of an event; <see cref="None"/> if no field is there.</summary>
    public int Find(int node, ReadOnlySpan<byte> property)
    {
        var found = steps.Find(node, property) + 1;
        return found == None && property.Contains((byte)'.') ? FindSteps(node, property) : found;
    }

    private int FindSteps(int node, ReadOnlySpan<byte> property)
    {
        foreach (var step in property.Split((byte)'.'))
        {
            node = steps.Find(node, property[step]) + 1;
            if (node == None)
                break;
        }

        return node;
    }
}
