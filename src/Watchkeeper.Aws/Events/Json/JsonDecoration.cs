using System.Globalization;
using System.Text.Json;

namespace Watchkeeper.Aws.Events.Json;

/// <summary>
/// Reads what a reading can do without. An odd value counts as none: a description that is a number must not cost the alarm.
/// </summary>
internal static class JsonDecoration
{
    /// <summary>A member, or an undefined element.</summary>
    public static JsonElement Get(this JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : default;

    /// <summary>The text here, or an empty one.</summary>
    public static string Text(this JsonElement element) =>
        element.ValueKind is JsonValueKind.String ? element.GetString() ?? "" : "";

    /// <summary>A member's text, or an empty one.</summary>
    public static string Text(this JsonElement element, string name) => element.Get(name).Text();

    /// <summary>The number here, or null; one too great for a double counts as none.</summary>
    public static double? Number(this JsonElement element) =>
        element.ValueKind is JsonValueKind.Number && element.TryGetDouble(out var number) && double.IsFinite(number)
            ? number
            : null;

    /// <summary>The number here as people read it, such as 45628 or 99.5; empty where there is none.</summary>
    public static string NumberText(this JsonElement element) =>
        element.Number() is { } number ? number.ToString("0.####", CultureInfo.InvariantCulture) : "";

    /// <summary>The elements of an array, or none.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element) =>
        element.ValueKind is JsonValueKind.Array ? element.EnumerateArray() : Enumerable.Empty<JsonElement>();

    /// <summary>The members of an object that are texts, or none.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Texts(this JsonElement element) =>
        element.ValueKind is JsonValueKind.Object
            ? element.EnumerateObject()
                .Where(member => member.Value.ValueKind is JsonValueKind.String)
                .Select(member => KeyValuePair.Create(member.Name, member.Value.GetString() ?? ""))
            : [];
}
