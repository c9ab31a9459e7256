using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Watchkeeper.Cli.Configuring.Keys;
using Watchkeeper.Cli.Configuring.Schema;

namespace Watchkeeper.Cli.Configuring;

/// <summary>The published JSON Schema (draft 7, which editors' YAML support reads) of the configuration file.</summary>
internal static class ConfigurationSchema
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    public static string Write()
    {
        var definitions = new SchemaDefinitions();
        var root = ConfigurationKeys.Root.Define(definitions);
        var schema = new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = "Watchkeeper's configuration",
        };
        foreach (var (key, value) in root.ToList())
        {
            root.Remove(key);
            schema[key] = value;
        }

        schema["definitions"] = definitions.ToJson();
        return schema.ToJsonString(Indented);
    }
}
