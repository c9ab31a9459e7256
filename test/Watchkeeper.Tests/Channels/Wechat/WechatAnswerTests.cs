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
    [InlineData("""{"errcode":0,"errmsg":"ok","msgid":"msg-1"}""", "sent: msg-1")]
    [InlineData("""{"errcode":0,"errmsg":"ok"}""", "sent: ok")]
    [InlineData("""{"errcode":0,"errmsg":"ok","invaliduser":"","invalidparty":"","invalidtag":"","msgid":"msg-1"}""",
        "sent: msg-1")]
    [InlineData("""{"errcode":0,"errmsg":"ok","invaliduser":"ann|bob","invalidparty":"7","msgid":"msg-1"}""",
        "sent: msg-1; not reached: invaliduser ann|bob, invalidparty 7")]
    [InlineData("""{"errcode":0,"errmsg":"ok","invalidtag":"3","unlicenseduser":"eve"}""",
        "sent: ok; not reached: invalidtag 3, unlicenseduser eve")]
    [InlineData("""{"errcode":42001,"errmsg":"access_token expired"}""", "retry: WeChat Work no longer takes the token (42001)")]
    [InlineData("""{"errcode":40014,"errmsg":"invalid access_token"}""", "retry: WeChat Work no longer takes the token (40014)")]
    [InlineData("""{"errcode":40001,"errmsg":"invalid credential"}""", "retry: WeChat Work no longer takes the token (40001)")]
    [InlineData("""{"errcode":41001,"errmsg":"access_token missing"}""", "retry: WeChat Work no longer takes the token (41001)")]
    [InlineData("""{"errcode":60020,"errmsg":"not allow to access from your ip, hint: [1], from ip: 203.0.113.7"}""",
        "give up: WeChat Work takes requests of this application only from addresses in its list: give the function a fixed "
        + "address (NAT gateway with an Elastic IP), and enter that at «企业可信IP» of the application (60020): not allow to")]
    [InlineData("""{"errcode":81013,"errmsg":"user & party & tag all invalid"}""",
        "give up: nobody was reached: look at «to_user»")]
    [InlineData("""{"errcode":82001,"errmsg":"all invalid"}""", "give up: nobody was reached")]
    [InlineData("""{"errcode":40056,"errmsg":"invalid agentid"}""", "give up: the secret is not that of the application")]
    [InlineData("""{"errcode":301002,"errmsg":"not allow operate another agent"}""", "give up: the secret is not that of the")]
    [InlineData("""{"errcode":40013,"errmsg":"invalid corpid"}""", "give up: WeChat Work does not know the company")]
    [InlineData("""{"errcode":60011,"errmsg":"no privilege"}""", "give up: the application has no right to do that")]
    [InlineData("""{"errcode":45009,"errmsg":"api freq out of limit"}""", "retry after 60 s: WeChat Work takes no more messages")]
    [InlineData("""{"errcode":-1,"errmsg":"system busy"}""", "retry: WeChat Work is busy")]
    [InlineData("""{"errcode":777777,"errmsg":"new"}""",
        "give up: WeChat Work refuses the message for a reason that is new (777777)")]
    public void An_answer_means(string body, string expected) =>
        GroupDeliveries.Describe(Channel.Read(GroupDeliveries.Answer(200, body))).ShouldStartWith(expected);

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

    [Theory]
    [InlineData("""{"errcode":0,"errmsg":"ok","access_token":"token-2","expires_in":7200}""", 7200)]
    [InlineData("""{"errcode":0,"errmsg":"ok","access_token":"token-2","expires_in":300}""", 300)]
    [InlineData("""{"access_token":"token-2","expires_in":"60"}""", 60)]
    [InlineData("""{"errcode":0,"access_token":"token-2","expires_in":99999999999}""", 7200)]
    [InlineData("""{"errcode":0,"access_token":"token-2","expires_in":-5}""", 0)]
    [InlineData("""{"errcode":0,"access_token":"token-2"}""", 0)]
    public void A_token_lives_as_long_as_the_answer_says(string body, int seconds) =>
        Channel.ReadToken(GroupDeliveries.Answer(200, body))
            .ShouldBe(new TokenResult.Found("token-2", TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(200, """{"errcode":40001,"errmsg":"invalid credential"}""", "give up: WeChat Work refuses the secret: look at")]
    [InlineData(200, """{"errcode":40013,"errmsg":"invalid corpid"}""", "give up: WeChat Work does not know the company")]
    [InlineData(200, """{"errcode":40001,"errmsg":"invalid credential","access_token":"x"}""",
        "give up: WeChat Work refuses the secret")]
    [InlineData(200, """{"errcode":60020,"errmsg":"not allow to access from your ip"}""",
        "give up: WeChat Work takes requests of this")]
    [InlineData(200, """{"errcode":0,"errmsg":"ok"}""", "give up: WeChat Work gave no token: ok")]
    [InlineData(200, """{"errcode":0,"errmsg":"ok","access_token":""}""", "give up: WeChat Work gave no token: ok")]
    [InlineData(200, """{"errcode":0,"errmsg":"ok","access_token":7}""", "give up: WeChat Work gave no token: ok")]
    [InlineData(200, """{"errcode":-1,"errmsg":"system busy"}""", "retry: WeChat Work is busy")]
    [InlineData(200, """{"errcode":45009,"errmsg":"freq"}""",
        "retry after 60 s: WeChat Work takes no more messages in this minute")]
    [InlineData(200, "<html>", "give up: the answer is not WeChat Work's")]
    [InlineData(503, """{"errcode":0,"access_token":"token-2","expires_in":7200}""",
        "retry: WeChat Work takes nothing now (503)")]
    public void Without_a_token_the_message_is_not_sent(int status, string body, string expected) =>
        GroupDeliveries.Describe(
            Channel.ReadToken(GroupDeliveries.Answer(status, body)).ShouldBeOfType<TokenResult.Failed>().Result)
            .ShouldStartWith(expected);

    [Fact]
    public void No_other_answer_counts_as_sent()
    {
        OddAnswers.ShouldNeverCountAsSent(Channel.Read);
        OddAnswers.ShouldNeverCountAsSent(answer => Channel.ReadToken(answer).ShouldBeOfType<TokenResult.Failed>().Result);
        foreach (var body in OddAnswers.Bodies)
            Channel.IsTokenRefused(GroupDeliveries.Answer(200, body)).ShouldBeFalse();
    }
}
