using System.Text.Json;
using Watchkeeper.Text;

namespace Watchkeeper.Aws.Events.Json;

/// <summary>
/// A position in a document, for required values. Each method returns the value or rejects the document with the position's path.
/// <see cref="JsonDecoration"/> reads optional values.
/// </summary>
internal readonly record struct JsonCursor(JsonElement Element, string Path)
{
    private const int MaxLength = 2048;

    /// <summary>Moves to a member, which may be missing.</summary>
    public JsonCursor Member(string name) => new(Element.Get(name), JsonPath.Member(Path, name));

    /// <summary>Moves to an element, which may be missing.</summary>
    public JsonCursor Item(int index) =>
        new(
            Element.ValueKind is JsonValueKind.Array && index < Element.GetArrayLength() ? Element[index] : default,
            JsonPath.Item(Path, index));

    /// <summary>Returns this position, which must contain an object.</summary>
    public JsonCursor Object(string expected) =>
        Element.ValueKind is JsonValueKind.Object ? this : throw Reject($"{Found}: expected {expected}");

    /// <summary>Returns the text here, which is neither empty nor longer than the maximum ARN.</summary>
    public string Text(string expected)
    {
        if (Element.ValueKind is not JsonValueKind.String || Element.GetString() is not { Length: > 0 } text)
            throw Reject($"{Found}: expected {expected}");
        return text.Length <= MaxLength
            ? text
            : throw Reject($"has {text.Length} characters: expected {expected} of at most {MaxLength}");
    }

    /// <summary>Returns the text here, which must be one of these.</summary>
    public string OneOf(params ReadOnlySpan<string> choices)
    {
        var expected = string.Join(" or ", choices!);
        var text = Text(expected);
        return choices.Contains(text) ? text : throw Reject($"is «{Quote(text)}»: expected {expected}");
    }

    /// <summary>Returns the time here, which is neither before CloudWatch existed nor in the future.</summary>
    public DateTimeOffset Time(DateTimeOffset now)
    {
        var text = Text("a time such as 2026-11-02T08:15:00Z");
        if (AwsTime.Parse(text) is not { } time)
            throw Reject($"is «{Quote(text)}»: expected a time such as 2026-11-02T08:15:00Z");
        return AwsTime.Error(time, now) is { } error ? throw Reject($"is «{Quote(text)}»: {error}") : time;
    }

    /// <summary>Rejects the document here.</summary>
    public RejectionException Reject(string reason) => new(Path, reason);

    private string Found => Element.ValueKind switch
    {
        JsonValueKind.Undefined => "is missing",
        JsonValueKind.Null => "is null",
        JsonValueKind.Object => "is an object",
        JsonValueKind.Array => "is an array",
        JsonValueKind.Number => "is a number",
        JsonValueKind.String when Element.ValueEquals("") => "is empty",
        JsonValueKind.String => "is a text",
        _ => "is a boolean",
    };

    private static string Quote(string text) => InertText.Shorten(text, 80);
}
