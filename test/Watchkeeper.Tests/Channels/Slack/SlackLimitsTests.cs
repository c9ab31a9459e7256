using System.Text.Json;
using System.Text.RegularExpressions;
using Shouldly;
using Watchkeeper.Channels.Slack;
using Watchkeeper.Incidents;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Tests.Channels.Slack;

/// <summary>Slack's limits, and that event text is nothing but text.</summary>
public sealed partial class SlackLimitsTests
{
    public static TheoryData<int> Texts => [.. Enumerable.Range(0, ChannelSamples.HostileTexts.Count())];

    [Theory]
    [InlineData(149)]
    [InlineData(150)]
    [InlineData(151)]
    public void A_header_has_at_most_150_characters_and_a_longer_headline_stands_whole_below(int length)
    {
        var content = Content(Locale.English);
        var what = new string('x', length - (content.Headline.Length - content.What.Length));
        var json = Write(content with { What = what });

        var header = json.GetProperty("blocks")[0].GetProperty("text").GetProperty("text").GetString()!;
        header.Length.ShouldBe(Math.Min(length, 150));
        header.EndsWith('…').ShouldBe(length > 150);
        Sections(json)[0].Contains(what, StringComparison.Ordinal).ShouldBe(length > 150);
    }

    [Fact]
    public void A_header_counts_what_escapes_add_and_cuts_none()
    {
        var json = Write(Content(Locale.English) with { What = new string('&', 200) });

        var header = json.GetProperty("blocks")[0].GetProperty("text").GetProperty("text").GetString()!;
        header.Length.ShouldBeInRange(145, 150);
        header.ShouldEndWith("&amp;…");
    }

    [Theory]
    [InlineData(2999, false)]
    [InlineData(3000, false)]
    [InlineData(3001, true)]
    public void A_section_has_at_most_3000_characters_and_what_fits_is_whole(int length, bool isCut)
    {
        var content = Content(Locale.Chinese) with { Lead = "", Reaction = "" };
        var without = Sections(Write(content with { Lead = "警" }))[0].Length - 1;
        var lead = new string('警', length - without - 2) + "🔥";

        var section = Sections(Write(content with { Lead = lead }))[0];

        section.Contains("……已缩短", StringComparison.Ordinal).ShouldBe(isCut);
        section.Contains(lead, StringComparison.Ordinal).ShouldBeTrue("lines of less weight go first");
        section.Length.ShouldBeInRange(isCut ? 2500 : length, isCut ? 3000 : length);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Event_text_is_no_mention_no_link_no_format_and_no_emoji(int index)
    {
        foreach (var entry in ChannelSamples.Hostile(ChannelSamples.HostileTexts.ElementAt(index)))
        {
            foreach (var locale in Enum.GetValues<Locale>())
            {
                var json = Write(ChannelSamples.Message(entry, locale).Content);

                ShouldBeInert(json.GetProperty("text").GetString()!);
                var header = json.GetProperty("blocks")[0].GetProperty("text").GetProperty("text").GetString()!;
                header.Length.ShouldBeInRange(1, 150);
                header.IndexOfAny(['<', '>']).ShouldBe(-1);
                var texts = SlackChannelTests.Markdown(json).Select(text => text.GetProperty("text").GetString()!).ToList();
                texts.Count.ShouldBeInRange(2, 3);
                foreach (var text in texts)
                {
                    text.Length.ShouldBeInRange(1, 3000);
                    text.Split('\n').ToList().ForEach(ShouldBeInert);
                }
            }
        }
    }

    private static void ShouldBeInert(string line)
    {
        var text = Link().Replace(line, "");
        text.IndexOfAny(['<', '>']).ShouldBe(-1, line);
        text.Count(sign => sign is '`').ShouldBeOneOf(0, 2);
        text = Span().Replace(text, "");
        text.ShouldNotContain("~");
        text.Count(sign => sign is '*').ShouldBeOneOf(0, 2);
        Emoji().IsMatch(text).ShouldBeFalse(line);
        line.ShouldNotStartWith("&gt;");
        line.ShouldNotStartWith("•");
        Entity().Replace(text, "").ShouldNotContain("&");
    }

    private static MessageContent Content(Locale locale) =>
        ChannelSamples.Message(SampleEntries.Create(Transition.Opened), locale).Content;

    private static JsonElement Write(MessageContent content) =>
        JsonDocument.Parse(SlackLayout.Write(content, "")).RootElement.Clone();

    private static List<string> Sections(JsonElement json) =>
    [
        .. json.GetProperty("attachments")[0].GetProperty("blocks").EnumerateArray()
            .Where(block => block.GetProperty("type").ValueEquals("section"))
            .Select(block => block.GetProperty("text").GetProperty("text").GetString()!),
    ];

    [GeneratedRegex("<https://[^<>| ]+\\|[^<>|]+>", RegexOptions.NonBacktracking)]
    private static partial Regex Link();

    [GeneratedRegex("`[^`]+`", RegexOptions.NonBacktracking)]
    private static partial Regex Span();

    [GeneratedRegex(":([^:꞉ ]*\\p{L}[^:꞉ ]*|\\+1|100|1234):", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Emoji();

    [GeneratedRegex("&(amp|lt|gt);", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Entity();
}
