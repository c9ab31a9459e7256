using System.Text;
using System.Text.Json;
using Shouldly;
using Watchkeeper.Cli.Detecting;
using Watchkeeper.Detections;
using Watchkeeper.Detections.Cases;
using Xunit;

namespace Watchkeeper.Cli.Tests.Detecting;

/// <summary>All built-in detections together, over the events of all their tests.</summary>
public sealed class PackMatcherTests
{
    private static readonly DetectionMatcher Matcher = new(DetectionCatalogue.All);

    [Fact]
    public void Every_event_of_the_tests_matches_what_each_detection_matches_by_itself()
    {
        var atStart = DetectionCatalogue.CreateMatcher([]);
        var active = DetectionCatalogue.All.Where(one => one.Stage is not DetectionStage.Off).ToList();
        var matches = 0;
        foreach (var json in DetectionFiles.BuiltIn().SelectMany(Events))
        {
            var expected = active.Where(one => DetectionMatch.Find(one, json) is not null).Select(one => one.Id).ToList();
            var undone = active.Where(one => UndoneMatch.Find(one, json) is not null).Select(one => one.Id).ToList();

            foreach (var matcher in new[] { Matcher, atStart })
            {
                matcher.Match(json).Select(match => match.Detection.Id).ShouldBe(expected, json.GetRawText());
                matcher.Undone(json).Select(match => match.Detection.Id).ShouldBe(undone, json.GetRawText());
            }

            if (expected.Count + undone.Count > 0)
                Matcher.MayMatchRecord(Encoding.UTF8.GetBytes(json.GetProperty("detail").GetRawText())).ShouldBeTrue();
            matches += expected.Count;
        }

        matches.ShouldBeGreaterThan(active.Count);
    }

    private static IEnumerable<JsonElement> Events(DetectionFile file) => DetectionCases.Parse(
            file.Tests.ShouldNotBeNull().Span, DetectionParser.Parse(file.Rule.Span).Detection.ShouldNotBeNull())
        .Cases.Select(one => one.Event);
}
