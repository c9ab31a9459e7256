using System.Text.Json;
using Shouldly;
using Watchkeeper.Channels.Slack;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Routing;
using Watchkeeper.Signals;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Tests.Channels.Slack;

public sealed class SlackChannelTests
{
    [Fact]
    public void The_headline_stands_on_top_and_the_rest_has_the_severitys_colour()
    {
        var json = Create(ChannelSamples.Message(ChannelSamples.Opened));

        json.GetProperty("text").GetString().ShouldStartWith("[HIGH] Opened: ");
        var header = json.GetProperty("blocks").EnumerateArray().ShouldHaveSingleItem();
        header.GetProperty("type").GetString().ShouldBe("header");
        header.GetProperty("text").GetProperty("type").GetString().ShouldBe("plain_text");
        header.GetProperty("text").GetProperty("text").GetString().ShouldStartWith("[HIGH] Opened: ");
        header.GetProperty("text").GetProperty("emoji").GetBoolean().ShouldBeFalse();
        var attachment = json.GetProperty("attachments").EnumerateArray().ShouldHaveSingleItem();
        attachment.GetProperty("color").GetString().ShouldBe("#b93815");
        attachment.GetProperty("fallback").GetString().ShouldBe(json.GetProperty("text").GetString());
        Types(attachment).ShouldBe(["section", "section", "context"]);
        var (main, facts, context) = (Text(attachment, 0), Text(attachment, 1), Text(attachment, 2));
        main.ShouldContain("Since 07:23 UTC");
        main.ShouldContain("*What to do:* ");
        main.ShouldContain("<https://wiki.example.com/order/cpu|Runbook>");
        facts.ShouldContain("*Account:* `123456789012`");
        context.ShouldContain(ChannelSamples.Incident);
    }

    [Fact]
    public void It_speaks_the_readers_language()
    {
        var json = Create(ChannelSamples.Message(ChannelSamples.Opened, Locale.Chinese));

        json.GetProperty("text").GetString().ShouldStartWith("【高】发生：");
        var attachment = json.GetProperty("attachments")[0];
        Text(attachment, 0).ShouldContain("*建议操作：* ");
        Text(attachment, 1).ShouldContain("*账户：* `123456789012`");
    }

    [Theory]
    [InlineData(Severity.Critical, "#b42318")]
    [InlineData(Severity.Medium, "#b54708")]
    [InlineData(Severity.Low, "#175cd3")]
    [InlineData(Severity.Info, "#475467")]
    public void Each_severity_has_a_colour(Severity severity, string colour) =>
        Colour(SampleEntries.Create(Transition.Opened, severity: severity)).ShouldBe(colour);

    [Fact]
    public void The_end_is_green() => Colour(SampleEntries.Create(Transition.Resolved)).ShouldBe("#067647");

    [Fact]
    public void Slack_is_told_to_make_no_link_no_mention_and_no_preview_of_its_own()
    {
        var json = Create(ChannelSamples.Message(ChannelSamples.Opened));

        json.GetProperty("parse").GetString().ShouldBe("none");
        foreach (var name in (string[])["link_names", "unfurl_links", "unfurl_media"])
            json.GetProperty(name).GetBoolean().ShouldBeFalse();
        Markdown(json).ShouldAllBe(text => text.GetProperty("verbatim").GetBoolean());
    }

    [Fact]
    public void The_configured_people_are_mentioned_on_top_and_nobody_else_anywhere()
    {
        var json = Create(ChannelSamples.Message(ChannelSamples.Opened), ("mentions", "U012AB3CD,here"));

        json.GetProperty("blocks")[1].GetProperty("text").GetProperty("text").GetString().ShouldBe("<@U012AB3CD> <!here>");
        json.GetProperty("attachments").GetRawText().ShouldNotContain("U012AB3CD");
    }

    [Fact]
    public void A_link_is_no_button_because_a_webhook_cannot_answer_one() =>
        Create(ChannelSamples.Message(ChannelSamples.Opened)).Strings().ShouldNotContain("button");

    [Fact]
    public void The_address_is_the_secrets_value_and_no_header_holds_text()
    {
        var call = new SlackChannel().Create(ChannelSamples.Delivery(
            ChannelKind.Slack, ChannelSamples.Message(ChannelSamples.Opened), "https://hooks.slack.example/services/T/B/x"));

        call.Url.ShouldBe("https://hooks.slack.example/services/T/B/x");
        call.Headers.ShouldBeEmpty();
        call.Json().Strings().ShouldNotContain(text => text.Contains("hooks.slack"));
    }

    private static string Colour(TimelineEntry entry) =>
        Create(ChannelSamples.Message(entry)).GetProperty("attachments")[0].GetProperty("color").GetString()!;

    private static JsonElement Create(Message message, params (string, string)[] settings) =>
        new SlackChannel().Create(ChannelSamples.Delivery(ChannelKind.Slack, message, settings: settings)).Json();

    private static IEnumerable<string?> Types(JsonElement blocks) =>
        blocks.GetProperty("blocks").EnumerateArray().Select(block => block.GetProperty("type").GetString());

    private static string Text(JsonElement attachment, int block)
    {
        var json = attachment.GetProperty("blocks")[block];
        var text = json.TryGetProperty("text", out var own) ? own : json.GetProperty("elements")[0];
        return text.GetProperty("text").GetString()!;
    }

    internal static IEnumerable<JsonElement> Markdown(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Markdown),
        JsonValueKind.Object when json.TryGetProperty("type", out var type) && type.ValueEquals("mrkdwn") => [json],
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member => Markdown(member.Value)),
        _ => [],
    };
}
