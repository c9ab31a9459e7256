using System.Collections.Immutable;
using System.Text.Json;
using Watchkeeper.Cli.Asking;
using Watchkeeper.Cli.Usage;
using Watchkeeper.Detections;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Describing;

/// <summary><c>detections list</c>: prints one line for each detection.</summary>
internal sealed class DetectionList(Screen screen)
{
    /// <summary>Prints those that the filter includes.</summary>
    public void Show(ImmutableArray<DescribedDetection> all, DetectionFilter filter, bool asJson)
    {
        ImmutableArray<DescribedDetection> found = [.. all.Where(filter.Includes)];
        NoteUnknown(all, filter);
        if (asJson)
        {
            foreach (var one in found)
                screen.Raw(JsonSerializer.Serialize(DetectionLine.From(one), DescribingLines.Of.DetectionLine));
            return;
        }

        if (!found.IsEmpty)
            ShowTable([.. found.Select(DetectionLine.From)]);
        screen.Line(Sum(all, found));
    }

    private static string Sum(ImmutableArray<DescribedDetection> all, ImmutableArray<DescribedDetection> found)
    {
        var stages = Enum.GetValues<DetectionStage>()
            .Select(stage => (Stage: stage, Count: found.Count(one => one.Detection.Stage == stage)))
            .Where(each => each.Count > 0)
            .Select(each => $"{each.Count} {each.Stage.ToKebabCase()}");
        var parts = found.IsEmpty ? "" : $": {string.Join(", ", stages)}";
        var of = found.Length == all.Length ? "" : $"{found.Length} of ";
        return $"{of}{all.Length} detections{parts}";
    }

    // An empty list may be the answer, or the question may be misspelt.
    private void NoteUnknown(ImmutableArray<DescribedDetection> all, DetectionFilter filter)
    {
        var services = all.SelectMany(one => one.Services).Distinct(StringComparer.Ordinal).ToList();
        if (filter.Service is { } service
            && !services.Contains(PatternNames.ShortService(service), StringComparer.OrdinalIgnoreCase))
        {
            var question = Nearest.Question(PatternNames.ShortService(service), services);
            screen.Note($"no detection names the service {InertText.Shorten(service, Nearest.MaxLength)}{question}");
        }

        if (filter.Technique is { } technique && !all.Any(new DetectionFilter { Technique = technique }.Includes))
            screen.Note($"no detection cites the technique {technique}");
    }

    // Eighty columns hold an id and a readable title only if the rest shares a cell.
    private void ShowTable(ImmutableArray<DetectionLine> lines)
    {
        if (screen.IsNarrow)
        {
            screen.Table(["id", "severity", "title"], lines.Select(line => (IReadOnlyList<string>)
                [line.Id, line.Severity.ToUpperInvariant(), line.Stage == "on" ? line.Title : $"{line.Title} · {line.Stage}"]));
            return;
        }

        screen.Table(["id", "severity", "stage", "title", "services"], lines.Select(line => (IReadOnlyList<string>)
            [line.Id, line.Severity.ToUpperInvariant(), line.Stage, line.Title, string.Join(", ", line.Services)]));
    }
}
