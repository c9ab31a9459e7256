using System.Text.Json;
using Shouldly;
using Watchkeeper.Channels.Teams;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Routing;
using Watchkeeper.Signals;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Tests.Channels.Teams;

public sealed class TeamsCardTests
{
    [Fact]
    public void A_message_is_one_card_with_headline_lines_and_buttons()
    {
        var json = Create(ChannelSamples.Message(ChannelSamples.Opened));

        json.GetProperty("type").GetString().ShouldBe("message");
        var attachment = json.GetProperty("attachments").EnumerateArray().ShouldHaveSingleItem();
        attachment.GetProperty("contentType").GetString().ShouldBe("application/vnd.microsoft.card.adaptive");
        var card = attachment.GetProperty("content");
        card.GetProperty("version").GetString().ShouldBe("1.4");
        card.GetProperty("msteams").GetProperty("width").GetString().ShouldBe("Full");
        var head = card.GetProperty("body")[0];
        head.GetProperty("style").GetString().ShouldBe("attention");
        head.Strings().ShouldContain(text => text.StartsWith("[HIGH] Opened: ", StringComparison.Ordinal));
        Lines(json).ShouldContain("Account: 123456789012");
        Lines(json)[^1].ShouldContain(ChannelSamples.Incident);
        card.GetProperty("actions").EnumerateArray().Select(action => action.GetProperty("type").GetString())
            .ShouldBe(["Action.OpenUrl", "Action.OpenUrl"]);
        card.GetProperty("actions")[1].GetProperty("url").GetString().ShouldBe("https://wiki.example.com/order/cpu");
    }

    [Fact]
    public void It_speaks_the_readers_language()
    {
        var json = Create(ChannelSamples.Message(ChannelSamples.Opened, Locale.Chinese));

        json.Strings().ShouldContain(text => text.StartsWith("【高】发生：", StringComparison.Ordinal));
        Lines(json).ShouldContain("账户：123456789012");
    }

    [Theory]
    [InlineData(Severity.Critical, "attention")]
    [InlineData(Severity.Medium, "warning")]
    [InlineData(Severity.Low, "accent")]
    [InlineData(Severity.Info, "emphasis")]
    public void Each_severity_has_a_style(Severity severity, string style) =>
        Style(SampleEntries.Create(Transition.Opened, severity: severity)).ShouldBe(style);

    [Fact]
    public void The_end_is_green() => Style(SampleEntries.Create(Transition.Resolved)).ShouldBe("good");

    private static string Style(TimelineEntry entry) => Create(ChannelSamples.Message(entry))
        .GetProperty("attachments")[0].GetProperty("content").GetProperty("body")[0].GetProperty("style").GetString()!;

    internal static JsonElement Create(Message message, params (string, string)[] settings) =>
        new TeamsChannel().Create(ChannelSamples.Delivery(ChannelKind.Teams, message, settings: settings)).Json();

    internal static JsonElement.ArrayEnumerator Blocks(JsonElement json) =>
        json.GetProperty("attachments")[0].GetProperty("content").GetProperty("body").EnumerateArray();

    internal static List<string> Lines(JsonElement json) =>
    [
        .. Blocks(json).Where(block => block.GetProperty("type").ValueEquals("RichTextBlock")).Select(block => string.Concat(
            block.GetProperty("inlines").EnumerateArray().Select(run => run.GetProperty("text").GetString()))),
    ];
}
