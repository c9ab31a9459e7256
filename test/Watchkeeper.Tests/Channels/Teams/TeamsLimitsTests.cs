using System.Text;
using System.Text.Json;
using Shouldly;
using Watchkeeper.Channels.Teams;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Tests.Channels.Teams;

/// <summary>The size of a card, and that event text is nothing but text.</summary>
public sealed class TeamsLimitsTests
{
    // What Teams adds to a card of 24,453 bytes, and its limit.
    private const int Limit = 28_672;
    private const double Growth = 28_897.0 / 24_453;

    private static readonly JsonSchemaCheck Schema = new(File.ReadAllText(Repository.PathOf(
        "test", "Watchkeeper.Tests", "Channels", "Teams", "teams-message.schema.json")));

    public static TheoryData<int> Texts => [.. Enumerable.Range(0, ChannelSamples.HostileTexts.Count())];

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
            TeamsCardTests.Blocks(document.RootElement).Where(block => block.GetProperty("type").ValueEquals("TextBlock"))
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
            TeamsCardTests.Lines(document.RootElement)[0].ShouldEndWith("…");
        }
    }
}
