using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Watchkeeper.Cli.Configuring.Values;
using Watchkeeper.Cli.Usage;
using Watchkeeper.Cli.Yaml;

namespace Watchkeeper.Cli.Configuring.Schema;

/// <summary>A map with known keys. Every other key is an error.</summary>
/// <param name="name">The name of its definition in the JSON Schema: «route».</param>
/// <param name="form">The map in plain words: «a route».</param>
/// <param name="keys">The keys.</param>
internal sealed class MapSchema(string name, string form, params ImmutableArray<KeySchema> keys) : ValueSchema
{
    /// <summary>Checks the map as a whole, after its keys.</summary>
    public Action<CheckedMap, ProblemSink>? Also { get; init; }

    /// <summary>
    /// What is to be said of keys that people write here and that are none, by key.
    /// </summary>
    public IReadOnlyDictionary<string, string> Misplaced { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The keys.</summary>
    public ImmutableArray<KeySchema> Keys => keys;

    /// <inheritdoc/>
    public override string Form => form;

    /// <inheritdoc/>
    public override CheckedValue? Check(YamlValue value, string path, ProblemSink problems)
    {
        if (value is not YamlMap map)
            return Mismatch(value, path, problems, value is YamlText { IsNull: true } ? ": give its keys" : "");
        foreach (var member in map.Members)
        {
            if (!keys.Any(key => key.Name == member.Name))
                problems.Error(member.Position, Below(path, member.Name), Unknown(member.Name));
        }

        var members = ImmutableArray.CreateBuilder<CheckedMember>();
        var wrong = ImmutableArray.CreateBuilder<string>();
        foreach (var key in keys)
        {
            if (!CheckKey(key, map, path, members, problems))
                wrong.Add(key.Name);
        }

        var good = new CheckedMap(path, map.Position, members.ToImmutable()) { Wrong = wrong.ToImmutable() };
        Also?.Invoke(good, problems);
        return good;
    }

    /// <inheritdoc/>
    public override JsonObject Describe(SchemaDefinitions definitions) => definitions.Refer(name, () => Define(definitions));

    /// <summary>The JSON Schema itself, for the root.</summary>
    public JsonObject Define(SchemaDefinitions definitions)
    {
        var properties = new JsonObject();
        foreach (var key in keys)
        {
            var property = key.Value.Describe(definitions);
            // Beside a reference an editor reads nothing, so the reference goes into a list of one.
            if (property.ContainsKey("$ref"))
                property = new JsonObject { ["allOf"] = new JsonArray(property) };
            property["description"] = key.Description;
            properties[key.Name] = property;
        }

        var schema = new JsonObject
        {
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["properties"] = properties,
        };
        if (keys.Any(key => key.IsRequired))
            schema["required"] = new JsonArray([.. keys.Where(key => key.IsRequired).Select(key => (JsonNode)key.Name)]);
        return schema;
    }

    internal static string Below(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    // Whether the value under the key has the right form, if the key is there.
    private bool CheckKey(
        KeySchema key, YamlMap map, string path, ImmutableArray<CheckedMember>.Builder members, ProblemSink problems)
    {
        var same = map.Members.Where(member => member.Name == key.Name).ToList();
        // A repeated key is an error already. What it repeats is checked all the same, and the first one counts.
        foreach (var repeated in same.Skip(1))
            key.Value.Check(repeated.Value, Below(path, key.Name), problems);
        var found = same.FirstOrDefault();
        if (found is null || (key.MayBeNull && !key.IsRequired && found.Value is YamlText { IsNull: true }))
        {
            if (key.IsRequired)
                problems.Error(map.Position, Below(path, key.Name), $"is missing: {form} needs it, {key.Value.Form}");
            return true;
        }

        var below = Below(path, key.Name);
        if (key.Refusal is { } refusal)
            problems.Refuse(found.Position, below, refusal);
        if (key.Note is { } note)
            problems.Note(found.Position, below, note);
        if (key.Value.Check(found.Value, below, problems) is not { } good)
            return false;
        members.Add(new CheckedMember(key.Name, found.Position, good));
        return true;
    }

    private string Unknown(string typed) => Misplaced.TryGetValue(typed, out var place)
        ? $"is no key of {form}: {place}"
        : Nearest.Find(typed, keys.Select(key => key.Name)) is { IsEmpty: false } near
            ? $"is no key of {form}: did you mean {string.Join(" or ", near)}?"
            : $"is no key of {form}: its keys are {string.Join(", ", keys.Select(key => key.Name))}";
}
