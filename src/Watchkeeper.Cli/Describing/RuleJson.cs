using System.Text.Json;
using System.Text.Json.Nodes;

namespace Watchkeeper.Cli.Describing;

/// <summary>Reads the file of a detection that the parser has accepted.</summary>
internal static class RuleJson
{
    /// <summary>A member; undefined if it is missing.</summary>
    public static JsonElement Member(this JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : default;

    /// <summary>The items of an array; a single value as a list of one.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray(),
        JsonValueKind.Undefined => [],
        _ => [element],
    };

    /// <summary>A text, or any other value as written.</summary>
    public static string Text(this JsonElement element)
    {
        if (element.ValueKind is not JsonValueKind.String)
            return element.GetRawText();
        try
        {
            return element.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate is no text, but a pattern may hold one: it is shown as written.
            return element.GetRawText()[1..^1];
        }
    }

    /// <summary>A copy that can always be written; null for what is missing.</summary>
    public static JsonNode? Copy(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => new JsonObject(
            element.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, member.Value.Copy()))),
        JsonValueKind.Array => new JsonArray([.. element.EnumerateArray().Select(Copy)]),
        JsonValueKind.String => JsonValue.Create(element.Text()),
        JsonValueKind.Undefined or JsonValueKind.Null => null,
        _ => JsonNode.Parse(element.GetRawText()),
    };
}
