using System.Text;
using System.Text.Json;
using Shouldly;
using Watchkeeper.Detections;
using Xunit;

namespace Watchkeeper.Tests.Detections;

public sealed class DetectionSetTests
{
    private const string BuiltInId = "access-key-reactivated";

    [Fact]
    public void Own_detections_match_beside_the_built_in_ones()
    {
        var set = Parse(Tap("tap-opened"));

        Matches(set, Event("OpenTap")).ShouldBe(["tap-opened"]);
        Matches(set, Reactivation).ShouldContain(BuiltInId);
        Matches(DetectionSet.BuiltIn, Reactivation).ShouldContain(BuiltInId);
    }

    [Fact]
    public void One_with_the_id_of_a_built_in_one_takes_its_place()
    {
        var set = Parse(Tap(BuiltInId));

        Matches(set, Event("OpenTap")).ShouldBe([BuiltInId]);
        Matches(set, Reactivation).ShouldNotContain(BuiltInId);
    }

    [Fact]
    public void A_stage_alone_stages_or_silences_a_built_in_one()
    {
        var staged = Parse($$"""{"id":"{{BuiltInId}}","stage":"staged"}""");
        var off = Parse($$"""{"id":"{{BuiltInId}}","stage":"off"}""");

        staged.Own.ShouldBeEmpty();
        staged.CreateMatcher([]).Match(Reactivation).Single(match => match.Detection.Id == BuiltInId)
            .Detection.Stage.ShouldBe(DetectionStage.Staged);
        Matches(off, Reactivation).ShouldNotContain(BuiltInId);
    }

    [Theory]
    [InlineData("""{"id":"nobody-knows-it","stage":"off"}""")]
    [InlineData("""{"id":"access-key-reactivated","stage":"louder"}""")]
    [InlineData("""{"id":"access-key-reactivated"}""")]
    [InlineData("7")]
    public void What_is_neither_a_detection_nor_a_stage_is_refused_with_its_path(string file)
    {
        var (set, errors) = DetectionSet.Parse(Encoding.UTF8.GetBytes($"[{Tap("tap-opened")},{file}]"));

        set.ShouldBeNull();
        errors.ShouldNotBeEmpty();
        errors.ShouldAllBe(error => error.Path.StartsWith("$[1]", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_of_one_id_are_refused()
    {
        var (set, errors) = DetectionSet.Parse(Encoding.UTF8.GetBytes($"[{Tap("tap-opened")},{Tap("tap-opened")}]"));

        set.ShouldBeNull();
        errors.ShouldHaveSingleItem().Path.ShouldBe("$[1].id");
    }

    [Fact]
    public void Another_list_is_another_version()
    {
        string[] versions =
            [DetectionSet.BuiltIn.Version, Parse(Tap("tap-opened")).Version, Parse(Tap("tap-closed")).Version];

        versions.ShouldBeUnique();
        Parse(Tap("tap-opened")).Version.ShouldBe(Parse(Tap("tap-opened")).Version);
    }

    private static JsonElement Reactivation => JsonElement.Parse(
        """
        {"detail":{"eventSource":"iam.amazonaws.com","eventName":"UpdateAccessKey","recipientAccountId":"123456789012",
        "userIdentity":{"type":"IAMUser","userName":"eve","arn":"arn:aws:iam::123456789012:user/eve"},
        "requestParameters":{"userName":"bob","status":"Active","accessKeyId":"AKIAIOSFODNN7EXAMPLE"}}}
        """);

    private static JsonElement Event(string call) =>
        JsonElement.Parse($$$"""{"detail":{"eventSource":"water.amazonaws.com","eventName":"{{{call}}}"}}""");

    private static string[] Matches(DetectionSet set, JsonElement json) =>
        [.. set.CreateMatcher([]).Match(json).Select(match => match.Detection.Id)];

    private static DetectionSet Parse(params string[] files)
    {
        var list = DetectionSet.Write(files.Select(file => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(file)));
        var (set, errors) = DetectionSet.Parse(list);
        errors.ShouldBeEmpty();
        return set.ShouldNotBeNull();
    }

    private static string Tap(string id) =>
        $$$"""
        {
          "id": "{{{id}}}", "title": "A tap", "severity": "high", "description": "Water runs.",
          "runbook": "https://example.com/taps", "pattern": {"detail": {"eventName": ["OpenTap"]}}
        }
        """;
}
