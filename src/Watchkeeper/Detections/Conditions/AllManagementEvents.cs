using System.Collections.Immutable;
using System.Text.Json;
using Watchkeeper.Text;

namespace Watchkeeper.Detections.Conditions;

/// <summary>
/// Whether the event selectors of a trail or event data store, taken together, record all management events («EventSelector» and
/// «AdvancedEventSelector» in the CloudTrail API reference). CloudTrail records an event that one selector selects.
/// </summary>
internal static class AllManagementEvents
{
    // The only services that trails can leave out. Their calls are so many that leaving them out is ordinary.
    private static readonly string[] Omissible = ["kms.amazonaws.com", "rdsdata.amazonaws.com"];

    private static readonly string[] BasicMembers =
        ["readWriteType", "includeManagementEvents", "dataResources", "excludeManagementEventSources"];

    private static readonly string[] Operators =
        ["equals", "notEquals", "startsWith", "notStartsWith", "endsWith", "notEndsWith"];

    private const int None = 0;
    private const int Reads = 1;
    private const int Writes = 2;
    private const int All = Reads | Writes;

    /// <summary>Whether the selectors, basic or advanced, record them all. What cannot be read records none.</summary>
    public static bool IsMetBy(ImmutableArray<JsonElement> selectors)
    {
        var recorded = None;
        foreach (var selector in selectors)
        {
            if (selector.ValueKind is JsonValueKind.Object)
                recorded |= Has(selector, "fieldSelectors") ? Advanced(Member(selector, "fieldSelectors")) : Basic(selector);
        }

        return recorded is All;
    }

    // What a basic selector does not say has a default. An object without any of its members is something else.
    private static int Basic(JsonElement selector)
    {
        if (!BasicMembers.Any(name => Has(selector, name))
            || TextOf(Member(selector, "includeManagementEvents")) is not ("" or "true")
            || !Values(selector, "excludeManagementEventSources").All(IsOmissible))
        {
            return None;
        }

        return TextOf(Member(selector, "readWriteType")) switch
        {
            "" or "All" => All,
            "ReadOnly" => Reads,
            "WriteOnly" => Writes,
            _ => None,
        };
    }

    // All fields must match an event, so any field beside the category records less.
    private static int Advanced(JsonElement fields)
    {
        if (fields.ValueKind is not JsonValueKind.Array)
            return None;
        var isManagement = false;
        var recorded = All;
        foreach (var field in fields.EnumerateArray())
        {
            ImmutableArray<string> used = [.. Operators.Where(name => !Values(field, name).IsEmpty)];
            switch (TextOf(Member(field, "field")), used)
            {
                case ("eventCategory", ["equals"]) when Values(field, "equals") is ["Management"]:
                    isManagement = true;
                    break;
                case ("readOnly", ["equals"]):
                    recorded &= ReadOrWrite(Values(field, "equals"));
                    break;
                case ("eventSource", ["notEquals"]) when Values(field, "notEquals").All(IsOmissible):
                    break;
                default:
                    return None;
            }
        }

        return isManagement ? recorded : None;
    }

    private static int ReadOrWrite(ImmutableArray<string> values) =>
        (values.Contains("true", StringComparer.Ordinal) ? Reads : None)
        | (values.Contains("false", StringComparer.Ordinal) ? Writes : None);

    private static bool IsOmissible(string source) => Omissible.Contains(source, StringComparer.Ordinal);

    // An empty list, which CloudTrail writes too, asks for nothing.
    private static ImmutableArray<string> Values(JsonElement element, string name) => Member(element, name) switch
    {
        { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray().Select(TextOf)],
        { ValueKind: JsonValueKind.Undefined or JsonValueKind.Null } => [],
        var one => [TextOf(one)],
    };

    private static bool Has(JsonElement element, string name) => Member(element, name).ValueKind is not JsonValueKind.Undefined;

    // In any case, because exports may have lower-case names.
    private static JsonElement Member(JsonElement element, string name) => PolicyStatement.Member(element, name);

    // Empty for a missing value and for null.
    private static string TextOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => JsonText.Read(element),
        JsonValueKind.Undefined or JsonValueKind.Null => "",
        _ => element.GetRawText(),
    };
}
