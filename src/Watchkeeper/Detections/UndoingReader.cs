using System.Collections.Immutable;
using System.Text.Json;
using Watchkeeper.Detections.Paths;
using Watchkeeper.Patterns.Compilation;

namespace Watchkeeper.Detections;

/// <summary>Parses the undoings of a detection's act.</summary>
internal sealed class UndoingReader(DetectionErrors errors, ImmutableArray<EventPath> fingerprint)
{
    private const string Root = "$.undone";

    /// <summary>Parses one undoing, or an array of undoings.</summary>
    public ImmutableArray<Undoing> Read(JsonElement undone)
    {
        if (undone.ValueKind is JsonValueKind.Undefined)
            return [];
        var list = undone.ValueKind is JsonValueKind.Array
            ? undone.EnumerateArray().Select((item, index) => One(PatternPath.Item(Root, index), item)).ToList()
            : [One(Root, undone)];
        return [.. list.OfType<Undoing>()];
    }

    private Undoing? One(string place, JsonElement item)
    {
        if (item.ValueKind is not JsonValueKind.Object)
        {
            errors.Add(place, "expected an object with «pattern» and «fingerprint»");
            return null;
        }

        errors.CheckMembers(place, item, ["pattern", "unless", "fingerprint"]);
        var patterns = new EventPatternReader(errors);
        var pattern = patterns.Read($"{place}.pattern", item.Member("pattern"));
        var unless = item.Has("unless") ? patterns.Read($"{place}.unless", item.Member("unless")) : null;
        var names = EventPatternReader.EventNames(item.Member("pattern"));
        if (pattern is not null && names.IsEmpty)
            errors.Add($"{place}.pattern", "expected detail.eventName with the names listed, so that other events cost nothing");
        var paths = item.Has("fingerprint")
            ? new EventPathReader(errors).List($"{place}.fingerprint", item.Member("fingerprint"))
            : fingerprint;
        if (paths.Length != fingerprint.Length)
            errors.Add($"{place}.fingerprint", $"expected as many paths as the detection's fingerprint: {fingerprint.Length}");
        return pattern is null
            ? null
            : new Undoing { Pattern = pattern, Unless = unless, EventNames = names, Fingerprint = paths };
    }
}
