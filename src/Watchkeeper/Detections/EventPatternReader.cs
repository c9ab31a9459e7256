using System.Collections.Immutable;
using System.Text.Json;
using Watchkeeper.Patterns;
using Watchkeeper.Text;

namespace Watchkeeper.Detections;

/// <summary>Parses event patterns, and finds the event names that they list.</summary>
internal sealed class EventPatternReader(DetectionErrors errors)
{
    /// <summary>The pattern; null if it is missing or invalid.</summary>
    public EventPattern? Read(string place, JsonElement pattern)
    {
        if (pattern.ValueKind is JsonValueKind.Undefined)
        {
            errors.Add(place, "expected an event pattern");
            return null;
        }

        var parsed = EventPattern.Parse(pattern);
        if (!parsed.IsAccepted)
            errors.Add($"{place}{parsed.Error.Path.AsSpan(1)}", parsed.Error.Reason);
        return parsed.Pattern;
    }

    /// <summary>The event names that a pattern lists; empty if it allows any name.</summary>
    // Every alternative must list its names. Otherwise an event of any name may match.
    public static ImmutableArray<string> EventNames(JsonElement pattern) => NamesIn(pattern.Member("detail"));

    /// <summary>Whether a pattern asks for the error code, in any alternative.</summary>
    public static bool NamesErrorCode(JsonElement pattern) => HasErrorCode(pattern.Member("detail"));

    private static bool HasErrorCode(JsonElement node) =>
        node.Has("errorCode")
        || (node.Member("$or") is { ValueKind: JsonValueKind.Array } alternatives
            && alternatives.EnumerateArray().Any(HasErrorCode));

    private static ImmutableArray<string> NamesIn(JsonElement node)
    {
        if (Texts(node.Member("eventName")) is { } names)
            return names;
        var alternatives = node.Member("$or");
        if (alternatives.ValueKind is not JsonValueKind.Array)
            return [];
        var each = alternatives.EnumerateArray().Select(NamesIn).ToList();
        return each.Any(one => one.IsEmpty) ? [] : [.. each.SelectMany(one => one).Distinct(StringComparer.Ordinal)];
    }

    private static ImmutableArray<string>? Texts(JsonElement list) =>
        list.ValueKind is JsonValueKind.Array && list.EnumerateArray().All(item => item.ValueKind is JsonValueKind.String)
            ? [.. list.EnumerateArray().Select(JsonText.Read)]
            : null;
}
