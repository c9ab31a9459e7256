using System.Text;
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
    // What Teams adds to a card of 24,453 bytes, and its limit.
    private const int Limit = 28_672;
    private const double Growth = 28_897.0 / 24_453;

    private static readonly JsonSchemaCheck Schema = new(File.ReadAllText(Repository.PathOf(
        "test", "Watchkeeper.Tests", "Channels", "Teams", "teams-message.schema.json")));

    public static TheoryData<int> Texts => [.. Enumerable.Range(0, ChannelSamples.HostileTexts.Count())];

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

    [Theory]
    [MemberData(nameof(Texts))]
    public void Event_text_is_a_run_without_markdown_and_the_card_fits_the_schema(int index)
    {
        foreach (var entry in ChannelSamples.Hostile(ChannelSamples.HostileTexts.ElementAt(index)))
        {
            var message = ChannelSamples.Message(entry);
            var body = TeamsCard.Write(message.Content, "li.wei@example.com");
            using var document = JsonDocument.Parse(body);

            Schema.Errors(Encoding.UTF8.GetString(body)).ShouldBeEmpty();
            body.Length.ShouldBeLessThanOrEqualTo(TeamsCard.MaxBody);
            (body.Length * Growth).ShouldBeLessThan(Limit);
            Blocks(document.RootElement).Where(block => block.GetProperty("type").ValueEquals("TextBlock"))
                .Select(block => block.GetProperty("text").GetString()).ShouldBe(["<at>li.wei@example.com</at>"]);
            var others = document.RootElement.Strings().Where(text => !text.StartsWith("<at>li.wei@", StringComparison.Ordinal));
            others.ShouldNotContain(text => text.Contains("<at", StringComparison.OrdinalIgnoreCase)
                || text.Contains("{{DATE(", StringComparison.OrdinalIgnoreCase)
                || text.Contains("{{TIME(", StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public void A_card_that_fits_exactly_is_whole_and_one_byte_less_is_cut_visibly()
    {
        foreach (var locale in Enum.GetValues<Locale>())
        {
            var content = ChannelSamples.Message(ChannelSamples.Opened, locale).Content;
            var whole = TeamsCard.Write(content, "");

            TeamsCard.Write(content, "", whole.Length + 1).ShouldBe(whole);
            TeamsCard.Write(content, "", whole.Length).ShouldBe(whole);
            var cut = TeamsCard.Write(content, "", whole.Length - 1);
            cut.Length.ShouldBeLessThan(whole.Length);
            Encoding.UTF8.GetString(cut).ShouldContain(content.Sentences[TextKey.Shortened]);
            Encoding.UTF8.GetString(cut).ShouldContain(ChannelSamples.Incident);
        }
    }

    [Fact]
    public void A_long_text_at_the_edge_is_cut_between_characters_and_as_late_as_possible()
    {
        var content = ChannelSamples.Message(ChannelSamples.Opened).Content with
        {
            Lead = string.Concat(Enumerable.Repeat("警🔥", 20_000)),
            Region = "",
            Timing = "",
            Reaction = "",
        };

        for (var limit = 6000; limit < 6020; limit++)
        {
            var body = TeamsCard.Write(content, "", limit);

            body.Length.ShouldBeInRange(limit - 16, limit);
            using var document = JsonDocument.Parse(body);
            Lines(document.RootElement)[0].ShouldEndWith("…");
        }
    }

    [Theory]
    [InlineData("li.wei@example.com", "li.wei@example.com=li.wei@example.com")]
    [InlineData("Li Wei <li.wei@example.com>,李伟 <8f0c3d8a-7d5e-4a7e-9b1f-0a1b2c3d4e5f>",
        "Li Wei=li.wei@example.com|李伟=8f0c3d8a-7d5e-4a7e-9b1f-0a1b2c3d4e5f")]
    [InlineData("all,@all,Li Wei,<at>x</at>,x@y@z,a b@c,[x](y)@z,**x** <a@b.c>, <a@b.c>,</at> <a@b.c>,", "")]
    public void Only_people_with_an_id_are_mentioned(string setting, string expected) => string.Join(
        '|', TeamsMention.Parse(setting).Select(mention => $"{mention.Name}={mention.Id}")).ShouldBe(expected);

    [Fact]
    public void A_mention_stands_in_the_card_and_in_its_entities()
    {
        var json = Create(ChannelSamples.Message(ChannelSamples.Opened), ("mentions", "Li Wei <li.wei@example.com>"));

        var card = json.GetProperty("attachments")[0].GetProperty("content");
        card.GetProperty("body")[1].GetProperty("text").GetString().ShouldBe("<at>Li Wei</at>");
        card.GetProperty("msteams").GetProperty("entities").GetRawText().ShouldBe(
            """[{"type":"mention","text":"\u003Cat\u003ELi Wei\u003C/at\u003E","mentioned":{"id":"li.wei@example.com","name":"Li Wei"}}]""");
    }

    private static string Style(TimelineEntry entry) => Create(ChannelSamples.Message(entry))
        .GetProperty("attachments")[0].GetProperty("content").GetProperty("body")[0].GetProperty("style").GetString()!;

    private static JsonElement Create(Message message, params (string, string)[] settings) =>
        new TeamsChannel().Create(ChannelSamples.Delivery(ChannelKind.Teams, message, settings: settings)).Json();

    private static JsonElement.ArrayEnumerator Blocks(JsonElement json) =>
        json.GetProperty("attachments")[0].GetProperty("content").GetProperty("body").EnumerateArray();

    private static List<string> Lines(JsonElement json) =>
    [
        .. Blocks(json).Where(block => block.GetProperty("type").ValueEquals("RichTextBlock")).Select(block => string.Concat(
            block.GetProperty("inlines").EnumerateArray().Select(run => run.GetProperty("text").GetString()))),
    ];
}
