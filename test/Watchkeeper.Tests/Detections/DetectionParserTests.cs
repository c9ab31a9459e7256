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
          "resource": "detail.requestParameters.tap",
          "tests": {
            "positive": [{"name": "a tap", "event": {"detail": {"eventName": "OpenTap"}}, "values": ["", ""]}],
            "negative": [{"name": "a door", "event": {"detail": {"eventName": "OpenDoor"}}}]
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
        detection.Cases.Select(one => (one.Name, one.Matches)).ShouldBe([("a tap", true), ("a door", false)]);
    }

    [Fact]
    public void Every_error_is_told_at_once_with_its_place()
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

    [Fact]
    public void An_empty_object_misses_all_that_must_be_there() =>
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
    public void What_is_no_detection_is_refused(string text) => Parse(text).Errors.ShouldNotBeEmpty();

    [Fact]
    public void Bytes_that_are_no_text_are_refused() => DetectionParser.Parse([0x7b, 0xff, 0x7d]).Errors.Single().Path.ShouldBe("$");

    [Fact]
    public void A_file_deeper_than_any_is_refused() =>
        Parse(new string('[', 10_000) + new string(']', 10_000)).Errors.Single().Path.ShouldBe("$");

    [Fact]
    public void A_damaged_file_is_refused_or_read_and_never_throws()
    {
        var whole = Encoding.UTF8.GetBytes(Good);
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
        });
    }

    private static DetectionParseResult Parse(string json) => DetectionParser.Parse(Encoding.UTF8.GetBytes(json));
}
