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
/// <para>
/// Matching takes time in proportion to the event's size, times the nesting of its arrays, times the pattern's fields and
/// <c>$or</c> combinations. No event exceeds this bound. Events may nest up to <see cref="MaximumDepth"/> levels; deeper content
/// is ignored.
/// </para>
/// <para>Event Ruler has ways of its own, or more than one. Here:</para>
/// <list type="bullet">
/// <item>If an event repeats a name, each of its values counts. Ruler agrees for text, and takes the last of a parsed tree</item>
/// <item>A number whose digits a double does not keep equals only a whole number with the same digits, and is in no range</item>
/// <item>
/// A step between dots may be empty: it is a name like others, so that <c>{"a..b":1}</c> and <c>{"a":{"":{"b":1}}}</c> are equal
/// </item>
/// <item>A prefix or suffix is compared with the string alone. Ruler stores quotes too, which the pattern may hit</item>
/// <item>
/// Half a surrogate pair is a character like others and equals only itself. Under <c>equals-ignore-case</c> each half in the
/// pattern stands for a question mark, as with Ruler
/// </item>
/// <item>
/// Each alternative of <c>$or</c> is decided by itself: what is absent in one does not depend on the others. Ruler merges
/// alternatives, and an absence in one may end another
/// </item>
/// <item>
/// Arrays at a name and at a dotted name beside it that leads to the same field count as one array, of which a match chooses one
/// element
/// </item>
/// </list>
/// </remarks>
public sealed class EventPattern
{
    /// <summary>Maximum nesting of patterns and events: 1,000 levels, the limit of EventBridge's JSON reader.</summary>
    public const int MaximumDepth = CompiledPattern.MaximumDepth;

    private EventPattern(CompiledPattern compiled) => Compiled = compiled;

    internal CompiledPattern Compiled { get; }

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
    public bool Matches(JsonElement json) => json.ValueKind == JsonValueKind.Object && Compiled.Matches(json);
}
