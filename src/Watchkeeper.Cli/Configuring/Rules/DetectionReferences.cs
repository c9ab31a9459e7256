using Watchkeeper.Cli.Configuring.Values;
using Watchkeeper.Cli.Usage;
using Watchkeeper.Detections;

namespace Watchkeeper.Cli.Configuring.Rules;

/// <summary>Every detection that is named exists, and has one stage.</summary>
internal static class DetectionReferences
{
    private static readonly string[] Stages = ["off", "staged", "on"];

    public static void Check(CheckedMap root, DateTimeOffset today, ProblemSink problems)
    {
        if (root.Map("detections") is not { } detections)
            return;
        var own = detections.Texts("files").Any();
        var named = Stages.SelectMany(detections.Texts)
            .Concat(detections.Maps("exceptions").Select(exception => exception.Text("detection")).OfType<CheckedText>())
            .Select(text => (text.Value, text.Position, text.Path))
            .Concat((detections.Map("thresholds")?.Members ?? []).Select(each => (each.Name, each.Position, each.Value.Path)));
        foreach (var (id, position, path) in named)
        {
            if (DetectionCatalogue.Has(id))
                continue;
            var reason = $"is «{id}», and there is no such detection{Nearest.Question(id, DetectionCatalogue.Ids)}";
            if (own)
                problems.Warn(position, path, $"{reason} It may be one of your own files.");
            else
                problems.Error(position, path, reason);
        }

        var first = new Dictionary<string, CheckedText>(StringComparer.Ordinal);
        foreach (var id in Stages.SelectMany(detections.Texts))
        {
            if (!first.TryAdd(id.Value, id))
            {
                problems.Error(
                    id.Position, id.Path, $"is «{id.Value}», which has a stage in line {first[id.Value].Position.Line} already");
            }
        }

        foreach (var (id, position, path) in (detections.Map("thresholds")?.Members ?? [])
            .Select(each => (each.Name, each.Position, each.Value.Path)))
        {
            if (DetectionCatalogue.Has(id) && DetectionCatalogue.All.First(each => each.Id == id).Threshold is null)
                problems.Error(position, path, $"«{id}» counts nothing: it opens an incident at the first call");
        }
    }
}
