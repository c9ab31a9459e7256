using System.Text.Json;
using Shouldly;
using Watchkeeper.Channels.Dingtalk;
using Watchkeeper.Channels.Http;
using Watchkeeper.Incidents;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Routing;
using Watchkeeper.Tests.Channels.Groups;
using Watchkeeper.Tests.Notification;
using Xunit;

namespace Watchkeeper.Tests.Channels.Dingtalk;

public sealed class DingtalkChannelTests
{
    private const string Address = "https://oapi.dingtalk.com/robot/send?access_token=abc";

    private static readonly DingtalkChannel Channel = new();

    [Fact]
    public void A_message_is_markdown_with_a_title_for_the_list_of_chats()
    {
        var call = Create(GroupDeliveries.Opened());
        var body = GroupDeliveries.Json(call);

        call.Url.ShouldBe(Address);
        call.Headers.ShouldBeEmpty();
        body.EnumerateObject().Select(member => member.Name).ShouldBe(["msgtype", "markdown", "at"]);
        body.GetProperty("msgtype").GetString().ShouldBe("markdown");
        body.GetProperty("markdown").GetProperty("title").GetString()
            .ShouldBe("[HIGH] Opened: CPU 93.2 % (limit 80 %) on order-web");
        var lines = Lines(call);
        lines[0].ShouldBe("### [HIGH] Opened: CPU 93.2 % (limit 80 %) on order-web");
        lines[1].ShouldStartWith("Since ");
        lines.ShouldContain(line => line.StartsWith("**What to do**: ", StringComparison.Ordinal));
        lines.ShouldContain(line => line.StartsWith("[Alarm](https://eu-central-1.console.aws.", StringComparison.Ordinal));
        lines.ShouldContain("[Runbook](https://wiki.example.com/order/cpu)");
        lines[^1].ShouldStartWith($"Incident {GroupDeliveries.Incident}, recorded at ");
    }

    [Fact]
    public void It_speaks_the_readers_language()
    {
        var lines = Lines(Create(GroupDeliveries.Opened(Locale.Chinese)));

        lines[0].ShouldStartWith("### 【高】发生：");
        lines.ShouldContain(line => line.StartsWith("**建议操作**：", StringComparison.Ordinal));
        lines[^1].ShouldStartWith($"事件 {GroupDeliveries.Incident}，由 Watchkeeper 记录于 ");
    }

    [Fact]
    public void The_same_delivery_gives_the_same_request()
    {
        var first = Create(GroupDeliveries.Opened(), ("secret", "SEC1"));
        var second = Create(GroupDeliveries.Opened(), ("secret", "SEC1"));

        first.Url.ShouldBe(second.Url);
        first.Url.ShouldContain("&sign=");
        first.Body.ShouldBe(second.Body);
    }

    [Fact]
    public void A_mention_stands_in_the_text_too_or_DingTalk_would_not_show_it()
    {
        var call = Create(GroupDeliveries.Opened(), ("mentions", "13800000000,manager42,@+86-13900000001"));

        var at = GroupDeliveries.Json(call).GetProperty("at");
        Texts(at.GetProperty("atMobiles")).ShouldBe(["13800000000", "+86-13900000001"]);
        Texts(at.GetProperty("atUserIds")).ShouldBe(["manager42"]);
        at.GetProperty("isAtAll").GetBoolean().ShouldBeFalse();
        Lines(call)[^1].ShouldBe("@13800000000 @manager42 @+86-13900000001");
    }

    [Theory]
    [InlineData("all")]
    [InlineData("ALL")]
    [InlineData("@all")]
    public void Everybody_is_mentioned_where_the_configuration_asks_for_it(string mentions)
    {
        var call = Create(GroupDeliveries.Opened(), ("mentions", mentions));

        GroupDeliveries.Json(call).GetProperty("at").GetProperty("isAtAll").GetBoolean().ShouldBeTrue();
        Lines(call)[^1].ShouldBe("@all");
    }

    [Fact]
    public void Without_mentions_nobody_is_mentioned_and_an_id_with_other_letters_is_none()
    {
        foreach (var mentions in (string[])["", ",", "a b", "<x>", "**x**", "[x](https://e.example)", new string('1', 65)])
        {
            var call = Create(GroupDeliveries.Opened(), ("mentions", mentions));
            var at = GroupDeliveries.Json(call).GetProperty("at");

            at.GetProperty("atMobiles").GetArrayLength().ShouldBe(0, mentions);
            at.GetProperty("atUserIds").GetArrayLength().ShouldBe(0, mentions);
            at.GetProperty("isAtAll").GetBoolean().ShouldBeFalse();
            Lines(call)[^1].ShouldStartWith("Incident ");
        }
    }

    [Fact]
    public void A_message_about_the_end_is_written_too() =>
        Lines(Create(GroupDeliveries.Message(SampleAlarms.Measured(Transition.Resolved, minutes: 12))))[0]
            .ShouldStartWith("### [HIGH] Resolved after 12 min: ");

    [Fact]
    public void DingTalk_is_never_asked_21_times_in_a_minute() =>
        PaceTests.MostIn(TimeSpan.FromMinutes(1), Channel.Pace).ShouldBe(20);

    private static HttpCall Create(Message message, params (string Key, string Value)[] settings) =>
        Channel.Create(GroupDeliveries.Create(ChannelKind.Dingtalk, Address, message, settings));

    private static string[] Lines(HttpCall call) =>
        GroupDeliveries.Json(call).GetProperty("markdown").GetProperty("text").GetString()!.Split("\n\n");

    private static IEnumerable<string?> Texts(JsonElement list) => list.EnumerateArray().Select(each => each.GetString());
}
