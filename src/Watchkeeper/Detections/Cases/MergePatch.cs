using System.Text.Json;
using System.Text.Json.Nodes;

namespace Watchkeeper.Detections.Cases;

/// <summary>JSON Merge Patch (RFC 7396): members of the patch replace those of the target, and null removes one.</summary>
internal static class MergePatch
{
    /// <summary>The target with the patch applied.</summary>
    public static JsonElement Apply(JsonElement target, JsonElement patch) =>
        JsonElement.Parse(Merge(ToNode(target), patch)?.ToJsonString() ?? "null");

    private static JsonNode? Merge(JsonNode? target, JsonElement patch)
    {
        if (patch.ValueKind is not JsonValueKind.Object)
            return ToNode(patch);
        var merged = target as JsonObject ?? [];
        foreach (var member in patch.EnumerateObject())
        {
            if (member.Value.ValueKind is JsonValueKind.Null)
            {
                merged.Remove(member.Name);
                continue;
            }

            var before = merged[member.Name];
            merged.Remove(member.Name);
            merged[member.Name] = Merge(before, member.Value);
        }

        return merged;
    }

    private static JsonNode? ToNode(JsonElement element) => JsonNode.Parse(element.GetRawText());
}
