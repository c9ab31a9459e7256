using Shouldly;
using Watchkeeper.Channels.Http;
using Watchkeeper.Channels.Wechat;
using Watchkeeper.Tests.Channels.Groups;
using Xunit;

namespace Watchkeeper.Tests.Channels.Wechat;

public sealed class WechatAnswerTests
{
    private static readonly WechatChannel Channel = new();

    [Theory]
    [InlineData("""{"errcode":42001}""", true)]
    [InlineData("""{"errcode":40014}""", true)]
    [InlineData("""{"errcode":40001}""", true)]
    [InlineData("""{"errcode":"41001"}""", true)]
    [InlineData("""{"errcode":0}""", false)]
    [InlineData("""{"errcode":60020}""", false)]
    [InlineData("42001", false)]
    [InlineData("", false)]
    public void A_token_that_is_refused_is_told_from_other_refusals(string body, bool expected) =>
        Channel.IsTokenRefused(GroupDeliveries.Answer(200, body)).ShouldBe(expected);

    [Fact]
    public void No_other_answer_counts_as_sent()
    {
        OddAnswers.ShouldNeverCountAsSent(Channel.Read);
        OddAnswers.ShouldNeverCountAsSent(answer => Channel.ReadToken(answer).ShouldBeOfType<TokenResult.Failed>().Result);
        foreach (var body in OddAnswers.Bodies)
            Channel.IsTokenRefused(GroupDeliveries.Answer(200, body)).ShouldBeFalse();
    }
}
