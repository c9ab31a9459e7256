using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Watchkeeper.Cli.Run;
using Watchkeeper.Patterns;

namespace Watchkeeper.Cli.Detecting.Rules;

/// <summary>
/// The EventBridge pattern of the read-only calls that detections look for. Only a rule of the state
/// <c>ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS</c> receives such calls, and each costs an invocation, so that the
/// pattern asks for what the detections ask for, as far as its size allows.
/// </summary>
internal static class ReadRule
{
    // A condition that is longer is left out: the rule then passes more, and the detection decides.
    private const int MaxConditionLength = 110;

    // EventBridge takes 2,048 characters; source and detail type stand beside.
    private const int MaxDetailLength = 1900;

    // A refusal is rare enough to pass whatever the call is and whoever made it.
    private const string Refused = """{"errorCode":[{"exists":true}]}""";

    /// <summary>
    /// The <c>detail</c> of as few patterns as their size allows; a call that is looked for matches one at least.
    /// </summary>
    /// <param name="patterns">
    /// The patterns of all detections, those that are staged or off too: a setting needs no deployment.
    /// </param>
    public static IReadOnlyList<JsonObject> Details(IEnumerable<JsonElement> patterns)
    {
        var details = new List<List<JsonObject>>();
        foreach (var alternative in Alternatives(patterns))
        {
            if (details.Find(one => Fits([.. one, alternative])) is { } first)
                first.Add(alternative);
            else
                details.Add([alternative]);
        }

        return [.. details.Select(Detail)];
    }

    // Besides its size, EventBridge bounds how complex the wildcards of one field are together.
    private static bool Fits(IEnumerable<JsonObject> alternatives)
    {
        var detail = Detail(alternatives).ToJsonString();
        return detail.Length <= MaxDetailLength
            && EventPattern.Parse(Encoding.UTF8.GetBytes($$"""{"detail":{{detail}}}""")).IsAccepted;
    }

    private static JsonObject Detail(IEnumerable<JsonObject> alternatives) => new()
    {
        ["readOnly"] = new JsonArray(true),
        ["$or"] = new JsonArray([.. alternatives.Select(alternative => alternative.DeepClone())]),
    };

    private static IEnumerable<JsonObject> Alternatives(IEnumerable<JsonElement> patterns)
    {
        var names = new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        var callers = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var alternative in patterns.SelectMany(pattern => Alternatives(Node(pattern))))
        {
            var reads = Names(alternative).Where(ReadOnlyCall.IsName).ToList();
            if (reads.Count == 0)
            {
                if (OfAnyCall(alternative) is { } caller)
                    callers.Add(caller.ToJsonString());
                continue;
            }

            var condition = Condition(alternative);
            if (!names.TryGetValue(condition, out var known))
                names[condition] = known = new SortedSet<string>(StringComparer.Ordinal);
            known.UnionWith(reads);
        }

        // Root's calls are detected whatever they are.
        return
        [
            new JsonObject { ["userIdentity"] = new JsonObject { ["type"] = new JsonArray("Root") } },
            .. callers.Select(caller => JsonNode.Parse(caller)!.AsObject()),
            .. names.Where(pair => !callers.Contains(pair.Key))
                .Select(pair => Alternative(pair.Key, Needed(pair.Key, names))).OfType<JsonObject>(),
        ];
    }

    // A detection that lists no call is about a caller, whatever they call; events of another category are no management calls.
    private static JsonObject? OfAnyCall(JsonObject alternative)
    {
        if (alternative.ContainsKey("eventName") || alternative.ContainsKey("eventCategory"))
            return null;
        if (alternative.ContainsKey("errorCode"))
            return JsonNode.Parse(Refused)!.AsObject();
        return alternative["userIdentity"] is JsonObject caller && caller["type"]?.ToJsonString() != """["Root"]"""
            ? new JsonObject { ["userIdentity"] = caller.DeepClone() }
            : null;
    }

    // Whatever is passed without a condition needs none with one.
    private static IEnumerable<string> Needed(string condition, SortedDictionary<string, SortedSet<string>> names) =>
        condition != "{}" && names.TryGetValue("{}", out var anyway)
            ? names[condition].Except(anyway, StringComparer.Ordinal)
            : names[condition];

    private static JsonObject? Alternative(string condition, IEnumerable<string> names)
    {
        JsonNode[] listed = [.. names.Select(name => JsonValue.Create(name))];
        if (listed.Length == 0)
            return null;
        var alternative = JsonNode.Parse(condition)!.AsObject();
        // A refusal or a tool is rare enough to pass whatever the call is.
        if (!alternative.ContainsKey("errorCode") && !alternative.ContainsKey("userAgent"))
            alternative["eventName"] = new JsonArray(listed);
        return alternative;
    }

    private static string Condition(JsonObject alternative)
    {
        if (alternative.ContainsKey("errorCode"))
            return Refused;
        var kept = new JsonObject();
        foreach (var (name, value) in alternative.OrderBy(member => member.Key, StringComparer.Ordinal))
        {
            var text = value!.ToJsonString();
            if (name == "userAgent" ? IsTool(text) : IsKept(name) && text.Length <= MaxConditionLength)
                kept[name] = value.DeepClone();
        }

        return kept.ToJsonString();
    }

    private static bool IsKept(string member) => member is not ("eventName" or "eventSource" or "eventType" or "readOnly");

    // Agents that are named, as opposed to all except some.
    private static bool IsTool(string userAgent) =>
        !userAgent.Contains("anything-but", StringComparison.Ordinal) && !userAgent.Contains("exists", StringComparison.Ordinal);

    private static JsonObject Node(JsonElement pattern) =>
        JsonNode.Parse(pattern.GetRawText())?["detail"] as JsonObject ?? [];

    // Each alternative of $or with the members beside it.
    private static IEnumerable<JsonObject> Alternatives(JsonObject node)
    {
        if (node["$or"] is not JsonArray alternatives)
            return [node];
        var beside = new JsonObject(node.Where(member => member.Key != "$or")
            .Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));
        return alternatives.OfType<JsonObject>().SelectMany(Alternatives).Select(alternative => Merge(beside, alternative));
    }

    private static JsonObject Merge(JsonObject one, JsonObject other)
    {
        var merged = one.DeepClone().AsObject();
        foreach (var (name, value) in other)
            merged[name] = merged[name] is JsonObject held && value is JsonObject more ? Merge(held, more) : value?.DeepClone();
        return merged;
    }

    private static IEnumerable<string> Names(JsonObject alternative) =>
        (alternative["eventName"] as JsonArray ?? []).OfType<JsonValue>()
            .Where(value => value.GetValueKind() is JsonValueKind.String).Select(value => value.GetValue<string>());
}
