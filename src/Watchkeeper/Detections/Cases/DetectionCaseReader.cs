using System.Collections.Immutable;
using System.Text.Json;
using Watchkeeper.Patterns.Compilation;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Detections.Cases;

/// <summary>Parses the tests of a detection.</summary>
internal sealed class DetectionCaseReader(DetectionErrors errors)
{
    private const string Root = "$";
    private const int MinEvents = 2;

    private JsonElement common;
    private bool isCounted;

    /// <summary>The tests of a detection. Tests of undoing are required if something undoes its act.</summary>
    public ImmutableArray<DetectionCase> Read(JsonElement tests, Detection detection)
    {
        var isUndone = !detection.Undone.IsEmpty;
        isCounted = detection.Threshold is not null;
        if (tests.ValueKind is not JsonValueKind.Object)
        {
            errors.Add(Root, "expected an object with «positive» and «negative» events");
            return [];
        }

        errors.CheckMembers(Root, tests, ["base", "positive", "negative", "undoing", "leaving"]);
        common = tests.Member("base");
        return
        [
            .. Read(tests, "positive", DetectionOutcome.Match, MinEvents),
            .. Read(tests, "negative", DetectionOutcome.NoMatch, MinEvents),
            .. isUndone || tests.Has("undoing") ? Read(tests, "undoing", DetectionOutcome.Undone, 1) : [],
            .. isUndone || tests.Has("leaving") ? Read(tests, "leaving", DetectionOutcome.NotUndone, 1) : [],
        ];
    }

    private List<DetectionCase> Read(JsonElement tests, string member, DetectionOutcome expected, int least)
    {
        var place = $"{Root}.{member}";
        var list = tests.Member(member);
        var cases = new List<DetectionCase>();
        if (list.ValueKind is not JsonValueKind.Array || list.GetArrayLength() < least)
        {
            errors.Add(place, least == 1 ? "expected at least one event" : "expected at least two events");
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
            DetectionOutcome.Match => ["name", "event", "events", "values", "act", "severity"],
            DetectionOutcome.NoMatch => ["name", "event", "events"],
            DetectionOutcome.Undone => ["name", "event", "values"],
            _ => ["name", "event"],
        });
        var name = item.Member("name").ValueKind is JsonValueKind.String ? JsonText.Read(item.Member("name")) : "";
        if (name.Length == 0)
            errors.Add($"{place}.name", "expected a text");
        var events = EventsOf(place, item, expected);
        var json = events.IsEmpty ? item.Member("event") : events[0].Json;
        if (events.IsEmpty && common.ValueKind is not JsonValueKind.Undefined && json.ValueKind is JsonValueKind.Object)
            json = MergePatch.Apply(common, json);
        if (json.Member("detail").ValueKind is not JsonValueKind.Object && !item.Has("events"))
            errors.Add($"{place}.event", "expected an event with a «detail»");
        return new DetectionCase(
            name, expected, json, Texts($"{place}.values", item.Member("values")), Texts($"{place}.act", item.Member("act")))
        {
            Events = events,
            Severity = item.Has("severity") ? SeverityOf($"{place}.severity", item.Member("severity")) : null,
        };
    }

    // One event alone never reaches a threshold, unless it has many values.
    private ImmutableArray<CaseEvent> EventsOf(string place, JsonElement item, DetectionOutcome expected)
    {
        if (item.Has("events"))
        {
            if (item.Has("event"))
                errors.Add(place, "expected either «event» or «events»");
            if (!isCounted)
                errors.Add($"{place}.events", "expected «event»: the detection has no threshold");
            return new CaseEventReader(errors, common).List($"{place}.events", item.Member("events"));
        }

        if (isCounted && expected is DetectionOutcome.Match)
            errors.Add(place, "expected «events», which reach the threshold");
        return [];
    }

    private Severity? SeverityOf(string place, JsonElement member)
    {
        var severity = member.ValueKind is JsonValueKind.String ? KebabCase.Parse<Severity>(JsonText.Read(member)) : null;
        if (severity is null)
            errors.Add(place, "expected info, low, medium, high or critical");
        return severity;
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
