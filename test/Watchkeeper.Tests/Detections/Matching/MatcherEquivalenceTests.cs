using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using CsCheck;
using Shouldly;
using Watchkeeper.Detections;
using Watchkeeper.Patterns.Indexing;
using Xunit;

namespace Watchkeeper.Tests.Detections.Matching;

/// <summary>The matcher's answer is that of evaluating each detection by itself.</summary>
public sealed class MatcherEquivalenceTests
{
    [Fact]
    public void Random_detections_match_random_events_as_each_does_by_itself()
    {
        var (events, matches, undone, spared) = (0, 0, 0, 0);
        Gen.Select(RandomDetections.File.Array[1, 12], RandomEvents.Record.Array[8]).Sample(
            (makers, records) =>
            {
                var detections = makers.Select((make, position) => RandomDetections.Parse(make(position))).ToImmutableArray();
                var matcher = new DetectionMatcher(detections);
                var late = Late(detections);
                foreach (var record in records)
                {
                    var json = RandomEvents.Envelope(record);
                    var (found, ended) = Check(matcher, detections, json, record);
                    Check(late, detections, json, record).ShouldBe((found, ended));
                    Interlocked.Increment(ref events);
                    Interlocked.Add(ref matches, found);
                    Interlocked.Add(ref undone, ended);
                    Interlocked.Add(ref spared, matcher.MayMatch(json) ? 0 : 1);
                }
            },
            iter: 3_000);

        // The samples prove something only if all outcomes are common.
        matches.ShouldBeGreaterThan(events / 20);
        undone.ShouldBeGreaterThan(events / 40);
        spared.ShouldBeGreaterThan(events / 40);
    }

    [Fact]
    public void An_event_that_cannot_be_read_in_one_pass_is_evaluated()
    {
        var matcher = new DetectionMatcher([]);
        matcher.MayMatch("{}"u8).ShouldBeFalse();

        var detection = RandomDetections.Parse(RandomDetections.File.Single()(0));
        var some = new DetectionMatcher([detection with { Stage = DetectionStage.On }]);
        some.MayMatch("{\"detail\":{"u8).ShouldBeTrue();
        some.MayMatch(""u8).ShouldBeTrue();
        some.MayMatchRecord("{]"u8).ShouldBeTrue();
    }

    // As a function has it: the index from a file, each detection loaded when it is needed.
    private static DetectionMatcher Late(ImmutableArray<Detection> detections)
    {
        var builder = new PatternIndexBuilder();
        DetectionIndexFile.Read(Encoding.UTF8.GetBytes(DetectionIndexWriter.Write(detections, _ => default)), builder)
            .ShouldBe(detections.Select(detection => detection.Id));
        return DetectionMatcher.From([.. detections.Select(DetectionSource.From)], builder.Build(), [], []);
    }

    private static (int Matches, int Undone) Check(
        DetectionMatcher matcher, ImmutableArray<Detection> detections, byte[] json, byte[] record)
    {
        var element = JsonElement.Parse(json);
        var evaluated = detections.Where(one => one.Stage is not DetectionStage.Off).ToList();
        var expected = evaluated.Select(one => DetectionMatch.Find(one, element)).OfType<DetectionMatch>().Select(Text).ToList();
        var expectedUndone = evaluated.Select(one => UndoneMatch.Find(one, element)).OfType<UndoneMatch>()
            .Select(one => one.Detection.Id).ToList();
        var note = Encoding.Latin1.GetString(json);

        matcher.Match(element).Select(Text).ShouldBe(expected, note);
        matcher.Undone(element).Select(one => one.Detection.Id).ShouldBe(expectedUndone, note);
        if (expected.Count + expectedUndone.Count > 0)
        {
            matcher.MayMatch(json).ShouldBeTrue(note);
            matcher.MayMatchRecord(record).ShouldBeTrue(note);
        }

        return (expected.Count, expectedUndone.Count);
    }

    private static string Text(DetectionMatch match) => $"{match.Detection.Id} {match.Severity} {match.ErrorCode}";
}
