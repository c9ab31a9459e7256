using System.Collections.Immutable;
using System.Text.Json;

namespace Watchkeeper.Patterns.Matching;

/// <summary>
/// A pattern that is ready to match: its fields as a tree, its conditions, and the alternatives that its <c>$or</c>s produce. An
/// alternative lists its conditions in the order of their fields' names (by UTF-16 unit). This order matters for <c>exists:
/// false</c> inside arrays.
/// </summary>
internal sealed class CompiledPattern
{
    /// <summary>Maximum nesting of patterns and events: 1,000 levels, the limit of EventBridge's JSON reader.</summary>
    public const int MaximumDepth = 1000;

    private readonly FieldNode root;
    private readonly ImmutableArray<Condition> conditions;
    private readonly ImmutableArray<string> fieldNames;

    /// <param name="alternatives">Each from dotted field name to condition; not empty, and none of them empty.</param>
    public CompiledPattern(IReadOnlyCollection<IReadOnlyDictionary<string, Condition>> alternatives)
    {
        root = new(null);
        var fields = new Dictionary<string, int>(StringComparer.Ordinal);
        var bound = new Dictionary<Condition, BoundCondition>(ReferenceEqualityComparer.Instance);
        foreach (var (name, condition) in alternatives.SelectMany(alternative => alternative))
        {
            if (bound.ContainsKey(condition)) continue;
            if (!fields.TryGetValue(name, out var field)) fields.Add(name, field = fields.Count);
            var node = root.Add(name);
            node.AddCondition(bound.Count, field);
            bound.Add(condition, new(bound.Count, node, field, condition));
        }

        root.NumberTree();
        fieldNames = [.. fields.OrderBy(field => field.Value).Select(field => field.Key)];
        conditions = [.. bound.Keys];
        Alternatives =
        [
            .. alternatives.Select(alternative => alternative
                .OrderBy(entry => entry.Key, StringComparer.Ordinal)
                .Select(entry => bound[entry.Value])
                .ToImmutableArray()),
        ];
    }

    /// <summary>The alternatives, of which one must match.</summary>
    public ImmutableArray<ImmutableArray<BoundCondition>> Alternatives { get; }

    /// <summary>The dotted name of a condition's field.</summary>
    public string FieldOf(BoundCondition condition) => fieldNames[condition.Field];

    public bool Matches(JsonElement json)
    {
        var map = new EventMap(root, conditions, fieldNames.Length);
        map.Read(json);
        foreach (var alternative in Alternatives)
        {
            if (map.MayMatch(alternative) && new AlternativeSearch(alternative, map).Succeeds()) return true;
        }

        return false;
    }
}
