using System.Collections.Immutable;
using Watchkeeper.Detections;
using Watchkeeper.Text;

namespace Watchkeeper.Configuration.Reading;

/// <summary>Reads the settings of detections.</summary>
internal static class DetectionSettingsReader
{
    public static DetectionSettings Read(ContentPart root)
    {
        if (root.Map("detections") is not { } part)
            return DetectionSettings.None;
        return new DetectionSettings
        {
            Stages = Stages(part),
            Exceptions = [.. part.List("exceptions").Select(each => new DetectionException(
                each.Required("detection"), each.Required("principal"), UntilText.Read(each)))],
            Thresholds = part.Members("thresholds").ToImmutableDictionary(
                each => each.Key,
                each => Threshold(each.Value),
                StringComparer.Ordinal),
            List = part.Map("list") is { } list ? List(list) : null,
        };
    }

    private static OwnDetectionList List(ContentPart part) =>
        part.Number("chunks") is > 0 and var chunks && part.Number("files") is > 0 and var files
            ? new OwnDetectionList(part.Required("hash"), chunks, files, part.Number("replaced"))
            : throw part.Refuse("names no list of detections");

    private static ThresholdSetting Threshold(ContentPart part)
    {
        var count = part.Number("count") ?? throw part.Refuse("has no count");
        var within = part.Duration("within");
        return count is >= 2 and <= Counting.Threshold.MaxCount
            && within is null or { TotalMinutes: >= 1 and <= Counting.Threshold.MaxMinutes }
                ? new ThresholdSetting(count, (int?)within?.TotalMinutes)
                : throw part.Refuse("is no threshold that can be counted");
    }

    private static ImmutableDictionary<string, DetectionStage> Stages(ContentPart part)
    {
        var stages = ImmutableDictionary.CreateBuilder<string, DetectionStage>(StringComparer.Ordinal);
        foreach (var stage in Enum.GetValues<DetectionStage>())
        {
            foreach (var id in part.Texts(stage.ToKebabCase()))
                stages[id] = stage;
        }

        return stages.ToImmutable();
    }
}
