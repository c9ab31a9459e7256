using Shouldly;
using Watchkeeper.Channels.Feishu;
using Watchkeeper.Notification;
using Watchkeeper.Tests.Channels.Groups;
using Xunit;

namespace Watchkeeper.Tests.Channels.Feishu;

public sealed class FeishuAnswerTests
{
    private const string RefusedSignature =
        """{"code":19021,"data":{},"msg":"sign match fail or timestamp is not within one hour from current time"}""";

    private static readonly FeishuChannel Channel = new();

    [Theory]
    [InlineData(200, """{"code":0,"data":{},"msg":"success"}""", "sent: success")]
    [InlineData(200, """{"StatusCode":0,"StatusMessage":"success"}""", "sent: success")]
    [InlineData(200, """{"StatusCode":0,"StatusMessage":"success","code":0,"data":{},"msg":"success"}""", "sent: success")]
    [InlineData(200, """{"StatusCode":0,"StatusMessage":"","code":9499,"msg":"too many request"}""",
        "retry after 60 s: Feishu takes 100 messages a minute and 5 a second from a robot (9499): too many request")]
    [InlineData(200, """{"StatusCode":0,"StatusMessage":"","code":19007,"msg":"Bot Not Enabled"}""",
        "give up: the Feishu robot is disabled")]
    [InlineData(200, """{"code":0,"msg":"","StatusCode":19024,"StatusMessage":"Key Words Not Found"}""",
        "give up: the message has none of the robot's keywords")]
    [InlineData(200, """{"StatusCode":19001,"StatusMessage":"param invalid"}""",
        "give up: Feishu does not know the robot's address")]
    [InlineData(200, """{"code":9499,"msg":"Bad Request","data":{}}""",
        "give up: Feishu cannot read the request (9499): Bad Request")]
    [InlineData(400, """{"code":9499,"msg":"Bad Request","data":{}}""",
        "give up: Feishu cannot read the request (9499): Bad Request")]
    [InlineData(200, """{"code":11232,"data":{},"msg":"frequency limited psm[lark.oapi.app_platform_runtime]appID[1500]"}""",
        "retry after 60 s: Feishu takes 100 messages a minute")]
    [InlineData(200, """{"code":230020,"msg":"This operation triggers the frequency limit"}""",
        "retry after 60 s: Feishu takes 100")]
    [InlineData(400, """{"code":99991400,"msg":"request trigger frequency limit"}""", "retry after 60 s: Feishu takes 100")]
    [InlineData(429, """{"code":9499,"msg":"Bad Request"}""", "retry: Feishu takes nothing now (429): {\"code\":9499")]
    [InlineData(429, """{"code":11232,"msg":"frequency limited"}""", "retry after 60 s: Feishu takes 100 messages a minute")]
    [InlineData(503, """{"code":19002,"msg":"params error"}""", "retry: Feishu takes nothing now (503)")]
    [InlineData(200, """{"code":19022,"msg":"Ip Not Allowed"}""", "give up: the robot's list of addresses (IP 白名单)")]
    [InlineData(200, """{"code":19024,"msg":"Key Words Not Found"}""", "give up: the message has none of the robot's keywords")]
    [InlineData(200, """{"code":19001,"msg":"param invalid: incoming webhook access token invalid"}""",
        "give up: Feishu does not know the robot's address")]
    [InlineData(200, """{"code":19002,"msg":"params error, msg_type need"}""", "give up: Feishu cannot read the request (19002)")]
    [InlineData(200, """{"code":19036,"msg":"The message exceeds the size limit of 30KB"}""",
        "give up: Feishu finds the message too large")]
    [InlineData(200, """{"code":11246,"msg":"ErrCode: 100290; ErrMsg: there is an invalid user resource in your card"}""",
        "give up: Feishu refuses the card; often a mention is nobody")]
    [InlineData(200, """{"code":2200,"msg":"Internal Error"}""", "retry: Feishu has an error of its own (2200): Internal Error")]
    [InlineData(200, """{"code":777777,"msg":"something new"}""",
        "give up: Feishu refuses the message for a reason that is new (777777)")]
    [InlineData(200, """{"ok":true}""", "give up: the answer is not Feishu's")]
    [InlineData(200, "<html>Log in</html>", "give up: the answer is not Feishu's")]
    [InlineData(200, "", "give up: the answer is not Feishu's")]
    [InlineData(301, "", "give up: Feishu answered with a redirect (301)")]
    [InlineData(400, "", "give up: Feishu refuses the message (400)")]
    [InlineData(401, "", "give up: Feishu refuses the address or its key (401)")]
    [InlineData(403, "", "give up: Feishu refuses the address or its key (403)")]
    [InlineData(404, """{"code":404,"msg":"not found"}""", "give up: Feishu does not know the address (404)")]
    [InlineData(408, "", "retry: Feishu takes nothing now (408)")]
    [InlineData(410, "", "give up: Feishu does not know the address (410)")]
    [InlineData(413, "", "give up: Feishu finds the message too large (413)")]
    [InlineData(429, "", "retry: Feishu takes nothing now (429)")]
    [InlineData(500, """{"code":0,"msg":"success"}""", "retry: Feishu takes nothing now (500)")]
    [InlineData(502, "<html>", "retry: Feishu takes nothing now (502)")]
    public void An_answer_means(int status, string body, string expected) =>
        GroupDeliveries.Describe(Channel.Read(GroupDeliveries.Answer(status, body))).ShouldStartWith(expected);

    [Theory]
    [InlineData("Tue, 24 Nov 2026 06:59:00 GMT",
        "retry: this machine's clock is an hour off, so the signature is not valid (19021): sign")]
    [InlineData("Tue, 24 Nov 2026 09:30:00 GMT", "retry: this machine's clock is an hour off")]
    [InlineData("Tue, 24 Nov 2026 08:00:03 GMT", "give up: the signature (签名校验) is wrong: write the robot's secret")]
    [InlineData("", "give up: the signature (签名校验) is wrong, or this machine's clock is an hour off")]
    public void The_answers_own_time_tells_a_wrong_clock_from_a_wrong_secret(string date, string expected) =>
        GroupDeliveries.Describe(Channel.Read(GroupDeliveries.Answer(200, RefusedSignature, ("Date", date))))
            .ShouldStartWith(expected);

    [Theory]
    [InlineData(429, "", "Retry-After", "120", 120)]
    [InlineData(429, "", "x-ogw-ratelimit-reset", "52", 52)]
    [InlineData(400, """{"code":99991400,"msg":"request trigger frequency limit"}""", "X-Ogw-Ratelimit-Reset", "52", 52)]
    [InlineData(200, """{"code":11232,"msg":"frequency limited"}""", "x-ogw-ratelimit-reset", "999999", 3600)]
    [InlineData(200, """{"code":11232,"msg":"frequency limited"}""", "Retry-After", "5", 5)]
    [InlineData(503, "", "Retry-After", "Tue, 24 Nov 2026 08:02:00 GMT", 120)]
    [InlineData(503, "", "x-ogw-ratelimit-reset", "-5", null)]
    public void It_waits_as_long_as_the_answer_asks(int status, string body, string header, string value, int? seconds) =>
        Channel.Read(GroupDeliveries.Answer(status, body, (header, value)))
            .ShouldBeOfType<SendResult.Retry>().After.ShouldBe(seconds is { } known ? TimeSpan.FromSeconds(known) : null);

    [Fact]
    public void No_other_answer_counts_as_sent() => OddAnswers.ShouldNeverCountAsSent(Channel.Read);
}
