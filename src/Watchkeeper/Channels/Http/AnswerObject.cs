using System.Globalization;
using System.Text;
using System.Text.Json;
using Watchkeeper.Text;

namespace Watchkeeper.Channels.Http;

/// <summary>An answer's body as a JSON object. What is missing or has another form is null or empty; nothing throws.</summary>
/// <param name="json">The object.</param>
internal sealed class AnswerObject(JsonElement json)
{
    /// <summary>The body as an object; null if it is none.</summary>
    public static AnswerObject? Parse(HttpAnswer answer)
    {
        try
        {
            // Bytes, because a text with half a surrogate pair makes the parser throw something else.
            using var document = JsonDocument.Parse(Encoding.UTF8.GetBytes(answer.Body));
            return document.RootElement.ValueKind is JsonValueKind.Object
                ? new AnswerObject(document.RootElement.Clone())
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The number under a name, whether written as a number or as a text; null without one.</summary>
    public long? Number(string name) => Find(name) switch
    {
        { ValueKind: JsonValueKind.Number } number when number.TryGetInt64(out var value) => value,
        { ValueKind: JsonValueKind.String } text
            when long.TryParse(
                JsonText.Read(text), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) => value,
        _ => null,
    };

    /// <summary>The text under a name as one inert line; empty without one.</summary>
    public string Words(string name) =>
        Find(name) is { ValueKind: JsonValueKind.String } text ? AnswerStatus.Words(JsonText.Read(text)) : "";

    /// <summary>The text under a name as it is, for tokens; empty without one.</summary>
    public string Text(string name) => Find(name) is { ValueKind: JsonValueKind.String } text ? JsonText.Read(text) : "";

    /// <summary>The truth value under a name; null without one.</summary>
    public bool? Flag(string name) => Find(name)?.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    /// <summary>The object under a name; null without one.</summary>
    public AnswerObject? Object(string name) =>
        Find(name) is { ValueKind: JsonValueKind.Object } value ? new AnswerObject(value) : null;

    /// <summary>The texts of the list under a name as one inert line; empty without one.</summary>
    public string List(string name) => Find(name) is { ValueKind: JsonValueKind.Array } list
        ? AnswerStatus.Words(string.Join(
            "; ", list.EnumerateArray().Where(each => each.ValueKind is JsonValueKind.String).Select(JsonText.Read)))
        : "";

    // The element's own search throws on names with half a surrogate pair.
    private JsonElement? Find(string name)
    {
        JsonElement? found = null;
        foreach (var member in json.EnumerateObject())
        {
            if (JsonText.ReadName(member) == name)
                found = member.Value;
        }

        return found;
    }
}
