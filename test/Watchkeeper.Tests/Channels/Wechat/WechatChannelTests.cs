using System.Text;
using Shouldly;
using Watchkeeper.Channels.Http;
using Watchkeeper.Channels.Wechat;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Routing;
using Watchkeeper.Testing;
using Watchkeeper.Tests.Channels.Groups;
using Watchkeeper.Tests.Notification;
using Xunit;

namespace Watchkeeper.Tests.Channels.Wechat;

public sealed class WechatChannelTests
{
    private static readonly WechatChannel Channel = new();

    [Fact]
    public void A_message_is_a_text_to_the_members_that_the_configuration_names()
    {
        var call = Create(GroupDeliveries.Opened(), ("to_user", "ann|bob"));
        var body = GroupDeliveries.Json(call);

        call.Url.ShouldBe("https://qyapi.weixin.qq.com/cgi-bin/message/send?access_token=token-1");
        call.Headers.ShouldBeEmpty();
        body.EnumerateObject().Select(member => member.Name).ShouldBe(
            ["touser", "agentid", "msgtype", "text", "enable_duplicate_check", "duplicate_check_interval"]);
        body.GetProperty("touser").GetString().ShouldBe("ann|bob");
        body.GetProperty("agentid").GetInt64().ShouldBe(1_000_002);
        body.GetProperty("msgtype").GetString().ShouldBe("text");
        var lines = body.GetProperty("text").GetProperty("content").GetString()!.Split('\n');
        lines[0].ShouldBe("[HIGH] Opened: CPU 93.2 % (limit 80 %) on order-web");
        lines.ShouldContain("Runbook: https://wiki.example.com/order/cpu");
        lines[^1].ShouldStartWith($"Incident {GroupDeliveries.Incident}, recorded at ");
    }

    [Fact]
    public void Markdown_goes_to_departments_and_tags_in_the_readers_language()
    {
        var body = GroupDeliveries.Json(Create(
            GroupDeliveries.Opened(Locale.Chinese), ("to_party", "1|2"), ("to_tag", "3"), ("message_type", "markdown")));
        var lines = body.GetProperty("markdown").GetProperty("content").GetString()!.Split('\n');

        body.TryGetProperty("touser", out _).ShouldBeFalse();
        body.GetProperty("toparty").GetString().ShouldBe("1|2");
        body.GetProperty("totag").GetString().ShouldBe("3");
        lines[0].ShouldStartWith("**<font color=\"warning\">【高】发生：");
        lines[^1].ShouldStartWith($"事件 {GroupDeliveries.Incident}，由 Watchkeeper 记录于 ");
    }

    [Theory]
    [InlineData("markdown")]
    [InlineData("text")]
    public void A_long_message_is_cut_at_2048_bytes(string type)
    {
        var entry = HostileEntries.Together(HostileText.Get("64 KB of Chinese")).First().Hostile;
        var content = GroupDeliveries.Json(Create(GroupDeliveries.Message(entry), ("message_type", type)))
            .GetProperty(type).GetProperty("content").GetString()!;

        Encoding.UTF8.GetByteCount(content).ShouldBeInRange(900, 2048);
        content.ShouldContain("… shortened · Incident ");
    }

    [Fact]
    public void An_attempt_after_a_lost_answer_shows_nobody_the_message_twice()
    {
        var (first, second) = (Create(GroupDeliveries.Opened()), Create(GroupDeliveries.Opened()));

        first.Body.ShouldBe(second.Body);
        GroupDeliveries.Json(first).GetProperty("enable_duplicate_check").GetInt32().ShouldBe(1);
        GroupDeliveries.Json(first).GetProperty("duplicate_check_interval").GetInt32().ShouldBe(14_400);
    }

    [Theory]
    [InlineData("https://wecom.example.com/cgi-bin", "https://wecom.example.com/cgi-bin/")]
    [InlineData("https://wecom.example.com/cgi-bin/", "https://wecom.example.com/cgi-bin/")]
    public void The_API_may_be_elsewhere(string url, string expected)
    {
        Create(GroupDeliveries.Opened(), ("api_url", url)).Url.ShouldBe($"{expected}message/send?access_token=token-1");
        Channel.CreateTokenCall(Settings(("api_url", url))).Url.ShouldStartWith($"{expected}gettoken?corpid=ww1");
    }

    [Fact]
    public void Parts_of_an_address_are_escaped()
    {
        var call = Channel.CreateTokenCall(Settings(("corp_id", "w&w=#1"), ("api_secret", "s+e/c=r t\n")));

        call.Url.ShouldBe("https://qyapi.weixin.qq.com/cgi-bin/gettoken?corpid=w%26w%3D%231&corpsecret=s%2Be%2Fc%3Dr%20t");
        call.Body.ShouldBeNull();
        Channel.Create(Delivery(GroupDeliveries.Opened()) with { Token = "a&b\n\ud800" }).Url
            .ShouldEndWith("?access_token=a%26b%0A%EF%BF%BD");
    }

    [Fact]
    public void An_application_whose_id_is_no_number_is_named_as_it_is() =>
        GroupDeliveries.Json(Create(GroupDeliveries.Opened(), ("agent_id", "x1")))
            .GetProperty("agentid").GetString().ShouldBe("x1");

    [Fact]
    public void A_member_gets_at_most_30_messages_a_minute_and_1000_an_hour()
    {
        PaceTests.MostIn(TimeSpan.FromMinutes(1), Channel.Pace).ShouldBeLessThanOrEqualTo(30);
        PaceTests.MostIn(TimeSpan.FromHours(1), Channel.Pace).ShouldBeInRange(600, 1000);
    }

    [Fact]
    public void The_keys_are_Alertmanagers()
    {
        Channel.Section.Name.ShouldBe("wechat_configs");
        Channel.Section.Keys.Select(key => key.Name).ShouldBe(
            ["api_secret", "corp_id", "agent_id", "to_user", "to_party", "to_tag", "api_url", "message_type"]);
        Channel.Section.Keys.Where(key => key.IsAddress).Select(key => key.Name)
            .ShouldBe(["corp_id", "agent_id", "to_user", "to_party", "to_tag"]);
        Channel.Section.Keys.Where(key => key.Global is not null).Select(key => key.Global)
            .ShouldBe(["wechat_api_secret", "wechat_api_corp_id", "wechat_api_url"]);
    }

    private static HttpCall Create(Message message, params (string Key, string Value)[] settings) =>
        Channel.Create(Delivery(message, settings));

    private static HttpDelivery Delivery(Message message, params (string Key, string Value)[] settings) =>
        new(message, Settings(settings), "key-1", GroupDeliveries.At) { Token = "token-1" };

    private static Channel Settings(params (string Key, string Value)[] settings) => GroupDeliveries.Channel(
        ChannelKind.Wechat, "ww1 1000002",
        [("corp_id", "ww1"), ("agent_id", "1000002"), ("api_secret", "secret-1"), .. settings]);
}
