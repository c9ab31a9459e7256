using System.Text.Json;
using Shouldly;
using Watchkeeper.Channels.Teams;
using Watchkeeper.Incidents;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Testing;
using Watchkeeper.Testing.Npm;
using Xunit;

namespace Watchkeeper.Tests.Channels.Teams;

/// <summary>
/// Microsoft's own program for Adaptive Cards (npm <c>adaptivecards</c>) reads our cards as version 1.4: it knows each element and
/// each property, keeps each text as it is, and computes nothing in it. The part around the card, which no package has, is checked
/// against our own <c>teams-message.schema.json</c>.
/// </summary>
/// <remarks>
/// prom2teams 186 and prometheus-msteams 54: brackets in a title made Teams refuse the message. alertmanager 3920: the card must
/// stand where the workflow looks for it.
/// </remarks>
public sealed class AdaptiveCardTests
{
    private static readonly string Reader = Repository.PathOf("test", "Watchkeeper.Testing", "Npm", "cards.mjs");

    [Fact]
    public void Every_card_is_a_card_to_the_program_that_draws_them()
    {
        var entries = Enum.GetValues<Transition>().Select(transition => SampleEntries.Create(transition, minutes: 9))
            .Append(ChannelSamples.Opened)
            .Concat(ChannelPackages.NaughtyStrings.Concat(ChannelSamples.HostileTexts).SelectMany(ChannelSamples.Hostile)).ToList();
        var cards = entries.SelectMany(entry => Enum.GetValues<Locale>().Select(locale => Card(TeamsCard.Write(
            ChannelSamples.Message(entry, locale).Content, "Li Wei <li.wei@example.com>")))).ToList();

        var problems = Read(cards);

        problems.Length.ShouldBe(cards.Count);
        problems.Where(each => each != "[]").Take(5).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"type":"RichTextBlock","inlines":[{"type":"TextRun","text":"x","weight":"Heavy"}]}""", "weight")]
    [InlineData("""{"type":"RichTextBlock","inlines":[{"type":"TextRun","text":"{{DATE(2026-11-30T01:02:03Z)}}"}]}""", "computes")]
    [InlineData("""{"type":"RichText"}""", "RichText")]
    [InlineData("""{"type":"TextBlock","text":"x","boldness":1}""", "boldness")]
    public void The_program_finds_what_is_none(string block, string words) =>
        Read([$$"""{"type":"AdaptiveCard","version":"1.4","body":[{{block}}]}"""]).ShouldHaveSingleItem().ShouldContain(words);

    private static string Card(byte[] body)
    {
        using var json = JsonDocument.Parse(body);
        return JsonSerializer.Serialize(json.RootElement.GetProperty("attachments")[0].GetProperty("content"));
    }

    private static string[] Read(IEnumerable<string> cards) => ChannelPackages
        .Run("node", Repository.Root, [Reader, ChannelPackages.Folder], string.Join('\n', cards))
        .Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
