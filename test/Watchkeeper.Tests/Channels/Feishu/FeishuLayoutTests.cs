using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Shouldly;
using Watchkeeper.Channels.Feishu;
using Watchkeeper.Channels.Http;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Routing;
using Watchkeeper.Testing;
using Watchkeeper.Tests.Channels.Groups;
using Watchkeeper.Tests.Notification;
using Xunit;

namespace Watchkeeper.Tests.Channels.Feishu;

public sealed partial class FeishuLayoutTests
{
    private const string Address = "https://open.feishu.cn/open-apis/bot/v2/hook/abc";
    private const int MaxBody = 20_000;

    public static TheoryData<string, Locale> Hostile =>
        new(HostileText.Names.SelectMany(name => new[] { (name, Locale.English), (name, Locale.Chinese) }));

    [Fact]
    public void A_message_without_addresses_has_no_buttons()
    {
        var content = GroupDeliveries.Opened().Content with { Buttons = [], MoreLinks = [] };

        var channel = GroupDeliveries.Channel(ChannelKind.Feishu, Address);

        JsonElement.Parse(FeishuLayout.Render(content, channel, signature: null))
            .GetProperty("card").GetProperty("elements").EnumerateArray()
            .Select(element => element.GetProperty("tag").GetString()).ShouldBe(["div", "note"]);
    }

    [Fact]
    public void A_body_of_20_000_bytes_is_whole_and_one_byte_more_is_cut_visibly()
    {
        var signature = FeishuSignature.Create("feishu-secret", GroupDeliveries.At);
        SizeEdges.ShouldCutBeyond(MaxBody, Render, text => Encoding.UTF8.GetByteCount(text));
        SizeEdges.ShouldCutOneLine(MaxBody, Render, text => Encoding.UTF8.GetByteCount(text));

        string Render(MessageContent content) => Encoding.UTF8.GetString(
            FeishuLayout.Render(content, GroupDeliveries.Channel(ChannelKind.Feishu, Address, ("mentions", "all")), signature));
    }

    [Fact]
    public void A_card_that_was_cut_says_so_in_its_last_line()
    {
        var content = GroupDeliveries.Opened().Content with { Lead = new string('x', 30_000) };
        var body = FeishuLayout.Render(content, GroupDeliveries.Channel(ChannelKind.Feishu, Address), signature: null);

        var lines = FeishuCard.Lines(new HttpCall(Address) { Body = body });

        lines[^1].ShouldBe("… shortened");
        lines.ShouldAllBe(line => line.Length > 0);
        FeishuCard.Note(new HttpCall(Address) { Body = body }).ShouldContain(GroupDeliveries.Incident);
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Event_text_is_no_markdown_and_mentions_nobody(string name, Locale locale)
    {
        foreach (var (entry, _) in HostileEntries.Together(HostileText.Get(name)))
        {
            var message = GroupDeliveries.Message(entry, locale);
            var channel = GroupDeliveries.Channel(ChannelKind.Feishu, Address);
            var call = new HttpCall(Address) { Body = FeishuLayout.Render(message.Content, channel, signature: null) };

            call.Body!.Length.ShouldBeLessThanOrEqualTo(MaxBody);
            FeishuCard.Lines(call).ShouldAllBe(line => line.Length > 0);
            InertLines.ShouldHoldOurMarkupAlone(
                FeishuCard.Lines(call).Select(line => Number().Replace(line, "").Replace("@", "", StringComparison.Ordinal)),
                message.Content.MoreLinks.Select(link => link.Address));
            FeishuCard.Lines(call).ShouldAllBe(line => !line.Contains("<at", StringComparison.Ordinal));
            FeishuCard.Title(call).Length.ShouldBeInRange(1, 200);
            FeishuCard.Note(call).ShouldContain(GroupDeliveries.Incident);
        }
    }

    [GeneratedRegex("&#[0-9]+;", RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
