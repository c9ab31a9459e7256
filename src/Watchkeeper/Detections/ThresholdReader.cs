using System.Collections.Immutable;
using System.Text.Json;
using Watchkeeper.Counting;
using Watchkeeper.Detections.Paths;

namespace Watchkeeper.Detections;

/// <summary>Parses a detection's threshold.</summary>
internal sealed class ThresholdReader(DetectionErrors errors, ImmutableArray<EventPath> fingerprint)
{
    private const string Root = "$.threshold";
    private const int MinCount = 2;

    /// <summary>Parses the threshold; null if there is none.</summary>
    public DetectionThreshold? Read(JsonElement threshold)
    {
        if (threshold.ValueKind is JsonValueKind.Undefined)
            return null;
        if (threshold.ValueKind is not JsonValueKind.Object)
        {
            errors.Add(Root, "expected an object with «count» and «minutes»");
            return null;
        }

        errors.CheckMembers(Root, threshold, ["count", "minutes", "by", "distinct"]);
        var paths = new EventPathReader(errors);
        return new DetectionThreshold
        {
            Limit = new Threshold(
                Number(threshold, "count", MinCount, Threshold.MaxCount), Number(threshold, "minutes", 1, Threshold.MaxMinutes)),
            By = threshold.Has("by") ? By(paths.List($"{Root}.by", threshold.Member("by"))) : fingerprint,
            Distinct = threshold.Has("distinct") ? paths.One($"{Root}.distinct", threshold.Member("distinct")) : null,
        };
    }

    private ImmutableArray<EventPath> By(ImmutableArray<EventPath> by)
    {
        foreach (var path in fingerprint)
        {
            if (!by.Contains(path))
                errors.Add($"{Root}.by", $"expected all paths of the fingerprint, and {path} is missing");
        }

        return by;
    }

    private int Number(JsonElement threshold, string name, int least, int most)
    {
        var member = threshold.Member(name);
        if (member.ValueKind is JsonValueKind.Number && member.TryGetInt32(out var number) && number >= least && number <= most)
            return number;
        errors.Add($"{Root}.{name}", string.Create(null, $"expected a whole number from {least} to {most}"));
        return most;
    }
}
