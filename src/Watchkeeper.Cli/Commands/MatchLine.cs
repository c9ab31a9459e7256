using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Watchkeeper.Patterns;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Commands;

/// <summary>
/// Answers one line of <c>match --batch</c>: an object with «pattern» and «event», each as JSON or as a string that holds JSON.
/// Consecutive lines with the same pattern compile the pattern once.
/// </summary>
internal sealed class MatchLine
{
    /// <summary>The line's own object adds one level of nesting to the event's.</summary>
    private static readonly JsonDocumentOptions LineJson = new() { MaxDepth = EventPattern.MaximumDepth + 1 };

    private byte[] lastPattern = [];
    private PatternParseResult? lastParsed;

    public MatchResult Answer(ReadOnlyMemory<byte> line)
    {
        line = ByteOrderMark.Skip(line);
        if (!Utf8.IsValid(line.Span)) return MatchResult.Invalid("the line is not valid UTF-8");
        try
        {
            using var document = JsonDocument.Parse(line, LineJson);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? Answer(document.RootElement)
                : MatchResult.Invalid("the line is not a JSON object");
        }
        catch (JsonException error)
        {
            return MatchResult.Invalid(string.Create(
                null, $"the line is not valid JSON (byte {error.BytePositionInLine + 1})"));
        }
    }

    private MatchResult Answer(JsonElement line)
    {
        JsonElement? pattern = null;
        JsonElement? json = null;
        foreach (var property in line.EnumerateObject())
        {
            if (IsNamed(property, "pattern"u8)) pattern = property.Value;
            else if (IsNamed(property, "event"u8)) json = property.Value;
        }

        if (pattern is null) return MatchResult.Invalid("the line has no \"pattern\"");
        if (json is null) return MatchResult.Invalid("the line has no \"event\"");

        var parsed = Parse(pattern.Value);
        if (!parsed.IsAccepted) return MatchResult.Invalid(parsed.Error);
        if (json.Value.ValueKind != JsonValueKind.String) return MatchResult.Evaluate(parsed.Pattern, json.Value);
        return Unquoted(json.Value) is { } text
            ? MatchResult.OfDocument(parsed.Pattern, text)
            : MatchResult.Invalid("the event's string is not valid Unicode");
    }

    private PatternParseResult Parse(JsonElement pattern)
    {
        var raw = JsonMarshal.GetRawUtf8Value(pattern);
        if (lastParsed is not null && raw.SequenceEqual(lastPattern)) return lastParsed;

        lastPattern = raw.ToArray();
        return lastParsed = pattern.ValueKind != JsonValueKind.String
            ? EventPattern.Parse(pattern)
            : EventPattern.Parse(Unquoted(pattern));
    }

    private static bool IsNamed(JsonProperty property, ReadOnlySpan<byte> name)
    {
        try
        {
            return property.NameEquals(name);
        }
        catch (InvalidOperationException)
        {
            // An unknown member's name holds half a surrogate pair.
            return false;
        }
    }

    /// <summary>Returns the JSON in a string; null if the string holds half a surrogate pair.</summary>
    private static byte[]? Unquoted(JsonElement text)
    {
        try
        {
            return Encoding.UTF8.GetBytes(text.GetString()!);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
