using Shouldly;
using Watchkeeper.Channels.Feishu;
using Watchkeeper.Channels.Http;
using Watchkeeper.Incidents;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Routing;
using Watchkeeper.Signals;
using Watchkeeper.Testing;
using Watchkeeper.Tests.Channels.Groups;
using Xunit;

namespace Watchkeeper.Tests.Channels.Feishu;

public sealed class FeishuChannelTests
{
    private const string Address = "https://open.feishu.cn/open-apis/bot/v2/hook/abc";

    private static readonly FeishuChannel Channel = new();

    [Fact]
    public void A_message_is_a_card_with_buttons_and_the_incident_in_a_note()
    {
        var call = Create(GroupDeliveries.Opened());
        var body = GroupDeliveries.Json(call);
        var card = body.GetProperty("card");
        var elements = card.GetProperty("elements").EnumerateArray().ToList();

        call.Url.ShouldBe(Address);
        call.Headers.ShouldBeEmpty();
        body.EnumerateObject().Select(member => member.Name).ShouldBe(["msg_type", "card"]);
        body.GetProperty("msg_type").GetString().ShouldBe("interactive");
        card.GetProperty("header").GetRawText().ShouldBe(
            """{"title":{"tag":"plain_text","content":"[HIGH] Opened: CPU 93.2 % (limit 80 %) on order-web"},"""
            + "\"template\":\"red\"}");
        elements.Select(element => element.GetProperty("tag").GetString()).ShouldBe(["div", "action", "note"]);
        elements[0].GetProperty("text").GetProperty("tag").GetString().ShouldBe("lark_md");
        FeishuCard.Lines(call).ShouldContain(line => line.StartsWith("**What to do**: ", StringComparison.Ordinal));
        FeishuCard.Lines(call).ShouldNotContain(line => line.StartsWith("[Alarm]", StringComparison.Ordinal));
        var buttons = elements[1].GetProperty("actions").EnumerateArray().ToList();
        buttons.Select(button => button.GetProperty("text").GetProperty("content").GetString()).ShouldBe(["Alarm", "Runbook"]);
        buttons[0].GetProperty("url").GetString().ShouldStartWith("https://eu-central-1.console.aws.amazon.com/");
        buttons.Select(button => button.GetProperty("type").GetString()).ShouldBe(["primary", "default"]);
        FeishuCard.Note(call).ShouldStartWith($"Incident {GroupDeliveries.Incident}, recorded at ");
        FeishuCard.Lines(call).ShouldNotContain(line => line.Contains(GroupDeliveries.Incident, StringComparison.Ordinal));
    }

    [Fact]
    public void It_speaks_the_readers_language()
    {
        var call = Create(GroupDeliveries.Opened(Locale.Chinese));

        FeishuCard.Title(call).ShouldStartWith("【高】发生：");
        FeishuCard.Lines(call).ShouldContain(line => line.StartsWith("**建议操作**：", StringComparison.Ordinal));
        FeishuCard.Note(call).ShouldStartWith($"事件 {GroupDeliveries.Incident}，由 Watchkeeper 记录于 ");
    }

    [Theory]
    [InlineData(Severity.Critical, "carmine")]
    [InlineData(Severity.High, "red")]
    [InlineData(Severity.Medium, "orange")]
    [InlineData(Severity.Low, "yellow")]
    [InlineData(Severity.Info, "blue")]
    public void The_colour_tells_the_severity(Severity severity, string colour) =>
        Colour(SampleEntries.Create(Transition.Opened, severity: severity)).ShouldBe(colour);

    [Fact]
    public void The_colour_is_green_when_it_is_over() =>
        Colour(SampleEntries.Create(Transition.Resolved, minutes: 5, severity: Severity.Critical)).ShouldBe("green");

    [Fact]
    public void A_signature_stands_in_the_body()
    {
        var body = GroupDeliveries.Json(Create(GroupDeliveries.Opened(), ("secret", "feishu-secret")));

        body.GetProperty("timestamp").GetString().ShouldBe("1795507200");
        body.GetProperty("sign").GetString().ShouldBe("75LVt81WWCrQLiR+Q4ijHDdqYng8VaYdXWVryC2+xWw=");
    }

    [Fact]
    public void The_configuration_mentions_people_and_everybody()
    {
        var call = Create(GroupDeliveries.Opened(), ("mentions", "ou_7d8a6e6d,all,b6xxxxg8,ann@example.com,<at>"));

        var elements = GroupDeliveries.Json(call).GetProperty("card").GetProperty("elements");
        elements[1].GetProperty("text").GetProperty("tag").GetString().ShouldBe("lark_md");
        elements[1].GetProperty("text").GetProperty("content").GetString()
            .ShouldBe("<at id=all></at> <at id=ou_7d8a6e6d></at> <at id=b6xxxxg8></at>");
    }

    [Fact]
    public void Feishu_is_asked_at_most_5_times_in_a_second_and_100_times_in_a_minute()
    {
        PaceTests.MostIn(TimeSpan.FromSeconds(1), Channel.Pace).ShouldBeLessThanOrEqualTo(5);
        PaceTests.MostIn(TimeSpan.FromMinutes(1), Channel.Pace).ShouldBeInRange(60, 100);
    }

    private static HttpCall Create(Message message, params (string Key, string Value)[] settings) =>
        Channel.Create(GroupDeliveries.Create(ChannelKind.Feishu, Address, message, settings));

    private static string Colour(Watchkeeper.Notification.TimelineEntry entry) =>
        GroupDeliveries.Json(Create(GroupDeliveries.Message(entry))).GetProperty("card").GetProperty("header")
            .GetProperty("template").GetString()!;
}
