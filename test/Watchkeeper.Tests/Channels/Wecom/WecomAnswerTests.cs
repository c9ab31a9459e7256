using Shouldly;
using Watchkeeper.Channels.WechatRobot;
using Watchkeeper.Notification;
using Watchkeeper.Tests.Channels.Groups;
using Xunit;

namespace Watchkeeper.Tests.Channels.Wecom;

public sealed class WecomAnswerTests
{
    private static readonly WechatRobotChannel Channel = new();

    [Theory]
    [InlineData(200, """{"errcode":0,"errmsg":"ok"}""", "sent: ok")]
    [InlineData(200, """{"errcode":0}""", "sent: WeChat Work answered 0")]
    [InlineData(200, """{"errcode":-1,"errmsg":"system busy"}""", "retry: WeChat Work is busy (-1): system busy")]
    [InlineData(200, """{"errcode":45009,"errmsg":"api freq out of limit, hint: [1], from ip: 203.0.113.7"}""",
        "retry after 60 s: WeChat Work takes no more messages in this minute (45009): api freq out of limit")]
    [InlineData(200, """{"errcode":45033,"errmsg":"api concurrent out of limit"}""",
        "retry after 60 s: WeChat Work takes no more")]
    [InlineData(200, """{"errcode":93000,"errmsg":"invalid webhook url, hint: [1]"}""",
        "give up: WeChat Work does not know the robot")]
    [InlineData(200, """{"errcode":40058,"errmsg":"markdown.content exceed max length 4096. invalid Request Parameter"}""",
        "give up: WeChat Work finds a part of the message too long or not valid (40058): markdown.content exceed")]
    [InlineData(200, """{"errcode":45002,"errmsg":"content too long"}""",
        "give up: WeChat Work finds a part of the message too long")]
    [InlineData(200, """{"errcode":40008,"errmsg":"invalid message type"}""",
        "give up: WeChat Work cannot read the message (40008)")]
    [InlineData(200, """{"errcode":44004,"errmsg":"empty content"}""", "give up: WeChat Work cannot read the message (44004)")]
    [InlineData(200, """{"errcode":777777,"errmsg":"new"}""",
        "give up: WeChat Work refuses the message for a reason that is new (777777)")]
    [InlineData(200, "<html>Log in</html>", "give up: the answer is not WeChat Work's")]
    [InlineData(200, "", "give up: the answer is not WeChat Work's")]
    [InlineData(301, "", "give up: WeChat Work answered with a redirect (301)")]
    [InlineData(400, "", "give up: WeChat Work refuses the message (400)")]
    [InlineData(401, "", "give up: WeChat Work refuses the address or its key (401)")]
    [InlineData(403, "", "give up: WeChat Work refuses the address or its key (403)")]
    [InlineData(404, "", "give up: WeChat Work does not know the address (404)")]
    [InlineData(408, "", "retry: WeChat Work takes nothing now (408)")]
    [InlineData(410, "", "give up: WeChat Work does not know the address (410)")]
    [InlineData(413, "", "give up: WeChat Work finds the message too large (413)")]
    [InlineData(429, "", "retry: WeChat Work takes nothing now (429)")]
    [InlineData(500, """{"errcode":0,"errmsg":"ok"}""", "retry: WeChat Work takes nothing now (500)")]
    [InlineData(502, "<html>", "retry: WeChat Work takes nothing now (502)")]
    public void An_answer_means(int status, string body, string expected) =>
        GroupDeliveries.Describe(Channel.Read(GroupDeliveries.Answer(status, body))).ShouldStartWith(expected);

    [Theory]
    [InlineData(429, "", "120", 120)]
    [InlineData(503, "", "Tue, 24 Nov 2026 08:02:00 GMT", 120)]
    [InlineData(200, """{"errcode":45009,"errmsg":"api freq out of limit"}""", "30", 30)]
    public void It_waits_as_long_as_the_answer_asks(int status, string body, string retryAfter, int seconds) =>
        Channel.Read(GroupDeliveries.Answer(status, body, ("Retry-After", retryAfter)))
            .ShouldBeOfType<SendResult.Retry>().After.ShouldBe(TimeSpan.FromSeconds(seconds));

    [Fact]
    public void No_other_answer_counts_as_sent() => OddAnswers.ShouldNeverCountAsSent(Channel.Read);
}
