using System.Collections.Immutable;
using System.Text.Json;
using Watchkeeper.Detections.Paths;
using Watchkeeper.Patterns.Compilation;
using Watchkeeper.Text;

namespace Watchkeeper.Detections;

/// <summary>Parses paths. Each is a text, or an array of texts of which the first with a value counts.</summary>
internal sealed class EventPathReader(DetectionErrors errors)
{
    /// <summary>The paths of an array; empty without an array.</summary>
    public ImmutableArray<EventPath> List(string place, JsonElement list)
    {
        if (list.ValueKind is JsonValueKind.Undefined)
            return [];
        if (list.ValueKind is not JsonValueKind.Array)
        {
            errors.Add(place, "expected an array of paths");
            return [];
        }

        return
        [
            .. list.EnumerateArray()
                .Select((item, index) => One(PatternPath.Item(place, index), item))
                .Where(path => path is not null)
                .Select(path => path!),
        ];
    }

    /// <summary>Parses one path.</summary>
    public EventPath? One(string place, JsonElement path)
    {
        string[] texts = path.ValueKind switch
        {
            JsonValueKind.String => [JsonText.Read(path)],
            JsonValueKind.Array when path.EnumerateArray().All(item => item.ValueKind is JsonValueKind.String) =>
                [.. path.EnumerateArray().Select(JsonText.Read)],
            _ => [],
        };
        var parsed = EventPath.Parse(texts);
        if (parsed is null)
            errors.Add(place, "expected a path such as detail.requestParameters.bucketName, or an array of such");
        return parsed;
    }
}
