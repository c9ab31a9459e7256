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
}
