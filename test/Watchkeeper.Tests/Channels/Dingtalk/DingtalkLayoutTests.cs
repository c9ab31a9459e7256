using System.Text;
using System.Text.Json;
using Shouldly;
using Watchkeeper.Channels.Dingtalk;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Routing;
using Watchkeeper.Testing;
using Watchkeeper.Tests.Channels.Groups;
using Watchkeeper.Tests.Notification;
using Xunit;

namespace Watchkeeper.Tests.Channels.Dingtalk;

public sealed class DingtalkLayoutTests
{
    private const string Address = "https://oapi.dingtalk.com/robot/send?access_token=abc";

    // «message too long, exceed 20000 bytes»
    private const int MaxBody = 20_000;

    public static TheoryData<string, Locale> Hostile =>
        new(HostileText.Names.SelectMany(name => new[] { (name, Locale.English), (name, Locale.Chinese) }));

    [Fact]
    public void A_body_of_20_000_bytes_is_whole_and_one_byte_more_is_cut_visibly()
    {
        SizeEdges.ShouldCutBeyond(MaxBody, Render, text => Encoding.UTF8.GetByteCount(text));
        SizeEdges.ShouldCutOneLine(MaxBody, Render, text => Encoding.UTF8.GetByteCount(text));

        // As bytes of JSON: what stands there escaped must be found as it is.
        static string Render(MessageContent content) => Encoding.UTF8.GetString(
            DingtalkLayout.Render(content, GroupDeliveries.Channel(ChannelKind.Dingtalk, Address)));
    }

    [Fact]
    public void The_incident_stays_in_a_body_that_many_mentions_fill()
    {
        var mentions = string.Join(',', Enumerable.Range(0, 100).Select(number => new string('m', 60) + number));
        var content = GroupDeliveries.Opened().Content with { Lead = new string('"', 20_000) };

        var body = DingtalkLayout.Render(content, GroupDeliveries.Channel(ChannelKind.Dingtalk, Address, ("mentions", mentions)));

        body.Length.ShouldBeLessThanOrEqualTo(MaxBody);
        Encoding.UTF8.GetString(body).ShouldContain(GroupDeliveries.Incident);
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Event_text_is_no_markdown_and_mentions_nobody(string name, Locale locale)
    {
        foreach (var (entry, _) in HostileEntries.Together(HostileText.Get(name)))
        {
            var message = GroupDeliveries.Message(entry, locale);
            var bytes = DingtalkLayout.Render(message.Content, GroupDeliveries.Channel(ChannelKind.Dingtalk, Address));
            var body = JsonElement.Parse(bytes);
            var lines = body.GetProperty("markdown").GetProperty("text").GetString()!.Split("\n\n");

            bytes.Length.ShouldBeLessThanOrEqualTo(MaxBody);
            lines[0].ShouldStartWith("### ");
            InertLines.ShouldBeInert(lines[0][4..]);
            InertLines.ShouldBeInert(body.GetProperty("markdown").GetProperty("title").GetString()!);
            InertLines.ShouldHoldOurMarkupAlone(
                lines.Skip(1), message.Content.Buttons.Concat(message.Content.MoreLinks).Select(link => link.Address));
            lines[^1].ShouldContain(GroupDeliveries.Incident);
            body.GetProperty("at").GetRawText().ShouldBe("""{"atMobiles":[],"atUserIds":[],"isAtAll":false}""");
        }
    }
}
