using System.Text;
using System.Text.Json;
using Shouldly;
using Watchkeeper.Detections;
using Xunit;

namespace Watchkeeper.Tests.Detections.Matching;

public sealed class StageTests
{
    private const string Opened = """{"detail":{"eventName":"OpenTap"}}""";
    private const string Closed = """{"detail":{"eventName":"CloseTap"}}""";

    [Theory]
    [InlineData(DetectionStage.On, 1, 1)]
    [InlineData(DetectionStage.Staged, 0, 1)]
    [InlineData(DetectionStage.Off, 0, 0)]
    public void A_stage_decides_whether_a_match_is_seen_and_whether_it_becomes_a_signal(
        DetectionStage stage, int signals, int findings)
    {
        var matcher = new DetectionMatcher([Tap(stage)]);

        matcher.Match(JsonElement.Parse(Opened)).Length.ShouldBe(findings);
        matcher.MayMatch(Encoding.UTF8.GetBytes(Opened)).ShouldBe(findings > 0);
        matcher.Signals(Trail(Opened)).Length.ShouldBe(signals);
        matcher.Findings(Trail(Opened)).Select(one => one.Detection.Stage).ShouldBe(Enumerable.Repeat(stage, findings));
        matcher.Undone(JsonElement.Parse(Closed)).Length.ShouldBe(findings);
        matcher.Signals(Trail(Closed)).Length.ShouldBe(signals);
        matcher.Findings(Trail(Closed)).ShouldBeEmpty();
    }

    private static Detection Tap(DetectionStage stage) => DetectionParser.Parse(
        """
        {"id":"tap-opened","title":"A tap was opened","description":"Water runs.","severity":"high",
        "runbook":"https://example.com/",
        "pattern":{"detail":{"eventName":["OpenTap"]}},"undone":{"pattern":{"detail":{"eventName":["CloseTap"]}}}}
        """u8).Detection.ShouldNotBeNull() with
    {
        Stage = stage,
    };

    private static TrailEvent Trail(string json) => new()
    {
        Envelope = JsonElement.Parse(json),
        EventId = "e-1",
        Api = "water:OpenTap",
        OccurredAt = DateTimeOffset.UnixEpoch,
        Account = "123456789012",
        Region = "eu-central-1",
        Actor = "a",
        SourceAddress = "192.0.2.10",
    };
}
