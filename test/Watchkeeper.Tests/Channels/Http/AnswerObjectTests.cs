using Shouldly;
using Watchkeeper.Channels.Http;
using Watchkeeper.Tests.Channels.Groups;
using Xunit;

namespace Watchkeeper.Tests.Channels.Http;

public sealed class AnswerObjectTests
{
    [Theory]
    [InlineData("""{"errcode":0}""", 0)]
    [InlineData("""{"errcode":"42"}""", 42)]
    [InlineData("""{"errcode":-1}""", -1)]
    [InlineData("""{"errcode":1,"errcode":2}""", 2)]
    [InlineData("""{"\ud800":1,"errcode":3}""", 3)]
    [InlineData("""{"errcode":1.5}""", null)]
    [InlineData("""{"errcode":true}""", null)]
    [InlineData("""{"errcode":"x"}""", null)]
    [InlineData("""{}""", null)]
    public void A_number_may_be_written_as_text(string body, int? expected) =>
        AnswerObject.Parse(GroupDeliveries.Answer(200, body)).ShouldNotBeNull().Number("errcode").ShouldBe(expected);

    [Fact]
    public void No_body_throws()
    {
        foreach (var body in OddAnswers.Bodies)
        {
            var json = AnswerObject.Parse(GroupDeliveries.Answer(200, body));
            _ = json?.Number("errcode");
            json?.Words("errmsg").ShouldNotContain("\n");
            _ = json?.Text("errmsg");
        }
    }

    [Theory]
    [InlineData("Tue, 24 Nov 2026 07:00:00 GMT", 3600)]
    [InlineData("Tue, 24 Nov 2026 08:00:05 GMT", -5)]
    [InlineData("yesterday", null)]
    public void The_receivers_clock_is_compared_with_ours(string date, int? seconds) =>
        GroupDeliveries.Answer(200, "", ("date", date)).ClockAhead
            .ShouldBe(seconds is { } known ? TimeSpan.FromSeconds(known) : null);

    private const string Body =
        """
        {"\ud83d":1,"code":7,"text":"8","ok":true,"error":{"code":"x\ny"},"errors":["a","\ud83d",1,"b"],"high":9e99}
        """;

    [Fact]
    public void Values_are_found_by_name_and_form_and_anything_else_is_missing()
    {
        var json = AnswerObject.Parse(ChannelSamples.Answer(200, Body)).ShouldNotBeNull();

        json.Number("code").ShouldBe(7);
        json.Number("text").ShouldBe(8);
        json.Number("ok").ShouldBeNull();
        json.Number("high").ShouldBeNull();
        json.Flag("ok").ShouldBe(true);
        json.Flag("code").ShouldBeNull();
        json.Text("text").ShouldBe("8");
        json.Text("missing").ShouldBeEmpty();
        json.Object("error").ShouldNotBeNull().Words("code").ShouldBe("x y");
        json.Object("errors").ShouldBeNull();
        json.List("errors").ShouldBe("a; \ufffd; b");
        json.List("error").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("\"x\"")]
    [InlineData("{")]
    [InlineData("\ud83d")]
    [InlineData("<html>")]
    public void What_is_no_object_is_none(string body) => AnswerObject.Parse(ChannelSamples.Answer(200, body)).ShouldBeNull();
}
