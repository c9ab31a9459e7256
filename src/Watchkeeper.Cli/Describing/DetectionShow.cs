using System.Collections.Immutable;
using System.Text.Json;
using Watchkeeper.Cli.Asking;
using Watchkeeper.Cli.Usage;
using Watchkeeper.Detections;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Describing;

/// <summary><c>detections show ID</c>: prints everything about one detection.</summary>
internal sealed class DetectionShow(Screen screen)
{
    /// <summary>Prints the detection; false if there is none with this id.</summary>
    public bool Show(ImmutableArray<DescribedDetection> all, string id, bool inChinese, bool asJson)
    {
        if (all.FirstOrDefault(one => one.Detection.Id == id) is not { } described)
        {
            var known = all.Select(one => one.Detection.Id);
            screen.Note($"There is no detection «{InertText.Shorten(id, Nearest.MaxLength)}»{Nearest.Question(id, known)}");
            return false;
        }

        var tests = DetectionTest.In(described, screen);
        var report = DetectionReport.From(described, TextsOf(described.Detection, inChinese), tests);
        if (asJson)
            screen.Raw(JsonSerializer.Serialize(report, DescribingLines.Of.DetectionReport));
        else
            new DetectionText(screen).Show(described, report);
        return true;
    }

    // What a translation leaves out is shown in English.
    private DetectionTexts TextsOf(Detection detection, bool inChinese)
    {
        var english = detection.Texts;
        if (!inChinese)
            return english;
        if (detection.Chinese is { } chinese)
        {
            return chinese with
            {
                Response = chinese.Response.Length > 0 ? chinese.Response : english.Response,
                FalsePositives = chinese.FalsePositives.Length > 0 ? chinese.FalsePositives : english.FalsePositives,
            };
        }

        screen.Note($"{detection.Id} has no Chinese texts");
        return english;
    }
}
