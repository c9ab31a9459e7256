using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Watchkeeper.Testing;

/// <summary>
/// Checks JSON against the part of JSON Schema that the repository's schemas use: <c>type</c>, <c>const</c>, <c>enum</c>,
/// <c>minimum</c>, <c>maximum</c>, <c>maxLength</c>, <c>pattern</c>, <c>format</c> date-time, <c>required</c>, <c>properties</c>,
/// <c>additionalProperties</c>, <c>items</c>, <c>minItems</c>, <c>maxItems</c>, <c>oneOf</c>, <c>allOf</c> and <c>$ref</c>. Stricter in two points: a
/// name that the schema does not know, and a name that stands twice, are errors.
/// </summary>
public sealed class JsonSchemaCheck
{
    private static readonly string[] Known =
    [
        "$schema", "$defs", "$ref", "title", "description", "type", "const", "enum", "minimum", "format", "required",
        "properties", "additionalProperties", "items", "oneOf", "allOf", "minItems", "maxItems", "maximum", "pattern", "maxLength", "examples",
        "definitions",
    ];

    private readonly JsonElement root;

    /// <summary>Reads a schema.</summary>
    public JsonSchemaCheck(string schema) => root = JsonDocument.Parse(schema).RootElement;

    /// <summary>What is wrong, with the path of each; empty if nothing is.</summary>
    public IReadOnlyList<string> Errors(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. Check(root, document.RootElement, "$")];
    }

    private IEnumerable<string> Check(JsonElement schema, JsonElement value, string path)
    {
        if (schema.ValueKind is JsonValueKind.False)
            yield return $"{path} is unknown";
        if (schema.ValueKind is not JsonValueKind.Object)
            yield break;
        foreach (var keyword in schema.EnumerateObject().Where(keyword => !Known.Contains(keyword.Name)))
            yield return $"{path}: the check does not know the keyword {keyword.Name}";
        if (schema.TryGetProperty("$ref", out var reference))
        {
            foreach (var error in Check(Resolve(reference.GetString()!), value, path))
                yield return error;
        }

        if (schema.TryGetProperty("allOf", out var all))
        {
            foreach (var error in all.EnumerateArray().SelectMany(each => Check(each, value, path)))
                yield return error;
        }

        if (schema.TryGetProperty("oneOf", out var choices))
        {
            var results = choices.EnumerateArray().Select(choice => Check(choice, value, path).ToList()).ToList();
            if (results.Count(result => result.Count == 0) != 1)
            {
                foreach (var error in results.MinBy(result => result.Count)!.DefaultIfEmpty($"{path}: fits several choices"))
                    yield return error;
            }
        }

        foreach (var error in CheckValue(schema, value, path).Concat(CheckParts(schema, value, path)))
            yield return error;
    }

    private static IEnumerable<string> CheckValue(JsonElement schema, JsonElement value, string path)
    {
        if (schema.TryGetProperty("type", out var type) && !IsOneOf(type, value))
            yield return $"{path}: {value.ValueKind} is not {type.GetRawText()}";
        if (schema.TryGetProperty("const", out var only) && !JsonElement.DeepEquals(only, value))
            yield return $"{path}: {value.GetRawText()} is not {only.GetRawText()}";
        if (schema.TryGetProperty("enum", out var few) && !few.EnumerateArray().Any(each => JsonElement.DeepEquals(each, value)))
            yield return $"{path}: {value.GetRawText()} is none of {few.GetRawText()}";
        if (schema.TryGetProperty("minimum", out var least) && value.ValueKind is JsonValueKind.Number
            && value.GetDecimal() < least.GetDecimal())
        {
            yield return $"{path}: {value.GetRawText()} is less than {least.GetRawText()}";
        }

        if (schema.TryGetProperty("maximum", out var most) && value.ValueKind is JsonValueKind.Number
            && value.GetDecimal() > most.GetDecimal())
        {
            yield return $"{path}: {value.GetRawText()} is more than {most.GetRawText()}";
        }

        if (schema.TryGetProperty("minItems", out var fewest) && value.ValueKind is JsonValueKind.Array
            && value.GetArrayLength() < fewest.GetInt32())
        {
            yield return $"{path}: has fewer than {fewest.GetRawText()} items";
        }

        if (schema.TryGetProperty("maxItems", out var highest) && value.ValueKind is JsonValueKind.Array
            && value.GetArrayLength() > highest.GetInt32())
        {
            yield return $"{path}: has more than {highest.GetRawText()} items";
        }

        if (schema.TryGetProperty("pattern", out var pattern) && value.ValueKind is JsonValueKind.String
            && !Regex.IsMatch(value.GetString()!, pattern.GetString()!, RegexOptions.NonBacktracking))
        {
            yield return $"{path}: {value.GetRawText()} does not fit {pattern.GetRawText()}";
        }

        // In UTF-16 code units, which are never fewer than the characters.
        if (schema.TryGetProperty("maxLength", out var longest) && value.ValueKind is JsonValueKind.String
            && value.GetString()!.Length > longest.GetInt32())
        {
            yield return $"{path}: is longer than {longest.GetRawText()}";
        }

        if (schema.TryGetProperty("format", out _) && value.ValueKind is JsonValueKind.String && !IsTime(value.GetString()!))
            yield return $"{path}: {value.GetRawText()} is no time in UTC";
    }

    private IEnumerable<string> CheckParts(JsonElement schema, JsonElement value, string path)
    {
        if (value.ValueKind is JsonValueKind.Array && schema.TryGetProperty("items", out var items))
            return value.EnumerateArray().SelectMany((item, i) => Check(items, item, $"{path}[{i}]"));
        if (value.ValueKind is not JsonValueKind.Object || !IsObject(schema))
            return [];
        var names = value.EnumerateObject().Select(member => member.Name).ToList();
        var missing = schema.TryGetProperty("required", out var required)
            ? required.EnumerateArray().Select(name => name.GetString()!).Except(names).Select(name => $"{path}.{name} is missing")
            : [];
        var twice = names.GroupBy(name => name, StringComparer.Ordinal).Where(same => same.Count() > 1)
            .Select(same => $"{path}.{same.Key} stands {same.Count()} times");
        return [.. missing, .. twice, .. value.EnumerateObject().SelectMany(member => CheckMember(schema, member, path))];
    }

    private IEnumerable<string> CheckMember(JsonElement schema, JsonProperty member, string path)
    {
        var at = $"{path}.{member.Name}";
        if (schema.TryGetProperty("properties", out var known) && known.TryGetProperty(member.Name, out var own))
            return Check(own, member.Value, at);
        return schema.TryGetProperty("additionalProperties", out var others) ? Check(others, member.Value, at) : [$"{at} is unknown"];
    }

    private JsonElement Resolve(string reference) =>
        reference.TrimStart('#', '/').Split('/').Aggregate(root, (element, name) => element.GetProperty(name));

    private static bool IsObject(JsonElement schema) =>
        schema.TryGetProperty("properties", out _) || schema.TryGetProperty("additionalProperties", out _);

    private static bool IsOneOf(JsonElement type, JsonElement value) => type.ValueKind is JsonValueKind.Array
        ? type.EnumerateArray().Any(each => Is(each.GetString()!, value))
        : Is(type.GetString()!, value);

    private static bool Is(string type, JsonElement value) => type switch
    {
        "string" => value.ValueKind is JsonValueKind.String,
        "integer" => value.ValueKind is JsonValueKind.Number && value.TryGetInt64(out _),
        "number" => value.ValueKind is JsonValueKind.Number,
        "object" => value.ValueKind is JsonValueKind.Object,
        "array" => value.ValueKind is JsonValueKind.Array,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind is JsonValueKind.Null,
        _ => false,
    };

    private static bool IsTime(string text) => text.EndsWith('Z')
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);
}
