using System.Text.Json;
using System.Text.Unicode;
using Watchkeeper.Patterns.Compilation;
using Watchkeeper.Patterns.Matching;

namespace Watchkeeper.Patterns;

/// <summary>
/// An event pattern of Amazon EventBridge, validated and compiled. Immutable, so one instance serves many threads. The language
/// is that of «Amazon EventBridge event patterns» in the EventBridge user guide, and results equal those of its engine, Event
/// Ruler. Field names are joined by dots and array elements are tested one by one. All matches inside one array must come from
/// the same element.
/// </summary>
/// <remarks>
/// Matching takes time in proportion to the event's size, times the nesting of its arrays, times the pattern's fields and
/// <c>$or</c> combinations. No event exceeds this bound. Events may nest up to <see cref="MaximumDepth"/> levels; deeper content
/// is ignored.
/// </remarks>
public sealed class EventPattern
{
    /// <summary>Maximum nesting of patterns and events: 1,000 levels, the limit of EventBridge's JSON reader.</summary>
    public const int MaximumDepth = CompiledPattern.MaximumDepth;

    private readonly CompiledPattern compiled;

    private EventPattern(CompiledPattern compiled) => this.compiled = compiled;

    /// <summary>
    /// Parses a pattern from UTF-8 JSON. The result reports every error as a rejection; no input makes the parser throw.
    /// </summary>
    public static PatternParseResult Parse(ReadOnlySpan<byte> utf8Json)
    {
        if (!Utf8.IsValid(utf8Json)) return PatternParseResult.Refused(new(PatternPath.Root, "the pattern is not valid UTF-8"));

        try
        {
            var reader = new Utf8JsonReader(utf8Json, new JsonReaderOptions { MaxDepth = MaximumDepth });
            using var document = JsonDocument.ParseValue(ref reader);

            // Throws if any content follows the pattern.
            reader.Read();
            return Parse(document.RootElement);
        }
        catch (JsonException error)
        {
            var place = string.Create(null, $"line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}");
            return PatternParseResult.Refused(new(PatternPath.Root, $"the pattern is not valid JSON ({place})"));
        }
    }

    /// <summary>Parses a pattern from parsed JSON. The pattern keeps no reference to the element's document.</summary>
    public static PatternParseResult Parse(JsonElement pattern) =>
        PatternCompiler.Compile(pattern, out var error) is { } compiled
            ? PatternParseResult.Accepted(new EventPattern(compiled))
            : PatternParseResult.Refused(error);

    /// <summary>
    /// Whether the event matches. An event that is no JSON object matches nothing. If a property occurs twice in one object, each
    /// of its values counts.
    /// </summary>
    public bool Matches(JsonElement json) => json.ValueKind == JsonValueKind.Object && compiled.Matches(json);
}
