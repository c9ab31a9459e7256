using System.Text;
using System.Text.Json;
using Shouldly;
using Watchkeeper.Channels.Pagerduty;
using Watchkeeper.Routing;
using Xunit;

namespace Watchkeeper.Tests.Channels.Pagerduty;

public sealed class PagerdutyLimitsTests
{
    private const string Key = "0123456789abcdef0123456789abcdef";

    [Theory]
    [InlineData(1023)]
    [InlineData(1024)]
    [InlineData(1025)]
    public void A_summary_has_at_most_1024_characters_and_no_half_of_one(int length)
    {
        var message = ChannelSamples.Message(ChannelSamples.Opened);
        var rest = message.Content.Headline.Length - message.Content.What.Length;
        var what = string.Concat(Enumerable.Repeat("🔥", (length - rest) / 2)) + new string('警', (length - rest) % 2);
        var delivery = ChannelSamples.Delivery(
            ChannelKind.Pagerduty, message with { Content = message.Content with { What = what } }, Key);

        using var json = JsonDocument.Parse(PagerdutyEvent.Write(delivery, PagerdutyAction.Trigger, Key));
        var summary = json.RootElement.GetProperty("payload").GetProperty("summary").GetString()!;

        summary.Length.ShouldBeInRange(Math.Min(length, 1023), Math.Min(length, 1024));
        summary.EndsWith('…').ShouldBe(length > 1024);
        summary.EnumerateRunes().ShouldNotContain(Rune.ReplacementChar);
    }

    [Fact]
    public void An_event_that_fits_exactly_is_whole_and_one_byte_less_loses_its_last_details_visibly()
    {
        var delivery = ChannelSamples.Delivery(ChannelKind.Pagerduty, ChannelSamples.Message(ChannelSamples.Opened), Key);
        var whole = PagerdutyEvent.Write(delivery, PagerdutyAction.Trigger, Key);

        PagerdutyEvent.Write(delivery, PagerdutyAction.Trigger, Key, whole.Length + 1).ShouldBe(whole);
        PagerdutyEvent.Write(delivery, PagerdutyAction.Trigger, Key, whole.Length).ShouldBe(whole);
        using var cut = JsonDocument.Parse(PagerdutyEvent.Write(delivery, PagerdutyAction.Trigger, Key, whole.Length - 1));
        var details = cut.RootElement.GetProperty("payload").GetProperty("custom_details");
        details.GetProperty("truncated").GetString().ShouldBe("… shortened");
        details.GetProperty("incident").GetString().ShouldBe(ChannelSamples.Incident);
    }

    [Fact]
    public void Every_event_is_far_below_512_KB()
    {
        foreach (var text in ChannelSamples.HostileTexts)
        {
            foreach (var entry in ChannelSamples.Hostile(text))
            {
                var body = PagerdutyChannelTests.Create(entry).Body!;

                body.Length.ShouldBeLessThan(PagerdutyEvent.MaxBody / 4);
                using var json = JsonDocument.Parse(body);
                var payload = json.RootElement.GetProperty("payload");
                payload.GetProperty("summary").GetString()!.Length.ShouldBeInRange(1, 1024);
                payload.GetProperty("source").GetString()!.Length.ShouldBeInRange(1, 512);
                payload.GetProperty("custom_details").EnumerateObject().Select(detail => detail.Name).ShouldBeUnique();
            }
        }
    }
}
