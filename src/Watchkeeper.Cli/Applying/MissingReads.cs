using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Watchkeeper.Cli.Detecting;
using Watchkeeper.Cli.Detecting.Rules;
using Watchkeeper.Cli.Run;
using Watchkeeper.Detections;
using Watchkeeper.Detections.Cases;
using Watchkeeper.Patterns;

namespace Watchkeeper.Cli.Applying;

/// <summary>
/// The read-only calls of a user's own detections that no rule of the template passes. A pattern may ask for less than a rule
/// passes, so the events of the detections' own tests are tried on the rules.
/// </summary>
internal static class MissingReads
{
    /// <summary>Each detection with a call that does not arrive.</summary>
    public static ImmutableArray<(string Id, string Call)> Of(IEnumerable<OwnDetection> own)
    {
        var rules = new Lazy<ImmutableArray<EventPattern>>(Rules);
        return
        [
            .. own.Where(one => one.Detection.Stage is not DetectionStage.Off && one.File.Tests is not null)
                .SelectMany(one => DetectionCases.Parse(one.File.Tests!.Value.Span, one.Detection).Cases
                    .Where(test => test.Matches).SelectMany(Events)
                    .Select(json => (one.Detection.Id, Event: json, Call: CallOf(json)))
                    .Where(each => ReadOnlyCall.IsName(each.Call) && !rules.Value.Any(rule => rule.Matches(Read(each.Event))))
                    .Select(each => (each.Id, each.Call)))
                .Distinct(),
        ];
    }

    private static IEnumerable<JsonElement> Events(DetectionCase test) =>
        test.Events.IsEmpty ? [test.Event] : test.Events.Select(one => one.Json);

    // The template's rules are made from all built-in detections, whatever their stage.
    private static ImmutableArray<EventPattern> Rules() =>
    [
        .. ReadRule.Details(DetectionCatalogue.Ids.Select(id => JsonElement.Parse(DetectionCatalogue.FileOf(id).Span)
                .GetProperty("pattern")))
            .Select(detail => EventPattern.Parse(Encoding.UTF8.GetBytes($$"""{"detail":{{detail.ToJsonString()}}}""")).Pattern!),
    ];

    private static string CallOf(JsonElement json) =>
        json.TryGetProperty("detail", out var detail) && detail.TryGetProperty("eventName", out var name)
        && name.ValueKind is JsonValueKind.String
            ? name.GetString()!
            : "";

    private static JsonElement Read(JsonElement json)
    {
        var copy = JsonNode.Parse(json.GetRawText())!.AsObject();
        copy["detail"]!.AsObject()["readOnly"] = true;
        return JsonElement.Parse(copy.ToJsonString());
    }
}
