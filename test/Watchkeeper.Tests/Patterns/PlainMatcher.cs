using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Watchkeeper.Tests.Patterns;

/// <summary>
/// A second implementation of the pattern language, as direct and slow as possible: it tries every leaf of the event with the
/// elements around it, every combination of branches, and every leaf for every field. It supports small numbers, ASCII strings,
/// booleans and null as values, and all match types, of <c>cidr</c> those of IPv4.
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
            ("anything-but", var excluded) => !Excluded(excluded!).Any(one => Meets(one, value)),
            ("numeric", var range) => value?.GetValueKind() is JsonValueKind.Number && IsIn((double)value, range!.AsArray()),
            var (kind, text) => value?.GetValueKind() is JsonValueKind.String && MeetsText(kind, (string)text!, (string)value!),
        };

    private static bool MeetsText(string kind, string asked, string value) => kind switch
    {
        "exactly" => value == asked,
        "prefix" => value.StartsWith(asked, StringComparison.Ordinal),
        "suffix" => value.EndsWith(asked, StringComparison.Ordinal),
        "equals-ignore-case" => value.Equals(asked, StringComparison.OrdinalIgnoreCase),
        "wildcard" => IsWildcard(asked, value),
        _ => Network(asked[..^3], bits: asked[^2..]) == Network(value, bits: asked[^2..]),
    };

    private static IEnumerable<JsonNode?> Excluded(JsonNode excluded) => excluded switch
    {
        JsonObject type when type.Single() is var (kind, operand) => operand is JsonArray texts
            ? texts.Select(text => new JsonObject { [kind] = text!.DeepClone() })
            : [type],
        JsonArray list => list,
        _ => [excluded],
    };

    private static bool IsIn(double value, JsonArray range) => range.Chunk(2).All(
        pair => ((string)pair[0]!, (double)pair[1]!) switch
    {
        ("<", var top) => value < top,
        ("<=", var top) => value <= top,
        (">", var bottom) => value > bottom,
        (">=", var bottom) => value >= bottom,
        var (_, only) => value.Equals(only),
    });

    // Every way to divide the value is tried.
    private static bool IsWildcard(string asked, string value) => asked.Length == 0
        ? value.Length == 0
        : asked[0] == '*'
            ? Enumerable.Range(0, value.Length + 1).Any(skipped => IsWildcard(asked[1..], value[skipped..]))
            : value.Length > 0 && value[0] == asked[0] && IsWildcard(asked[1..], value[1..]);

    // The significant bits of an address; the text itself if it is none.
    private static string Network(string text, string bits)
    {
        var parts = text.Split('.');
        return parts.Length == 4 && parts.All(part => byte.TryParse(part, out _))
            ? string.Concat(parts.Select(part => byte.Parse(part, CultureInfo.InvariantCulture).ToString("b8", null)))[
                ..int.Parse(bits, CultureInfo.InvariantCulture)]
            : text;
    }

    private sealed record Leaf(string Field, JsonNode? Value, Dictionary<int, int> Elements);
}
