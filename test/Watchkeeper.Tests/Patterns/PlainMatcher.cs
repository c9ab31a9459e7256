using System.Text.Json.Nodes;

namespace Watchkeeper.Tests.Patterns;

/// <summary>
/// A second implementation of the pattern language, as direct and slow as possible: it tries every leaf of the event with the
/// elements around it, every combination of branches, and every leaf for every field. It supports numbers, strings and null as
/// values, and the match types <c>exists</c>, <c>prefix</c> and <c>anything-but</c>.
/// </summary>
internal static class PlainMatcher
{
    public static bool Matches(JsonObject pattern, JsonObject json)
    {
        List<Leaf> leaves = [];
        var arrays = 0;
        Flatten(json, "", [], leaves, ref arrays);
        return Alternatives(pattern, "").Any(alternative =>
            Holds([.. alternative.OrderBy(field => field.Key, StringComparer.Ordinal)], 0, [], leaves));
    }

    private static bool Holds(
        List<KeyValuePair<string, JsonArray>> fields, int index, Dictionary<int, int> chosen, List<Leaf> leaves)
    {
        if (index == fields.Count) return true;
        var (name, values) = fields[index];
        var candidates = leaves.Where(leaf => leaf.Field == name && Agree(leaf.Elements, chosen)).ToList();
        if (candidates.Count == 0) return values.Any(IsAbsence) && Holds(fields, index + 1, chosen, leaves);
        return candidates.Where(leaf => values.Any(value => Meets(value, leaf.Value)))
            .Any(leaf => Holds(fields, index + 1, Joined(chosen, leaf.Elements), leaves));
    }

    private static bool Agree(Dictionary<int, int> some, Dictionary<int, int> others) =>
        some.All(element => !others.TryGetValue(element.Key, out var other) || other == element.Value);

    private static Dictionary<int, int> Joined(Dictionary<int, int> some, Dictionary<int, int> others)
    {
        var joined = new Dictionary<int, int>(some);
        foreach (var (array, element) in others) joined[array] = element;
        return joined;
    }

    private static void Flatten(JsonNode? node, string field, Dictionary<int, int> elements, List<Leaf> leaves, ref int arrays)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (name, value) in members)
                    Flatten(value, field.Length == 0 ? name : $"{field}.{name}", elements, leaves, ref arrays);
                break;
            case JsonArray items:
                var array = arrays++;
                for (var index = 0; index < items.Count; index++)
                {
                    // A plain value in an array goes with every element of the array.
                    var isPlain = items[index] is not (JsonObject or JsonArray);
                    Flatten(
                        items[index], field, isPlain ? elements : Joined(elements, new() { [array] = index }), leaves,
                        ref arrays);
                }

                break;
            default:
                leaves.Add(new(field, node, elements));
                break;
        }
    }

    private static List<Dictionary<string, JsonArray>> Alternatives(JsonObject pattern, string around)
    {
        IEnumerable<Dictionary<string, JsonArray>> all = [new(StringComparer.Ordinal)];
        foreach (var (name, value) in pattern)
        {
            var field = around.Length == 0 ? name : $"{around}.{name}";
            var options = value switch
            {
                JsonArray branches when name == "$or" => branches.SelectMany(branch => Alternatives(branch!.AsObject(), around)),
                JsonArray values => [new(StringComparer.Ordinal) { [field] = values }],
                _ => Alternatives(value!.AsObject(), field),
            };
            all = all.SelectMany(_ => options, Replaced);
        }

        return [.. all];
    }

    private static Dictionary<string, JsonArray> Replaced(
        Dictionary<string, JsonArray> earlier, Dictionary<string, JsonArray> later)
    {
        var both = new Dictionary<string, JsonArray>(earlier, StringComparer.Ordinal);
        foreach (var (field, values) in later) both[field] = values;
        return both;
    }

    private static bool IsAbsence(JsonNode? value) =>
        value is JsonObject type && type.ContainsKey("exists") && !(bool)type["exists"]!;

    private static bool Meets(JsonNode? asked, JsonNode? value) => asked is not JsonObject type
        ? JsonNode.DeepEquals(asked, value)
        : type.Single() switch
        {
            ("exists", var there) => (bool)there!,
            ("prefix", var prefix) => value is JsonValue text && text.GetValueKind() == System.Text.Json.JsonValueKind.String
                && ((string)text!).StartsWith((string)prefix!, StringComparison.Ordinal),
            (_, var excluded) => !excluded!.AsArray().Any(one => JsonNode.DeepEquals(one, value)),
        };

    private sealed record Leaf(string Field, JsonNode? Value, Dictionary<int, int> Elements);
}
