using System.Globalization;
using System.Text.Json;

namespace Watchkeeper.Aws.Events.Json;

/// <summary>
/// Reads optional values. An invalid value counts as missing: a description that is a number must not reject the alarm.
/// </summary>
public static class JsonDecoration
{
    /// <summary>Returns a member, or an undefined element.</summary>
    public static JsonElement Get(this JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : default;

    /// <summary>Returns the text here, or an empty text.</summary>
    public static string Text(this JsonElement element) =>
        element.ValueKind is JsonValueKind.String ? element.GetString() ?? "" : "";

    /// <summary>Returns a member's text, or an empty text.</summary>
    public static string Text(this JsonElement element, string name) => element.Get(name).Text();

    /// <summary>Returns the number here, or null. A number too large for a double counts as missing.</summary>
    public static double? Number(this JsonElement element) =>
        element.ValueKind is JsonValueKind.Number && element.TryGetDouble(out var number) && double.IsFinite(number)
            ? number
            : null;

    /// <summary>Returns the number here in readable form, such as 45628 or 99.5; empty if missing.</summary>
    public static string NumberText(this JsonElement element) =>
        element.Number() is { } number ? number.ToString("0.####", CultureInfo.InvariantCulture) : "";

    /// <summary>Returns the elements of an array, or none.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element) =>
        element.ValueKind is JsonValueKind.Array ? element.EnumerateArray() : Enumerable.Empty<JsonElement>();

    /// <summary>Returns the text members of an object, or none.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Texts(this JsonElement element) =>
        element.ValueKind is JsonValueKind.Object
            ? element.EnumerateObject()
                .Where(member => member.Value.ValueKind is JsonValueKind.String)
                .Select(member => KeyValuePair.Create(member.Name, member.Value.GetString() ?? ""))
            : [];
}
