using System.Text;
using Shouldly;
using Watchkeeper.Detections;
using Watchkeeper.Detections.Cases;
using Watchkeeper.Signals;
using Xunit;

namespace Watchkeeper.Tests.Detections.Cases;

public sealed class DetectionCasesTests
{
    private const string Rule =
        """
        {
          "id": "tap-opened", "title": "A tap was opened", "severity": "high", "attempts": "low", "description": "Water runs.",
          "runbook": "https://example.com/taps", "pattern": {"detail": {"eventName": ["OpenTap"]}},
          "fingerprint": ["detail.requestParameters.tap"], "act": ["detail.requestParameters.pressure"],
          "undone": {"pattern": {"detail": {"eventName": ["CloseTap"]}}}
        }
        """;

    private const string Good =
        """
        {
          "base": {"detail": {"eventName": "OpenTap", "requestParameters": {"tap": "kitchen", "pressure": 3}}},
          "positive": [
            {"name": "a tap", "event": {}, "values": ["kitchen"], "act": ["3"], "severity": "high"},
            {"name": "an attempt", "event": {"detail": {"errorCode": "AccessDenied", "requestParameters": {"pressure": null}}},
             "act": [""], "severity": "low"}
          ],
          "negative": [
            {"name": "a door", "event": {"detail": {"eventName": "OpenDoor"}}},
            {"name": "no such tap", "event": {"detail": {"errorCode": "TapNotFound"}}}
          ],
          "undoing": [{"name": "closed", "event": {"detail": {"eventName": "CloseTap"}}, "values": ["kitchen"]}],
          "leaving": [{"name": "half", "event": {"detail": {"eventName": "TurnTap", "requestParameters": {"turns": [1, 2]}}}}]
        }
        """;

    private static readonly Detection Tap = DetectionParser.Parse(Encoding.UTF8.GetBytes(Rule)).Detection!;

    [Fact]
    public void The_events_of_the_tests_are_changes_to_the_base()
    {
        var cases = Read(Good);

        cases.Errors.ShouldBeEmpty();
        cases.Cases.Select(one => (one.Name, one.Expected)).ShouldBe(
        [
            ("a tap", DetectionOutcome.Match), ("an attempt", DetectionOutcome.Match), ("a door", DetectionOutcome.NoMatch),
            ("no such tap", DetectionOutcome.NoMatch), ("closed", DetectionOutcome.Undone), ("half", DetectionOutcome.NotUndone),
        ]);
        cases.Cases.ShouldAllBe(one => one.Run(Tap) == null);
        cases.Cases[1].Event.GetRawText()
            .ShouldBe("""{"detail":{"eventName":"OpenTap","errorCode":"AccessDenied","requestParameters":{"tap":"kitchen"}}}""");
        cases.Cases[5].Event.GetRawText().ShouldContain("""{"tap":"kitchen","pressure":3,"turns":[1,2]}""");
    }

    [Fact]
    public void Without_a_base_each_test_has_its_whole_event() =>
        Read("""
            {
              "positive": [{"name": "a", "event": {"detail": {}}}, {"name": "b", "event": {"detail": {}}}],
              "negative": [{"name": "c", "event": {"detail": {}}}, {"name": "d", "event": {"detail": {}}}],
              "undoing": [{"name": "e", "event": {"detail": {}}}], "leaving": [{"name": "f", "event": {"detail": {}}}]
            }
            """).Cases.Length.ShouldBe(6);

    [Fact]
    public void A_case_with_another_result_than_expected_reports_the_difference()
    {
        var cases = Read(Good).Cases;

        (cases[0] with { ActValues = ["high"] }).Run(Tap).ShouldBe("the act's values are [3], and should be [high]");
        (cases[0] with { Severity = Severity.Low }).Run(Tap).ShouldBe("the severity is high, and should be low");
        (cases[2] with { Expected = DetectionOutcome.Match }).Run(Tap).ShouldBe("it does not match, and should");
        (cases[0] with { Expected = DetectionOutcome.NoMatch }).Run(Tap).ShouldBe("it matches, and should not");
        (cases[4] with { Values = ["bath"] }).Run(Tap)
            .ShouldBe("the fingerprint's values are [kitchen], and should be [bath]");
        (cases[5] with { Expected = DetectionOutcome.Undone }).Run(Tap).ShouldBe("it does not undo the act, and should");
        (cases[4] with { Expected = DetectionOutcome.NotUndone }).Run(Tap).ShouldBe("it undoes the act, and should not");
    }

    [Fact]
    public void Every_error_is_reported_at_once_with_its_place() =>
        Read("""
            {
              "positive": [{"name": "a", "event": {"detail": {}}}],
              "negative": [7, {"name": "", "event": {}, "values": []}],
              "undoing": [], "leaving": [{"name": "x", "event": {"detail": {}}, "severity": "low"}], "maybe": []
            }
            """).Errors.Select(error => error.Path).ShouldBe(
            [
                "$.maybe", "$.positive", "$.negative[0]", "$.negative[1].values", "$.negative[1].name", "$.negative[1].event",
                "$.undoing", "$.leaving[0].severity",
            ],
            ignoreOrder: true);

    [Theory]
    [InlineData("undoing")]
    [InlineData("leaving")]
    public void An_undoing_must_have_an_example_that_ends_the_incident_and_one_that_does_not(string tests) =>
        Read(Good.Replace($"\"{tests}\": [", "\"ignored\": [", StringComparison.Ordinal)).Errors.Select(error => error.Path)
            .ShouldBe(["$.ignored", $"$.{tests}"]);

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"positive\":1,\"positive\":2}")]
    [InlineData("{\"\\ud800\":1}")]
    [InlineData("{} {}")]
    public void JSON_that_is_no_file_of_tests_is_refused(string text) => Read(text).Errors.ShouldNotBeEmpty();

    [Fact]
    public void Bytes_that_are_no_text_are_refused() => DetectionCases.Parse([0x7b, 0xff, 0x7d], Tap).Errors.ShouldNotBeEmpty();

    private static DetectionCases Read(string json) => DetectionCases.Parse(Encoding.UTF8.GetBytes(json), Tap);
}
