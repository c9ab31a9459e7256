using System.Globalization;
using System.Text.Json;

namespace Watchkeeper.Tests.Channels.Hostile;

/// <summary>
/// The structure of a body: its objects, lists and names in order, and of each text what a receiver makes of it.
/// </summary>
internal static class JsonMarks
{
    /// <summary>The marks of a value.</summary>
    /// <param name="json">The value.</param>
    /// <param name="read">What a text means, by the object that holds it and its name there.</param>
    public static IEnumerable<string> Read(JsonElement json, Func<JsonElement, string, string, IEnumerable<string>> read)
    {
        foreach (var member in json.EnumerateObject())
        {
            // The key of a label is a name, whatever else it holds.
            yield return member.Name.Split(' ')[0];
            foreach (var mark in ReadValue(member.Value, json, member.Name, read))
                yield return mark;
        }
    }

    private static IEnumerable<string> ReadValue(
        JsonElement value, JsonElement owner, string name, Func<JsonElement, string, string, IEnumerable<string>> read) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => Read(value, read).Prepend("{").Append("}"),
            JsonValueKind.Array => value.EnumerateArray().SelectMany(each => ReadValue(each, owner, name, read))
                .Prepend($"[{value.GetArrayLength().ToString(CultureInfo.InvariantCulture)}").Append("]"),
            JsonValueKind.String => read(owner, name, value.GetString()!),
            _ => [value.GetRawText()],
        };
}
