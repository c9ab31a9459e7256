using System.Collections.Frozen;
using System.Text.Json;
using Watchkeeper.Patterns.Matching;
using Watchkeeper.Text;

namespace Watchkeeper.Patterns.Compilation;

/// <summary>
/// Parses a pattern's objects into alternatives. Without <c>$or</c> there is one alternative. Each <c>$or</c> copies every
/// alternative so far once per branch, and later fields are added to all copies. If a field occurs twice, the last one counts.
/// </summary>
internal sealed class PatternReader
{
    /// <summary>Maximum product of the lengths of all <c>$or</c> arrays, from the user guide.</summary>
    private const int MaxCombinations = 1000;

    /// <summary>
    /// More fields than fit in EventBridge's longest pattern of 4,096 characters. The limit bounds the depth of the search.
    /// </summary>
    private const int MaxFields = 1000;

    private const string Or = "$or";

    /// <summary>Present or future match types, which cannot be field names inside <c>$or</c>.</summary>
    private static readonly FrozenSet<string> ReservedInBranches = FrozenSet.Create(
        StringComparer.Ordinal,
        "exactly", "equals-ignore-case", "prefix", "suffix", "anything-but", "exists", "wildcard", "numeric", "cidr",
        "=", "<", "<=", ">", ">=", "regex", "not-wildcard", "not-equals-ignore-case", "date-after", "date-on-or-after",
        "date-before", "date-on-or-before", "in-date-range", "ip-address-in-range", "ip-address-not-in-range");

    private List<Dictionary<string, Condition>> alternatives = [new(StringComparer.Ordinal)];
    private long combinations = 1;
    private int depth;

    public Refusal Refusal { get; } = new();

    /// <summary>Conditions by dotted field name.</summary>
    public IReadOnlyCollection<IReadOnlyDictionary<string, Condition>> Alternatives => alternatives;

    public bool TryRead(JsonElement pattern) =>
        pattern.ValueKind == JsonValueKind.Object
            ? TryReadObject(pattern, null, PatternPath.Root, insideOr: false)
            : Refusal.At(PatternPath.Root, "a pattern is a JSON object");

    private bool TryReadObject(JsonElement node, string? field, string path, bool insideOr)
    {
        var isEmpty = true;
        if (++depth > CompiledPattern.MaximumDepth)
            return Refusal.At(path, string.Create(null, $"a pattern nests at most {CompiledPattern.MaximumDepth} levels deep"));
        foreach (var property in node.EnumerateObject())
        {
            isEmpty = false;
            if (!TryReadProperty(property.Value, JsonText.ReadName(property), field, path, insideOr)) return false;
        }

        depth--;
        return !isEmpty || Refusal.At(path, "an empty object; name at least one field in it");
    }

    private bool TryReadProperty(JsonElement value, string name, string? parentField, string parentPath, bool insideOr)
    {
        var path = PatternPath.Member(parentPath, name);
        if (name == Or) return TryReadOr(value, parentField, path);
        if (insideOr && ReservedInBranches.Contains(name))
            return Refusal.At(path, $"{PatternPath.Quote(name)} is reserved and cannot name a field inside $or");

        var field = parentField is null ? name : $"{parentField}.{name}";
        return value.ValueKind switch
        {
            JsonValueKind.Object => TryReadObject(value, field, path, insideOr),
            JsonValueKind.Array => TryReadValues(value, field, path),
            _ => Refusal.At(path, $"{PatternPath.Quote(name)} must be an object or an array"),
        };
    }

    private bool TryReadValues(JsonElement values, string field, string path)
    {
        if (ValueReader.Read(values, path, Refusal) is not { } condition) return false;
        foreach (var alternative in alternatives) alternative[field] = condition;
        return alternatives.TrueForAll(alternative => alternative.Count <= MaxFields)
            || Refusal.At(path, string.Create(null, $"a pattern names at most {MaxFields} fields"));
    }

    private bool TryReadOr(JsonElement branches, string? field, string path)
    {
        if (branches.ValueKind != JsonValueKind.Array || branches.GetArrayLength() < 2)
            return Refusal.At(path, "$or needs an array of at least two objects");
        combinations *= branches.GetArrayLength();
        if (combinations > MaxCombinations) return TooManyCombinations(path);

        var (before, after) = (alternatives, new List<Dictionary<string, Condition>>());
        var index = 0;
        foreach (var branch in branches.EnumerateArray())
        {
            var branchPath = PatternPath.Item(path, index++);
            if (branch.ValueKind != JsonValueKind.Object)
                return Refusal.At(branchPath, "each entry of $or must be an object");
            alternatives = [.. before.Select(
                alternative => new Dictionary<string, Condition>(alternative, StringComparer.Ordinal))];
            if (!TryReadObject(branch, field, branchPath, insideOr: true)) return false;
            after.AddRange(alternatives);
            if (after.Count > MaxCombinations) return TooManyCombinations(path);
        }

        alternatives = after;
        return true;
    }

    private bool TooManyCombinations(string path) =>
        Refusal.At(path, string.Create(null, $"the pattern's $or arrays make more than {MaxCombinations} combinations"));
}
