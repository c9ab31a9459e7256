using Watchkeeper.Cli.Configuring.Values;
using Watchkeeper.Cli.Usage;
using Watchkeeper.Cli.Yaml;
using Watchkeeper.Detections;

namespace Watchkeeper.Cli.Configuring.Rules;

/// <summary>Every detection that is named exists, and has one stage; one with a threshold counts.</summary>
internal static class DetectionReferences
{
    private static readonly string[] Stages = ["off", "staged", "on"];

    /// <summary>Checks them.</summary>
    /// <param name="root">The file.</param>
    /// <param name="own">The user's own detections; null if the file names none, or if they could not be read.</param>
    /// <param name="problems">What is found.</param>
    public static void Check(CheckedMap root, IEnumerable<Detection>? own, ProblemSink problems)
    {
        if (root.Map("detections") is not { } detections)
            return;
        var known = DetectionCatalogue.All.ToDictionary(each => each.Id, StringComparer.Ordinal);
        foreach (var detection in own ?? [])
            known[detection.Id] = detection;
        CheckIds(detections, known, isComplete: own is not null || !detections.Has("files"), problems);
        CheckStages(detections, problems);
        foreach (var (id, position, path) in Thresholds(detections))
        {
            if (known.TryGetValue(id, out var counting) && counting.Threshold is null)
                problems.Error(position, path, $"«{id}» counts nothing: it opens an incident at the first call");
        }
    }

    private static void CheckIds(
        CheckedMap detections, Dictionary<string, Detection> known, bool isComplete, ProblemSink problems)
    {
        var named = Stages.SelectMany(detections.Texts)
            .Concat(detections.Maps("exceptions").Select(exception => exception.Text("detection")).OfType<CheckedText>())
            .Select(text => (text.Value, text.Position, text.Path))
            .Concat(Thresholds(detections));
        foreach (var (id, position, path) in named)
        {
            if (known.ContainsKey(id))
                continue;
            var reason = $"is «{id}», and there is no such detection{Nearest.Question(id, [.. known.Keys])}";
            if (isComplete)
                problems.Error(position, path, reason);
            else
                problems.Warn(position, path, $"{reason} It may be one of your own files.");
        }
    }

    private static void CheckStages(CheckedMap detections, ProblemSink problems)
    {
        var first = new Dictionary<string, CheckedText>(StringComparer.Ordinal);
        foreach (var id in Stages.SelectMany(detections.Texts))
        {
            if (!first.TryAdd(id.Value, id))
            {
                problems.Error(
                    id.Position, id.Path, $"is «{id.Value}», which has a stage in line {first[id.Value].Position.Line} already");
            }
        }
    }

    private static IEnumerable<(string Id, FilePosition Position, string Path)> Thresholds(CheckedMap detections) =>
        (detections.Map("thresholds")?.Members ?? []).Select(each => (each.Name, each.Position, each.Value.Path));
}
