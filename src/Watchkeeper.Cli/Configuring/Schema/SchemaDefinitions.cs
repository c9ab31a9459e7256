using System.Text.Json.Nodes;

namespace Watchkeeper.Cli.Configuring.Schema;

/// <summary>The named definitions of a JSON Schema, each written once.</summary>
internal sealed class SchemaDefinitions
{
    private readonly Dictionary<string, JsonObject?> known = new(StringComparer.Ordinal);

    /// <summary>The definitions in order of their names.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject();
        foreach (var (name, definition) in known.OrderBy(each => each.Key, StringComparer.Ordinal))
            json[name] = definition;
        return json;
    }

    /// <summary>A reference to a definition, which may refer to itself.</summary>
    public JsonObject Refer(string name, Func<JsonObject> define)
    {
        if (known.TryAdd(name, null))
            known[name] = define();
        return new JsonObject { ["$ref"] = $"#/definitions/{name}" };
    }
}
