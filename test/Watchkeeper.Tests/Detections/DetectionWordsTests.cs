using Shouldly;
using Watchkeeper.Detections;
using Xunit;

namespace Watchkeeper.Tests.Detections;

public sealed class DetectionWordsTests
{
    [Fact]
    public void The_words_of_every_built_in_detection_are_those_that_the_parser_reads()
    {
        DetectionCatalogue.All.Length.ShouldBeGreaterThan(500);
        foreach (var detection in DetectionCatalogue.All)
        {
            var words = DetectionWords.Find(detection.Id).ShouldNotBeNull(detection.Id);

            words.In(chinese: false).ShouldBe(detection.Texts, detection.Id);
            words.In(chinese: true).ShouldBe(detection.Chinese, detection.Id);
            words.IsAboutFailures.ShouldBe(detection.NamesErrorCode, detection.Id);
        }
    }

    [Fact]
    public void Every_built_in_detection_has_every_text_for_a_message_in_both_languages()
    {
        foreach (var detection in DetectionCatalogue.All)
        {
            foreach (var texts in new[] { detection.Texts, detection.Chinese.ShouldNotBeNull(detection.Id) })
            {
                string[] all = [texts.Title, texts.Description, texts.Response, texts.FalsePositives];
                all.ShouldAllBe(text => text.Length > 0, detection.Id);
                all.ShouldBeUnique(detection.Id);
            }
        }
    }

    [Fact]
    public void The_words_name_the_calls_that_undo_an_act_and_none_for_an_act_that_no_call_undoes()
    {
        foreach (var detection in DetectionCatalogue.All)
        {
            var calls = DetectionWords.Find(detection.Id)!.UndoneBy;

            calls.IsEmpty.ShouldBe(detection.Undone.IsEmpty, detection.Id);
            calls.ShouldBeUnique(detection.Id);
        }

        // In one pattern, in one of several, and in each of a pattern's alternatives.
        DetectionWords.Find("trail-stopped")!.UndoneBy.ShouldContain("StartLogging");
        DetectionWords.Find("bucket-policy-public")!.UndoneBy.ShouldContain("DeleteBucketPolicy");
        DetectionWords.Find("alarms-silenced")!.UndoneBy.ShouldContain("EnableAlarmActions");
    }

    [Fact]
    public void A_text_without_translation_is_shown_in_English()
    {
        var english = new DetectionTexts("title", "description", "response", "false positives");

        new DetectionWords(english, new DetectionTexts("标题", "说明"), IsAboutFailures: false).In(chinese: true)
            .ShouldBe(new DetectionTexts("标题", "说明", "response", "false positives"));
        new DetectionWords(english, null, IsAboutFailures: false).In(chinese: true).ShouldBe(english);
    }

    [Theory]
    [InlineData("")]
    [InlineData("my-own-detection")]
    [InlineData("root-use.tests")]
    [InlineData("Root-Use")]
    [InlineData("../index")]
    [InlineData("root-use\0")]
    public void An_id_that_is_not_built_in_has_no_words(string id) => DetectionWords.Find(id).ShouldBeNull();

    [Theory]
    [InlineData("reconnaissance-refused", true)]
    [InlineData("root-use", false)]
    public void A_detection_of_failed_calls_says_in_its_title_that_they_failed(string id, bool isAboutFailures) =>
        DetectionWords.Find(id).ShouldNotBeNull().IsAboutFailures.ShouldBe(isAboutFailures);
}
