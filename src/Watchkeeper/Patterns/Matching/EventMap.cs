using System.Collections;
using System.Collections.Immutable;
using System.Text.Json;
using Watchkeeper.Patterns.Values;
using Watchkeeper.Text;

namespace Watchkeeper.Patterns.Matching;

/// <summary>
/// The part of an event that a pattern refers to, from one walk along the pattern's tree: the conditions met and the fields
/// present, by scope.
/// </summary>
internal sealed class EventMap
{
    private readonly ImmutableArray<Condition> conditions;
    private readonly int fieldCount;
    private readonly BitArray metAnywhere;
    private int scopeCount;
    private int arrayCount;

    public EventMap(FieldNode root, ImmutableArray<Condition> conditions, int fieldCount)
    {
        this.conditions = conditions;
        this.fieldCount = fieldCount;
        metAnywhere = new(conditions.Length);
        Root = NewScope(root);
    }

    public Scope Root { get; }

    public int ScopeCount => scopeCount;

    public int ArrayCount => arrayCount;

    public void Read(JsonElement json)
    {
        Read(json, Root.Node, Root, CompiledPattern.MaximumDepth);
        Root.Close(null, ref arrayCount);
    }

    /// <summary>A cheap, necessary check: each condition is met by some leaf or can be met by absence.</summary>
    public bool MayMatch(ImmutableArray<BoundCondition> alternative)
    {
        foreach (var condition in alternative)
        {
            if (!metAnywhere[condition.Number] && !condition.MatchesAbsence) return false;
        }

        return true;
    }

    private void Read(JsonElement value, FieldNode node, Scope scope, int depthLeft)
    {
        if (depthLeft == 0) return;
        switch (value.ValueKind)
        {
            case JsonValueKind.Object when node.HasChildren:
                foreach (var property in value.EnumerateObject())
                {
                    if (node.Find(JsonText.ReadName(property)) is { } child) Read(property.Value, child, scope, depthLeft - 1);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray()) ReadItem(item, node, scope, depthLeft - 1);
                break;
            case JsonValueKind.Object:
                break;
            default:
                ReadLeaf(value, node, scope);
                break;
        }
    }

    private void ReadItem(JsonElement item, FieldNode node, Scope scope, int depthLeft)
    {
        // A plain value belongs to the whole array, and so excludes no element.
        if (item.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
        {
            ReadLeaf(item, node, scope);
            return;
        }

        var element = NewScope(node);
        Read(item, node, element, depthLeft);
        if (element.IsEmpty) scopeCount--;
        else scope.ArrayAt(node).Elements.Add(element);
    }

    private void ReadLeaf(JsonElement value, FieldNode node, Scope scope)
    {
        if (!node.IsField) return;
        scope.Seen[node.Field] = true;
        var leaf = new Leaf(value);
        foreach (var number in node.Conditions)
        {
            if (scope.Met[number] || !conditions[number].Matches(ref leaf)) continue;
            scope.Met[number] = true;
            metAnywhere[number] = true;
        }
    }

    private Scope NewScope(FieldNode node) => new(node, scopeCount++, conditions.Length, fieldCount);
}
