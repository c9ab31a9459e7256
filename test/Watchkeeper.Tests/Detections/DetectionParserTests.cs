using System.Text;
using CsCheck;
using Shouldly;
using Watchkeeper.Detections;
using Watchkeeper.Detections.Conditions;
using Watchkeeper.Signals;
using Xunit;

namespace Watchkeeper.Tests.Detections;

public sealed class DetectionParserTests
{
    private const string Good =
        """
        {
          "id": "tap-opened", "title": "A tap was opened", "severity": "high", "attempts": "low",
          "description": "Water runs.", "response": "Close it.", "falsePositives": "A plumber.", "stage": "staged", "lowerable": true,
          "zh": {"title": "水龙头被打开", "description": "水在流。"},
          "runbook": "https://example.com/taps", "reference": "https://example.com/api/OpenTap",
          "techniques": ["T1485", "T1098.001"], "controls": ["4.16", "2.1.4"],
          "pattern": {"detail": {"eventName": ["OpenTap"]}},
          "unless": {"detail": {"requestParameters": {"tap": ["garden"]}}},
          "where": [
            {"at": "detail.requestParameters.network", "is": "everybody-network"},
            {"any": [
              {"each": "detail.requestParameters.taps", "matching": {"hot": [true]}, "at": ["owner", "user"], "is-not": "foreign-account"},
              {"at": "detail.requestParameters.policy", "is": "public-policy"},
              {"each": "detail", "matching": {"eventName": ["OpenTap"]}}
            ]}
          ],
          "decode": ["detail.requestParameters.policy"],
          "different": ["detail.userIdentity.userName", "detail.requestParameters.owner"],
          "fingerprint": ["detail.awsRegion", ["detail.requestParameters.tap", "detail.requestParameters.name"]],
          "act": ["detail.requestParameters.pressure"],
          "resource": "detail.requestParameters.tap",
          "undone": {
            "pattern": {"detail": {"eventName": ["CloseTap"]}},
            "unless": {"detail": {"requestParameters": {"partly": [true]}}},
            "fingerprint": ["detail.awsRegion", "detail.requestParameters.taps"]
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
        detection.Texts.ShouldBe(new DetectionTexts("A tap was opened", "Water runs.", "Close it.", "A plumber."));
        detection.Chinese.ShouldBe(new DetectionTexts("水龙头被打开", "水在流。"));
        detection.Stage.ShouldBe(DetectionStage.Staged);
        detection.IsLowerable.ShouldBeTrue();
        detection.Reference.ShouldBe("https://example.com/api/OpenTap");
        detection.Techniques.ShouldBe(["T1485", "T1098.001"]);
        detection.Controls.ShouldBe(["4.16", "2.1.4"]);
        detection.Unless.ShouldNotBeNull();
        detection.Where.Select(condition => condition.Any.Length).ShouldBe([0, 3]);
        var each = detection.Where[1].Any[0];
        each.IsNegated.ShouldBeTrue();
        each.Is.ShouldBe(Meaning.ForeignAccount);
        each.Matching.ShouldNotBeNull();
        each.At.Select(path => path.ToString()).ShouldBe(["owner", "user"]);
        detection.Where[1].Any[2].Matching.ShouldNotBeNull();
        detection.Where[1].Any[2].At.ShouldBeEmpty();
    }

    [Fact]
    public void Every_error_is_reported_at_once_with_its_place()
    {
        var parsed = Parse(
            """
            {
              "id": "Tap", "title": 7, "severity": "awful", "attempts": "much", "description": "a\nb", "runbook": "http://x",
              "patern": {}, "pattern": {"detail": {"eventName": "OpenTap"}}, "decode": "x", "different": ["a"],
              "fingerprint": ["a..b", 3, ["c"]], "resource": [], "stage": "half", "reference": "page", "zh": {"title": ""},
              "techniques": ["T1", "T1098.1", 7], "controls": "4.16", "tests": {},
              "where": [7, {"at": "a"}, {"at": "a", "is": "open"}, {"at": [], "is": "public-policy", "matching": {}}, {"any": []},
                {"each": "a", "is": "public-policy"}, {"each": "a"}]
            }
            """);

        parsed.Detection.ShouldBeNull();
        parsed.Errors.Select(error => error.Path).ShouldBe(
            [
                "$.patern", "$.tests", "$.pattern.detail.eventName", "$.different", "$.severity", "$.id", "$.title",
                "$.description", "$.zh.title", "$.zh.description", "$.attempts", "$.stage", "$.runbook", "$.reference",
                "$.techniques[0]", "$.techniques[1]", "$.techniques[2]", "$.controls", "$.decode", "$.where[0]", "$.where[1]",
                "$.where[1].is-not", "$.where[2].is", "$.where[3].matching", "$.where[3].matching", "$.where[3].at", "$.where[4].any",
                "$.where[5].at", "$.where[6]", "$.where[6].at", "$.where[6].is-not",
                "$.fingerprint[0]", "$.fingerprint[1]", "$.resource",
            ],
            ignoreOrder: true);
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
        var rest = name == "act" ? $", {Good[Good.IndexOf("\"resource\"", from, StringComparison.Ordinal)..]}" : "}";

        var parsed = Parse($"{Good[..from]}{member}{rest}");

        parsed.Errors.ShouldHaveSingleItem().Path.ShouldBe(path);
    }

    [Theory]
    [InlineData("\"lowerable\": \"yes\"")]
    [InlineData("\"lowerable\": null")]
    [InlineData("\"lowerable\": true, \"severity\": \"critical\"")]
    public void What_is_critical_cannot_be_lowered_nor_anything_by_another_word_than_true(string members)
    {
        var text = Good.Replace("\"lowerable\": true", members, StringComparison.Ordinal);
        if (members.Contains("severity", StringComparison.Ordinal))
            text = text.Replace("\"severity\": \"high\", ", "", StringComparison.Ordinal);

        Parse(text).Errors.ShouldHaveSingleItem().Path.ShouldBe("$.lowerable");
    }

    [Fact]
    public void An_empty_object_lacks_every_required_member() =>
        Parse("{}").Errors.Select(error => error.Path)
            .ShouldBe(["$.pattern", "$.severity", "$.id", "$.title", "$.description", "$.runbook"]);

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
