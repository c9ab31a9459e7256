using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Watchkeeper.Patterns.Compilation;
using Watchkeeper.Text;

namespace Watchkeeper.Detections.Cases;

/// <summary>Parses the events of a test of a detection with a threshold.</summary>
/// <param name="errors">Collects the errors.</param>
/// <param name="common">The event that all begin with; undefined if there is none.</param>
internal sealed class CaseEventReader(DetectionErrors errors, JsonElement common)
{
    private const int MaxTimes = 1000;
    private const int MaxSeconds = 86_400;
    private const string NumberMark = "{n}";

    // Any time will do: windows know only distances.
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The events in order of arrival.</summary>
    public ImmutableArray<CaseEvent> List(string place, JsonElement list)
    {
        var events = ImmutableArray.CreateBuilder<CaseEvent>();
        if (list.ValueKind is not JsonValueKind.Array || list.GetArrayLength() == 0)
        {
            errors.Add(place, "expected an array of objects with «event», «times» and «seconds», each optional");
            return [];
        }

        var at = Start;
        foreach (var (index, item) in list.EnumerateArray().Index())
            Add(events, PatternPath.Item(place, index), item, ref at);
        return events.ToImmutable();
    }

    private void Add(ImmutableArray<CaseEvent>.Builder events, string place, JsonElement item, ref DateTimeOffset at)
    {
        if (item.ValueKind is not JsonValueKind.Object)
        {
            errors.Add(place, "expected an object with «event», «times» and «seconds», each optional");
            return;
        }

        errors.CheckMembers(place, item, ["event", "times", "seconds"]);
        var seconds = Number(place, item, "seconds", 1, -MaxSeconds, MaxSeconds);
        for (var times = Number(place, item, "times", 1, 1, MaxTimes); times > 0; times--)
        {
            at = at.AddSeconds(seconds);
            var number = string.Create(CultureInfo.InvariantCulture, $"{events.Count + 1}");
            var json = Event(item, number);
            if (json.Member("detail").ValueKind is not JsonValueKind.Object)
            {
                errors.Add($"{place}.event", "expected an event with a «detail»");
                return;
            }

            var id = json.Member("detail").Member("eventID");
            events.Add(new CaseEvent(id.ValueKind is JsonValueKind.String ? JsonText.Read(id) : number, at, json));
        }
    }

    private JsonElement Event(JsonElement item, string number)
    {
        var json = item.Has("event") ? item.Member("event") : JsonElement.Parse("{}");
        if (common.ValueKind is not JsonValueKind.Undefined)
            json = MergePatch.Apply(common, json);
        return JsonElement.Parse(json.GetRawText().Replace(NumberMark, number, StringComparison.Ordinal));
    }

    private int Number(string place, JsonElement item, string name, int usual, int least, int most)
    {
        if (!item.Has(name))
            return usual;
        var member = item.Member(name);
        if (member.ValueKind is JsonValueKind.Number && member.TryGetInt32(out var number) && number >= least && number <= most)
            return number;
        errors.Add($"{place}.{name}", string.Create(null, $"expected a whole number from {least} to {most}"));
        return usual;
    }
}
