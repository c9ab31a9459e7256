namespace Watchkeeper.Patterns.Matching;

/// <summary>
/// A step of the pattern's field names. Names are joined and split at dots, in patterns and in events. So <c>{"a":{"b":…}}</c>
/// and <c>{"a.b":…}</c> name the same field.
/// </summary>
internal sealed class FieldNode(FieldNode? parent)
{
    private const int None = -1;

    private readonly Dictionary<string, FieldNode> children = new(StringComparer.Ordinal);
    private readonly List<int> conditions = [];

    /// <summary>The largest number of the nodes below; their numbers follow this node's.</summary>
    private int last;

    public bool HasChildren => children.Count > 0;

    /// <summary>The field's number; set if the pattern has conditions on the field.</summary>
    public int Field { get; private set; } = None;

    public bool IsField => Field != None;

    /// <summary>This node's number in the tree, lower than those of the nodes below.</summary>
    public int Number { get; private set; }

    /// <summary>Numbers of the conditions on this field.</summary>
    public IReadOnlyList<int> Conditions => conditions;

    /// <summary>The node of the field with this dotted name; created if it is missing.</summary>
    public FieldNode Add(string dottedName)
    {
        var node = this;
        foreach (var step in dottedName.Split('.'))
        {
            if (!node.children.TryGetValue(step, out var child)) node.children.Add(step, child = new(node));
            node = child;
        }

        return node;
    }

    /// <summary>Completes the tree from its root: numbers the nodes, so that each knows the nodes below.</summary>
    public void NumberTree()
    {
        var all = new List<FieldNode>();
        var open = new Stack<FieldNode>([this]);
        while (open.TryPop(out var node))
        {
            node.Number = node.last = all.Count;
            all.Add(node);
            foreach (var child in node.children.Values) open.Push(child);
        }

        for (var index = all.Count - 1; index > 0; index--) all[index].UpdateParent();
    }

    /// <summary>Whether the other node is this one or below it.</summary>
    public bool LeadsTo(FieldNode other) => Number <= other.Number && other.Number <= last;

    public void AddCondition(int condition, int field)
    {
        Field = field;
        conditions.Add(condition);
    }

    /// <summary>The node of an event's property; null if no field of the pattern is there.</summary>
    public FieldNode? Find(ReadOnlySpan<char> propertyName)
    {
        var node = this;
        foreach (var step in propertyName.Split('.'))
        {
            if (!node.children.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(propertyName[step], out var child))
                return null;
            node = child;
        }

        return node;
    }

    private void UpdateParent() => parent!.last = Math.Max(parent.last, last);
}
