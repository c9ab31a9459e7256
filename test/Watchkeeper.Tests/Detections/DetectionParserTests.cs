using System.Text;
using CsCheck;
using Shouldly;
using Watchkeeper.Detections;
using Watchkeeper.Signals;
using Xunit;

namespace Watchkeeper.Tests.Detections;

public sealed class DetectionParserTests
{
    private const string Good =
        """
        {
          "id": "tap-opened", "title": "A tap was opened", "severity": "high", "attempts": "low",
          "description": "Water runs.", "runbook": "https://example.com/taps",
          "pattern": {"detail": {"eventName": ["OpenTap"]}},
          "decode": ["detail.requestParameters.policy"],
          "different": ["detail.userIdentity.userName", "detail.requestParameters.owner"],
          "fingerprint": ["detail.awsRegion", ["detail.requestParameters.tap", "detail.requestParameters.name"]],
          "act": ["detail.requestParameters.pressure"],
          "resource": "detail.requestParameters.tap",
          "undone": {
            "pattern": {"detail": {"eventName": ["CloseTap"]}},
            "unless": {"detail": {"requestParameters": {"partly": [true]}}},
            "fingerprint": ["detail.awsRegion", "detail.requestParameters.taps"]
          },
          "tests": {
            "positive": [{"name": "a tap", "event": {"detail": {"eventName": "OpenTap"}}, "values": ["", ""], "act": [""]}],
            "negative": [{"name": "a door", "event": {"detail": {"eventName": "OpenDoor"}}}],
            "undoing": [{"name": "it is closed", "event": {"detail": {"eventName": "CloseTap"}}, "values": ["", ""]}],
            "leaving": [{"name": "a door is closed", "event": {"detail": {"eventName": "CloseDoor"}}}]
          }
        }
        """;

    [Fact]
    public void A_whole_file_is_read()
    {
        var detection = Parse(Good).Detection.ShouldNotBeNull();

        detection.Id.ShouldBe("tap-opened");
        detection.Severity.ShouldBe(Severity.High);
        detection.Attempts.ShouldBe(Severity.Low);
        detection.EventNames.ShouldBe(["OpenTap"]);
        detection.Fingerprint.Select(path => path.ToString())
            .ShouldBe(["detail.awsRegion", "detail.requestParameters.tap|detail.requestParameters.name"]);
        detection.Different.ShouldNotBeNull().Other.ToString().ShouldBe("detail.requestParameters.owner");
        detection.Act.Single().ToString().ShouldBe("detail.requestParameters.pressure");
        var undoing = detection.Undone.ShouldHaveSingleItem();
        undoing.EventNames.ShouldBe(["CloseTap"]);
        undoing.Unless.ShouldNotBeNull();
        undoing.Fingerprint.Select(path => path.ToString()).ShouldBe(["detail.awsRegion", "detail.requestParameters.taps"]);
        detection.Cases.Select(one => (one.Name, one.Expected)).ShouldBe(
            [
                ("a tap", DetectionOutcome.Match), ("a door", DetectionOutcome.NoMatch),
                ("it is closed", DetectionOutcome.Undone),
                ("a door is closed", DetectionOutcome.NotUndone),
            ]);
        detection.Cases.ShouldAllBe(one => one.Run(detection) == null);
    }

    [Fact]
    public void Every_error_is_reported_at_once_with_its_place()
    {
        var parsed = Parse(
            """
            {
              "id": "Tap", "title": 7, "severity": "awful", "attempts": "much", "description": "a\nb", "runbook": "http://x",
              "patern": {}, "pattern": {"detail": {"eventName": "OpenTap"}}, "decode": "x", "different": ["a"],
              "fingerprint": ["a..b", 3, ["c"]], "resource": [],
              "tests": {"positive": [], "negative": [7, {"name": "", "event": {}, "values": []}], "maybe": []}
            }
            """);

        parsed.Detection.ShouldBeNull();
        parsed.Errors.Select(error => error.Path).ShouldBe(
            [
                "$.patern", "$.pattern.detail.eventName", "$.different", "$.id", "$.title", "$.severity", "$.attempts",
                "$.description", "$.runbook", "$.decode", "$.fingerprint[0]", "$.fingerprint[1]", "$.resource", "$.tests.maybe",
                "$.tests.positive", "$.tests.negative[0]", "$.tests.negative[1].values", "$.tests.negative[1].name",
                "$.tests.negative[1].event",
            ],
            ignoreOrder: false);
        parsed.Errors.ShouldAllBe(error => error.Reason.Length > 0 && !error.Reason.Contains('\n', StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"undone\": 7", "$.undone")]
    [InlineData("\"undone\": [7]", "$.undone[0]")]
    [InlineData("\"undone\": {}", "$.undone.pattern")]
    [InlineData("\"undone\": {\"pattern\": {\"detail\": {\"awsRegion\": [\"r\"]}}}", "$.undone.pattern")]
    [InlineData(
        "\"undone\": {\"pattern\": {\"detail\": {\"eventName\": [\"A\"]}}, \"fingerprint\": [\"a\"]}", "$.undone.fingerprint")]
    [InlineData("\"undone\": {\"pattern\": {\"detail\": {\"eventName\": [\"A\"]}}, \"unles\": {}}", "$.undone.unles")]
    [InlineData("\"undone\": {\"pattern\": {\"detail\": {\"eventName\": [\"A\"]}}, \"unless\": {\"a\": 1}}", "$.undone.unless.a")]
    [InlineData("\"act\": [\"a..b\"]", "$.act[0]")]
    public void An_error_in_an_act_or_its_undoing_is_reported_with_its_place(string member, string path)
    {
        var name = member.Split('"')[1];
        var from = Good.IndexOf($"\"{name}\": {(name == "act" ? '[' : '{')}", StringComparison.Ordinal);
        var to = Good.IndexOf(name == "act" ? "\"resource\"" : "\"tests\"", from, StringComparison.Ordinal);

        var parsed = Parse($"{Good[..from]}{member}, {Good[to..]}");

        parsed.Errors.ShouldHaveSingleItem().Path.ShouldBe(path);
    }

    [Theory]
    [InlineData("undoing")]
    [InlineData("leaving")]
    public void An_undoing_must_have_an_example_that_ends_the_incident_and_one_that_does_not(string tests) =>
        Parse(Good.Replace($"\"{tests}\": [", "\"ignored\": [", StringComparison.Ordinal)).Errors.Select(error => error.Path)
            .ShouldBe(["$.tests.ignored", $"$.tests.{tests}"]);

    [Fact]
    public void A_case_with_another_result_than_expected_reports_the_difference()
    {
        var detection = Parse(Good).Detection.ShouldNotBeNull();
        var (opened, _, closed, other) = (detection.Cases[0], detection.Cases[1], detection.Cases[2], detection.Cases[3]);

        (opened with { ActValues = ["high"] }).Run(detection).ShouldBe("the act's values are [], and should be [high]");
        (closed with { Values = ["r", "t"] }).Run(detection).ShouldBe("the fingerprint's values are [, ], and should be [r, t]");
        (other with { Expected = DetectionOutcome.Undone }).Run(detection).ShouldBe("it does not undo the act, and should");
        (closed with { Expected = DetectionOutcome.NotUndone }).Run(detection).ShouldBe("it undoes the act, and should not");
    }

    [Fact]
    public void An_empty_object_lacks_every_required_member() =>
        Parse("{}").Errors.Select(error => error.Path)
            .ShouldBe(["$.pattern", "$.id", "$.title", "$.severity", "$.description", "$.runbook", "$.tests"]);

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"id\":\"a\",\"id\":\"b\"}")]
    [InlineData("{\"id\":\"\\ud800\"}")]
    [InlineData("{\"\\ud800\":1}")]
    [InlineData("{} {}")]
    public void JSON_that_is_no_detection_is_refused(string text) => Parse(text).Errors.ShouldNotBeEmpty();

    [Fact]
    public void Bytes_that_are_no_text_are_refused() =>
        DetectionParser.Parse([0x7b, 0xff, 0x7d]).Errors.Single().Path.ShouldBe("$");

    [Fact]
    public void A_file_that_nests_too_deep_is_refused() =>
        Parse(new string('[', 10_000) + new string(']', 10_000)).Errors.Single().Path.ShouldBe("$");

    [Fact]
    public void A_damaged_file_is_refused_or_read_and_never_throws()
    {
        var whole = Encoding.UTF8.GetBytes(Good);
        var (accepted, refused) = (0, 0);
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte, Gen.Int[0, 3]).Sample((at, value, how) =>
        {
            byte[] damaged = how switch
            {
                0 => [.. whole[..at], value, .. whole[(at + 1)..]],
                1 => [.. whole[..at], .. whole[(at + 1)..]],
                2 => [.. whole[..at], value, .. whole[at..]],
                _ => whole[..at],
            };
            var parsed = DetectionParser.Parse(damaged);
            parsed.IsAccepted.ShouldBe(parsed.Errors.IsEmpty);
            _ = parsed.IsAccepted ? Interlocked.Increment(ref accepted) : Interlocked.Increment(ref refused);
        },
        iter: 1_000);

        accepted.ShouldBeGreaterThan(20);
        refused.ShouldBeGreaterThan(200);
    }

    private static DetectionParseResult Parse(string json) => DetectionParser.Parse(Encoding.UTF8.GetBytes(json));
}
