using System.Collections.Immutable;
using System.Text;
using Shouldly;
using Watchkeeper.Detections;
using Watchkeeper.Detections.Cases;
using Xunit;

namespace Watchkeeper.Tests.Detections.Cases;

/// <summary>Tests of detections with a threshold: three different taps within ten minutes.</summary>
public sealed class ThresholdCasesTests
{
    private static readonly Detection Taps = Detection(
        """, "threshold": {"count": 3, "minutes": 10, "distinct": "detail.requestParameters.tap"} """);

    [Theory]
    [InlineData("""[{"times": 3}]""", null)]
    [InlineData("""[{"times": 2}]""", "its events do not reach the threshold, and should")]
    [InlineData("""[{"times": 3, "seconds": 300}]""", null)]
    [InlineData("""[{"times": 3, "seconds": 301}]""", "its events do not reach the threshold, and should")]
    [InlineData("""[{}, {"seconds": 900}, {"seconds": -600}, {"seconds": 300}]""", null)]
    [InlineData("""[{"event": {"detail": {"eventID": "one"}}, "times": 3}]""", "its events do not reach the threshold, and should")]
    [InlineData("""[{"event": {"detail": {"requestParameters": {"tap": "a"}}}, "times": 9}]""", "its events do not reach the threshold, and should")]
    [InlineData("""[{"event": {"detail": {"requestParameters": {"tap": ["a", "b", "c"]}}}}]""", null)]
    [InlineData("""[{"event": {"detail": {"userIdentity": {"userName": "user-{n}"}}}, "times": 3}]""", "its events do not reach the threshold, and should")]
    public void Events_of_a_positive_test_must_reach_the_threshold(string events, string? failure) =>
        Cases(events, "[{}]")[0].Run(Taps).ShouldBe(failure);

    [Fact]
    public void Events_of_a_negative_test_must_not_reach_it() =>
        Cases("[{}]", """[{"times": 5}]""").Single(one => one.Name == "several").Run(Taps)
            .ShouldBe("its event 3 reaches the threshold, and should not");

    [Fact]
    public void The_event_that_reaches_it_has_the_values_that_are_stated() =>
        (Cases("""[{"times": 3}]""", "[{}]")[0] with { Values = ["bob"] }).Run(Taps)
            .ShouldBe("the fingerprint's values are [alice], and should be [bob]");

    [Theory]
    [InlineData("7", "$.positive[0].events")]
    [InlineData("[]", "$.positive[0].events")]
    [InlineData("[7]", "$.positive[0].events[0]")]
    [InlineData("""[{"times": 0}]""", "$.positive[0].events[0].times")]
    [InlineData("""[{"times": 1001}]""", "$.positive[0].events[0].times")]
    [InlineData("""[{"seconds": 86401}]""", "$.positive[0].events[0].seconds")]
    [InlineData("""[{"minutes": 1}]""", "$.positive[0].events[0].minutes")]
    [InlineData("""[{"event": {"detail": null}}]""", "$.positive[0].events[0].event")]
    public void Wrong_events_are_refused_with_their_place(string events, string path) =>
        DetectionCases.Parse(Json(events, "[{}]"), Taps).Errors.Select(error => error.Path).ShouldBe([path]);

    [Fact]
    public void A_positive_test_of_one_event_cannot_show_that_a_threshold_is_reached() => DetectionCases.Parse(
        """
        {"positive": [{"name": "a", "event": {"detail": {}}}, {"name": "b", "event": {"detail": {}}}],
         "negative": [{"name": "c", "event": {"detail": {}}}, {"name": "d", "event": {"detail": {}}}]}
        """u8, Taps).Errors.Select(error => error.Path).ShouldBe(["$.positive[0]", "$.positive[1]"]);

    [Fact]
    public void Several_events_are_refused_for_a_detection_without_a_threshold() =>
        DetectionCases.Parse(Json("[{}]", "[{}]"), Detection("")).Errors.Select(error => error.Path).ShouldBe(
            ["$.positive[0].events", "$.positive[1].events", "$.negative[0].events"]);

    private static Detection Detection(string threshold) => DetectionParser.Parse(Encoding.UTF8.GetBytes(
        $$$"""
        {
          "id": "taps-opened", "title": "Taps were opened", "severity": "high", "description": "Water runs.",
          "runbook": "https://example.com/taps", "pattern": {"detail": {"eventName": ["OpenTap"]}},
          "fingerprint": ["detail.userIdentity.userName"]{{{threshold}}}
        }
        """)).Detection.ShouldNotBeNull();

    private static ImmutableArray<DetectionCase> Cases(string positive, string negative)
    {
        var cases = DetectionCases.Parse(Json(positive, negative), Taps);
        cases.Errors.ShouldBeEmpty();
        return cases.Cases;
    }

    private static byte[] Json(string positive, string negative) => Encoding.UTF8.GetBytes(
        $$$$"""
        {
          "base": {"detail": {
            "eventName": "OpenTap", "userIdentity": {"userName": "alice"}, "requestParameters": {"tap": "tap-{n}"} } },
          "positive": [{"name": "first", "events": {{{{positive}}}}}, {"name": "second", "events": [{"times": 3}]}],
          "negative": [{"name": "several", "events": {{{{negative}}}}}, {"name": "one", "event": {"detail": {"eventName": "Shut"} } }]
        }
        """);
}
