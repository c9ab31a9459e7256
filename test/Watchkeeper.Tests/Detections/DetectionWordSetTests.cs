using System.Text;
using Shouldly;
using Watchkeeper.Detections;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Tests.Detections;

public sealed class DetectionWordSetTests
{
    private const string BuiltInId = "access-key-reactivated";

    [Fact]
    public void Own_detections_have_the_words_of_their_files_beside_the_built_in_ones()
    {
        var words = Parse(OwnFiles.Tap("tap-opened"));

        var own = words.Find("tap-opened").ShouldNotBeNull();
        own.In(chinese: false).ShouldBe(new DetectionTexts("A tap was opened", "Water runs.", "Close it.", "Somebody is thirsty."));
        own.In(chinese: true).ShouldBe(new DetectionTexts("水龙头被打开", "水在流。", "Close it.", "Somebody is thirsty."));
        own.UndoneBy.ShouldBe(["CloseTap"]);
        words.IsOwn("tap-opened").ShouldBeTrue();
        words.Find(BuiltInId)!.English.ShouldBe(DetectionWords.Find(BuiltInId)!.English);
        words.IsOwn(BuiltInId).ShouldBeFalse();
        words.Find("nobody-knows-it").ShouldBeNull();
        DetectionWordSet.BuiltIn.Find("tap-opened").ShouldBeNull();
    }

    [Fact]
    public void One_with_the_id_of_a_built_in_one_takes_its_place_and_a_stage_alone_does_not()
    {
        var words = Parse(OwnFiles.Tap(BuiltInId), """{"id":"root-use","stage":"staged"}""");

        words.Find(BuiltInId)!.English.Title.ShouldBe("A tap was opened");
        words.Find("root-use")!.English.ShouldBe(DetectionWords.Find("root-use")!.English);
        words.IsOwn("root-use").ShouldBeFalse();
        words.Replaced.ShouldBe(1);
        Parse(OwnFiles.Tap("tap-opened")).Replaced.ShouldBe(0);
    }

    [Fact]
    public void Own_texts_cannot_hide_and_cannot_leave_their_line()
    {
        var words = Parse(
            OwnFiles.Tap("tap-opened").Replace("A tap", "A \u202Etap\u200B", StringComparison.Ordinal)
                .Replace("\"CloseTap\"", "\"Close\\nTap\\u202E\", \"\\u200b\"", StringComparison.Ordinal)).Find("tap-opened")!;

        words.English.Title.ShouldBe("A tap was opened");
        words.UndoneBy.ShouldBe(["Close Tap"]);
    }

    [Theory]
    [InlineData("7", "$")]
    [InlineData("[", "$")]
    [InlineData("[7]", "$[0].id")]
    [InlineData("""[{"id":"root-use","stage":"louder"}]""", "$[0].title")]
    [InlineData("""[{"id":"root-use","stage":"off","stage":"on"}]""", "$")]
    [InlineData("""[{"id":"one","title":"\u200b","description":"d"}]""", "$[0].title")]
    [InlineData("""[{"id":"one","title":"t","description":"d","zh":7}]""", "$[0].zh")]
    [InlineData("""[{"id":"one","title":"t","description":"d"},{"id":"one","title":"t","description":"d"}]""", "$[1].id")]
    public void A_list_that_is_no_list_of_detections_is_refused_with_its_path(string list, string path)
    {
        var (set, errors) = DetectionWordSet.Parse(Encoding.UTF8.GetBytes(list));

        set.ShouldBeNull();
        errors.ShouldContain(error => error.Path == path);
    }

    [Theory]
    [InlineData("\"undone\": 7")]
    [InlineData("""
        "undone": {"pattern": {"detail": {"eventName": 7, "$or": [[], {"eventName": [7, null]}], "other": {}}}}
        """)]
    [InlineData("\"pattern\": {\"detail\": [{\"errorCode\": 1}]}")]
    public void What_only_a_matcher_reads_does_not_stop_the_words(string member)
    {
        var words = Parse($$"""{"id":"one","title":"t","description":"d",{{member}}}""").Find("one")!;

        words.English.Title.ShouldBe("t");
        words.UndoneBy.ShouldBeEmpty();
    }

    private static DetectionWordSet Parse(params string[] files)
    {
        var (set, errors) = DetectionWordSet.Parse(OwnFiles.List(files));
        errors.ShouldBeEmpty();
        return set.ShouldNotBeNull();
    }
}
