using System.Collections.Immutable;
using System.Text.Json;
using Watchkeeper.Patterns.Compilation;
using Watchkeeper.Text;

namespace Watchkeeper.Detections;

/// <summary>Parses the tests of a detection.</summary>
internal sealed class DetectionCaseReader(DetectionErrors errors)
{
    private const string Root = "$.tests";

    /// <summary>The tests. Tests of undoing are required if <paramref name="isUndone"/>.</summary>
    public ImmutableArray<DetectionCase> Read(JsonElement tests, bool isUndone)
    {
        if (tests.ValueKind is not JsonValueKind.Object)
        {
            errors.Add(Root, "expected an object with «positive» and «negative» events");
            return [];
        }

        errors.CheckMembers(Root, tests, ["positive", "negative", "undoing", "leaving"]);
        return
        [
            .. Read(tests, "positive", DetectionOutcome.Match),
            .. Read(tests, "negative", DetectionOutcome.NoMatch),
            .. isUndone || tests.Has("undoing") ? Read(tests, "undoing", DetectionOutcome.Undone) : [],
            .. isUndone || tests.Has("leaving") ? Read(tests, "leaving", DetectionOutcome.NotUndone) : [],
        ];
    }

    private List<DetectionCase> Read(JsonElement tests, string member, DetectionOutcome expected)
    {
        var place = $"{Root}.{member}";
        var list = tests.Member(member);
        var cases = new List<DetectionCase>();
        if (list.ValueKind is not JsonValueKind.Array || list.GetArrayLength() == 0)
        {
            errors.Add(place, "expected at least one event");
            return cases;
        }

        foreach (var (index, item) in list.EnumerateArray().Index())
        {
            if (ReadCase(PatternPath.Item(place, index), item, expected) is { } read)
                cases.Add(read);
        }

        return cases;
    }

    private DetectionCase? ReadCase(string place, JsonElement item, DetectionOutcome expected)
    {
        if (item.ValueKind is not JsonValueKind.Object)
        {
            errors.Add(place, "expected an object with «name» and «event»");
            return null;
        }

        errors.CheckMembers(place, item, expected switch
        {
            DetectionOutcome.Match => ["name", "event", "values", "act"],
            DetectionOutcome.Undone => ["name", "event", "values"],
            _ => ["name", "event"],
        });
        var name = item.Member("name").ValueKind is JsonValueKind.String ? JsonText.Read(item.Member("name")) : "";
        if (name.Length == 0)
            errors.Add($"{place}.name", "expected a text");
        var json = item.Member("event");
        if (json.Member("detail").ValueKind is not JsonValueKind.Object)
            errors.Add($"{place}.event", "expected an event with a «detail»");
        return new DetectionCase(
            name, expected, json, Texts($"{place}.values", item.Member("values")), Texts($"{place}.act", item.Member("act")));
    }

    private ImmutableArray<string>? Texts(string place, JsonElement values)
    {
        if (values.ValueKind is JsonValueKind.Undefined)
            return null;
        if (values.ValueKind is JsonValueKind.Array
            && values.EnumerateArray().All(value => value.ValueKind is JsonValueKind.String))
        {
            return [.. values.EnumerateArray().Select(JsonText.Read)];
        }

        errors.Add(place, "expected an array of texts");
        return null;
    }
}
