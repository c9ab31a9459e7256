using System.Text;
using Shouldly;
using Watchkeeper.Channels.Http;
using Watchkeeper.Channels.WechatRobot;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Routing;
using Watchkeeper.Testing;
using Watchkeeper.Tests.Channels.Groups;
using Watchkeeper.Tests.Notification;
using Xunit;

namespace Watchkeeper.Tests.Channels.WechatRobot;

public sealed class WechatRobotChannelTests
{
    private const string Address = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=abc";

    private static readonly WechatRobotChannel Channel = new();

    [Fact]
    public void A_message_is_markdown()
    {
        var call = Create(GroupDeliveries.Opened());
        var body = GroupDeliveries.Json(call);
        var lines = body.GetProperty("markdown").GetProperty("content").GetString()!.Split('\n');

        call.Url.ShouldBe(Address);
        call.Headers.ShouldBeEmpty();
        body.EnumerateObject().Select(member => member.Name).ShouldBe(["msgtype", "markdown"]);
        body.GetProperty("msgtype").GetString().ShouldBe("markdown");
        lines[0].ShouldBe("**<font color=\"warning\">[HIGH] Opened: CPU 93.2 % (limit 80 %) on order-web</font>**");
        lines[1].ShouldStartWith("Since ");
        lines.ShouldContain(line => line.StartsWith("**What to do**: ", StringComparison.Ordinal));
        lines.ShouldContain("[Runbook](https://wiki.example.com/order/cpu)");
        lines[^1].ShouldStartWith($"Incident {GroupDeliveries.Incident}, recorded at ");
    }

    [Fact]
    public void It_speaks_the_readers_language()
    {
        var lines = GroupDeliveries.Json(Create(GroupDeliveries.Opened(Locale.Chinese)))
            .GetProperty("markdown").GetProperty("content").GetString()!.Split('\n');

        lines[0].ShouldStartWith("**<font color=\"warning\">【高】发生：");
        lines.ShouldContain(line => line.StartsWith("**建议操作**：", StringComparison.Ordinal));
        lines[^1].ShouldStartWith($"事件 {GroupDeliveries.Incident}，由 Watchkeeper 记录于 ");
    }

    [Fact]
    public void Mentions_of_people_stand_in_the_markdown()
    {
        var body = GroupDeliveries.Json(Create(GroupDeliveries.Opened(), ("mentions", "ann.lee,@bob@corp,<x>,c d")));

        body.GetProperty("markdown").GetProperty("content").GetString()!.ShouldEndWith("\n<@ann.lee> <@bob@corp>");
    }

    [Fact]
    public void Everybody_is_mentioned_by_a_text_because_markdown_cannot()
    {
        var body = GroupDeliveries.Json(Create(GroupDeliveries.Opened(), ("mentions", "all,ann")));
        var text = body.GetProperty("text");
        var lines = text.GetProperty("content").GetString()!.Split('\n');

        body.EnumerateObject().Select(member => member.Name).ShouldBe(["msgtype", "text"]);
        body.GetProperty("msgtype").GetString().ShouldBe("text");
        text.GetProperty("mentioned_list").GetRawText().ShouldBe("""["ann","@all"]""");
        lines[0].ShouldBe("[HIGH] Opened: CPU 93.2 % (limit 80 %) on order-web");
        lines.ShouldContain("Runbook: https://wiki.example.com/order/cpu");
        lines[^1].ShouldStartWith($"Incident {GroupDeliveries.Incident}, recorded at ");
    }

    [Theory]
    [InlineData("", "markdown", 4096)]
    [InlineData("all", "text", 2048)]
    public void A_long_message_is_cut_to_what_the_robot_takes(string mentions, string type, int limit)
    {
        var entry = HostileEntries.Together(HostileText.Get("64 KB of Chinese")).First().Hostile;
        var content = GroupDeliveries.Json(Create(GroupDeliveries.Message(entry), ("mentions", mentions)))
            .GetProperty(type).GetProperty("content").GetString()!;

        Encoding.UTF8.GetByteCount(content).ShouldBeInRange(900, limit);
        content.ShouldContain("… shortened · Incident ");
    }

    [Fact]
    public void A_robot_is_never_asked_21_times_in_a_minute() =>
        PaceTests.MostIn(TimeSpan.FromMinutes(1), Channel.Pace).ShouldBe(20);

    private static HttpCall Create(Message message, params (string Key, string Value)[] settings) =>
        Channel.Create(GroupDeliveries.Create(ChannelKind.WechatRobot, Address, message, settings));
}
