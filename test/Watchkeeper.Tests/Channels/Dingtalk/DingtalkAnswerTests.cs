using Shouldly;
using Watchkeeper.Channels.Dingtalk;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Tests.Channels.Groups;
using Xunit;

namespace Watchkeeper.Tests.Channels.Dingtalk;

public sealed class DingtalkAnswerTests
{
    private static readonly DingtalkChannel Channel = new();

    [Theory]
    [InlineData(200, """{"errcode":0,"errmsg":"ok"}""", "sent: ok")]
    [InlineData(200, """{"errmsg":"ok","errcode":"0"}""", "sent: ok")]
    [InlineData(200, """{"errcode":0}""", "sent: DingTalk answered 0")]
    [InlineData(200, """{"errcode":-1,"errmsg":"系统繁忙"}""", "retry: DingTalk is busy (-1): 系统繁忙")]
    [InlineData(200, """{"errcode":130101,"errmsg":"send too fast, exceed 20 times per minute"}""",
        "retry after 600 s: DingTalk takes 20 messages a minute from a robot, and beyond that nothing for 10 minutes (130101):")]
    [InlineData(200, """{"errcode":302033,"errmsg":"send too fast, exceed 20 times per minute"}""",
        "retry after 600 s: DingTalk takes 20")]
    [InlineData(200, """{"errcode":410100,"errmsg":"发送速度太快而限流"}""", "retry after 600 s: DingTalk takes 20")]
    [InlineData(200, """{"errcode":660026,"errmsg":"description:发送速度太快"}""", "retry after 600 s: DingTalk takes 20")]
    [InlineData(200, """{"errcode":90018,"errmsg":"too many requests"}""", "retry after 600 s: DingTalk takes 20")]
    [InlineData(200, """{"errcode":90030,"errmsg":"webhook over limit"}""",
        "retry after 600 s: DingTalk's limit of requests is used up")]
    [InlineData(200, """{"errcode":460101,"errmsg":"message too long, exceed 20000 bytes"}""",
        "give up: DingTalk finds the message too large (460101)")]
    [InlineData(200, """{"errcode":101002,"errmsg":"message is too long"}""", "give up: DingTalk finds the message too large")]
    [InlineData(200, """{"errcode":300001,"errmsg":"token is not exist"}""", "give up: DingTalk does not know the robot's token")]
    [InlineData(200, """{"errcode":400101,"errmsg":"access_token不存在"}""", "give up: DingTalk does not know the robot's token")]
    [InlineData(200, """{"errcode":400013,"errmsg":"群已被解散"}""", "give up: the DingTalk group was dissolved")]
    [InlineData(200, """{"errcode":400102,"errmsg":"机器人已停用"}""", "give up: the DingTalk robot is disabled")]
    [InlineData(200, """{"errcode":400106,"errmsg":"机器人不存在"}""", "give up: the DingTalk robot is no longer in the group")]
    [InlineData(200, """{"errcode":430101,"errmsg":"含有不安全的外链"}""", "give up: DingTalk finds a link of the message unsafe")]
    [InlineData(200, """{"errcode":430102,"errmsg":"含有不合适的文本"}""", "give up: DingTalk finds the message's words inappropriate")]
    [InlineData(200, """{"errcode":40035,"errmsg":"缺少参数 json"}""",
        "give up: DingTalk cannot read the request (40035): 缺少参数 json")]
    [InlineData(200, """{"errcode":43004,"errmsg":"无效的HTTP HEADER Content-Type"}""",
        "give up: DingTalk cannot read the request (43004)")]
    [InlineData(200, """{"errcode":777777,"errmsg":"something new"}""",
        "give up: DingTalk refuses the message for a reason that is new (777777): something new")]
    [InlineData(200, "<html>Log in to the network</html>",
        "give up: the answer is not DingTalk's: look whether the address, or a proxy")]
    [InlineData(200, "", "give up: the answer is not DingTalk's")]
    [InlineData(200, """{"errmsg":"ok"}""", "give up: the answer is not DingTalk's")]
    [InlineData(301, "", "give up: DingTalk answered with a redirect (301)")]
    [InlineData(302, """{"errcode":0,"errmsg":"ok"}""", "give up: DingTalk answered with a redirect (302)")]
    [InlineData(400, "bad", "give up: DingTalk refuses the message (400): bad")]
    [InlineData(401, "", "give up: DingTalk refuses the address or its key (401)")]
    [InlineData(403, "", "give up: DingTalk refuses the address or its key (403)")]
    [InlineData(404, "", "give up: DingTalk does not know the address (404)")]
    [InlineData(408, "", "retry: DingTalk takes nothing now (408)")]
    [InlineData(410, "", "give up: DingTalk does not know the address (410)")]
    [InlineData(413, "", "give up: DingTalk finds the message too large (413)")]
    [InlineData(429, "", "retry: DingTalk takes nothing now (429)")]
    [InlineData(500, """{"errcode":0,"errmsg":"ok"}""", "retry: DingTalk takes nothing now (500)")]
    [InlineData(500, """{"errcode":777777,"errmsg":"something new"}""", "retry: DingTalk takes nothing now (500)")]
    [InlineData(502, "<html>", "retry: DingTalk takes nothing now (502): <html>")]
    public void An_answer_means(int status, string body, string expected) =>
        GroupDeliveries.Describe(Channel.Read(GroupDeliveries.Answer(status, body))).ShouldStartWith(expected);

    [Theory]
    [InlineData("sign not match, more: [https://ding-doc.dingtalk.com/doc#/serverapi2/qf2nxq]",
        "give up: the signature (加签) is wrong")]
    [InlineData("description:机器人发送签名不匹配;solution:请确认签名和生成签名的时间戳必须都放在调用的网址中", "give up: the signature (加签) is wrong")]
    [InlineData("invalid timestamp, more: [https://ding-doc.dingtalk.com]",
        "retry: the signature (加签) came more than an hour late")]
    [InlineData("description:机器人发送签名过期;solution:签名生成时间和发送时间请保持在 timestampms 以内", "retry: the signature (加签) came more than")]
    [InlineData("keywords not in content, more: [https://ding-doc.dingtalk.com]",
        "give up: the message has none of the robot's keywords")]
    [InlineData("description:关键词不匹配;solution:请联系群管理员查看此机器人的关键词", "give up: the message has none of the robot's keywords")]
    [InlineData("ip 203.0.113.7 not in whitelist, more: [https://ding-doc.dingtalk.com]",
        "give up: the robot's IP address segment")]
    [InlineData("description:IP不在白名单中", "give up: the robot's IP address segment")]
    public void The_reason_names_the_security_setting_that_refused(string words, string expected)
    {
        var reason = GroupDeliveries.Describe(Channel.Read(
            GroupDeliveries.Answer(200, $$"""{"errcode":310000,"errmsg":"{{words}}"}""")));

        reason.ShouldStartWith(expected);
        reason.ShouldContain($"(310000): {words}");
    }

    [Fact]
    public void A_keyword_that_is_proposed_stands_in_each_message()
    {
        foreach (var locale in Enum.GetValues<Locale>())
            GroupDeliveries.Opened(locale).Content.Footer.ShouldContain("Watchkeeper");
    }

    [Fact]
    public void A_clock_that_is_wrong_is_named()
    {
        const string body = """{"errcode":310000,"errmsg":"invalid timestamp"}""";

        Describe("Tue, 24 Nov 2026 06:00:00 GMT").ShouldContain(": this machine's clock is wrong (310000)");
        Describe("Tue, 24 Nov 2026 08:00:02 GMT").ShouldNotContain("clock");

        static string Describe(string date) =>
            GroupDeliveries.Describe(Channel.Read(GroupDeliveries.Answer(200, body, ("Date", date))));
    }

    [Theory]
    [InlineData(429, "", "120", 120)]
    [InlineData(503, "busy", "Tue, 24 Nov 2026 08:02:00 GMT", 120)]
    [InlineData(200, """{"errcode":130101,"errmsg":"send too fast"}""", "90", 90)]
    [InlineData(200, """{"errcode":-1,"errmsg":"busy"}""", "7", 7)]
    [InlineData(429, "", "1e9", null)]
    [InlineData(429, "", "999999", 3600)]
    public void It_waits_as_long_as_the_answer_asks(int status, string body, string retryAfter, int? seconds) =>
        Channel.Read(GroupDeliveries.Answer(status, body, ("Retry-After", retryAfter)))
            .ShouldBeOfType<SendResult.Retry>().After.ShouldBe(seconds is { } known ? TimeSpan.FromSeconds(known) : null);

    [Fact]
    public void No_other_answer_counts_as_sent() => OddAnswers.ShouldNeverCountAsSent(Channel.Read);
}
