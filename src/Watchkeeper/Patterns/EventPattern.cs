using System.Text.Json;
using System.Text.Unicode;
using Watchkeeper.Patterns.Compilation;
using Watchkeeper.Patterns.Matching;

namespace Watchkeeper.Patterns;

/// <summary>
/// An event pattern of Amazon EventBridge, checked and ready to be asked; immutable, so one instance serves many threads.
/// The language is that of «Amazon EventBridge event patterns» in the EventBridge user guide, with the answers of its engine,
/// Event Ruler: field names are joined by dots, array elements are taken one by one, and what is matched inside one array must
/// come from one element of it.
/// </summary>
/// <remarks>
/// Asking costs time in proportion to the event's size, times how deep its arrays nest, times the pattern's fields and
/// <c>$or</c> combinations; no event makes it worse than that. Events may nest up to <see cref="MaximumDepth"/> levels; what
/// lies deeper is not looked at.
/// </remarks>
public sealed class EventPattern
{
    /// <summary>How deep patterns and events may nest: 1,000 levels, the bound of the JSON reader that EventBridge uses.</summary>
    public const int MaximumDepth = CompiledPattern.MaximumDepth;

    private readonly CompiledPattern compiled;

    private EventPattern(CompiledPattern compiled) => this.compiled = compiled;

    /// <summary>Reads a pattern from UTF-8 JSON. Whatever the bytes are, the result says what is wrong; nothing is thrown.</summary>
    public static PatternParseResult Parse(ReadOnlySpan<byte> utf8Json)
    {
        if (!Utf8.IsValid(utf8Json)) return PatternParseResult.Refused(PatternPath.Root, "the pattern is not valid UTF-8");

        try
        {
            var reader = new Utf8JsonReader(utf8Json, new JsonReaderOptions { MaxDepth = MaximumDepth });
            using var document = JsonDocument.ParseValue(ref reader);

            // Throws when anything follows the pattern.
            reader.Read();
            return Parse(document.RootElement);
        }
        catch (JsonException error)
        {
            var place = string.Create(null, $"line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}");
            return PatternParseResult.Refused(PatternPath.Root, $"the pattern is not valid JSON ({place})");
        }
    }

    /// <summary>Reads a pattern from JSON that is parsed already; the pattern keeps no reference to the element's document.</summary>
    public static PatternParseResult Parse(JsonElement pattern) =>
        PatternCompiler.Compile(pattern, out var error) is { } compiled
            ? PatternParseResult.Accepted(new EventPattern(compiled))
            : PatternParseResult.Refused(error);

    /// <summary>
    /// Whether the event matches. An event that is no JSON object matches nothing. A property that occurs twice in one object
    /// counts with each of its values.
    /// </summary>
    public bool Matches(JsonElement json) => json.ValueKind == JsonValueKind.Object && compiled.Matches(json);
}
