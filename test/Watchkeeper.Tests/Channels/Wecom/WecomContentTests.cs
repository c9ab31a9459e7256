using System.Text;
using Shouldly;
using Watchkeeper.Channels.Wecom;
using Watchkeeper.Incidents;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Signals;
using Watchkeeper.Testing;
using Watchkeeper.Tests.Channels.Groups;
using Watchkeeper.Tests.Notification;
using Xunit;

namespace Watchkeeper.Tests.Channels.Wecom;

public sealed class WecomContentTests
{
    private const int MaxRobotMarkdown = 4096;
    private const int MaxText = 2048;

    public static TheoryData<string, Locale> Hostile =>
        new(HostileText.Names.SelectMany(name => new[] { (name, Locale.English), (name, Locale.Chinese) }));

    [Theory]
    [InlineData(Severity.Critical, "warning")]
    [InlineData(Severity.Medium, "warning")]
    [InlineData(Severity.Low, "comment")]
    [InlineData(Severity.Info, "comment")]
    public void The_colour_of_the_headline_tells_the_severity(Severity severity, string colour) =>
        Markdown(SampleEntries.Create(Transition.Opened, severity: severity)).ShouldStartWith($"**<font color=\"{colour}\">[");

    [Fact]
    public void The_colour_is_green_when_it_is_over() =>
        Markdown(SampleEntries.Create(Transition.Resolved, minutes: 5)).ShouldStartWith("**<font color=\"info\">[HIGH] Resolved");

    [Theory]
    [InlineData(MaxRobotMarkdown)]
    [InlineData(MaxText)]
    public void Markdown_of_the_greatest_size_is_whole_and_one_byte_more_is_cut_visibly(int limit)
    {
        SizeEdges.ShouldCutBeyond(limit, Render, text => Encoding.UTF8.GetByteCount(text));
        SizeEdges.ShouldCutOneLine(limit, Render, text => Encoding.UTF8.GetByteCount(text));

        string Render(MessageContent content) =>
            WecomContent.Markdown(content with { Chart = null, MoreLinks = [] }, limit, "<@ann>");
    }

    [Fact]
    public void A_text_of_2048_bytes_is_whole_and_one_byte_more_is_cut_visibly()
    {
        SizeEdges.ShouldCutBeyond(MaxText, Render, text => Encoding.UTF8.GetByteCount(text));
        SizeEdges.ShouldCutOneLine(MaxText, Render, text => Encoding.UTF8.GetByteCount(text));

        static string Render(MessageContent content) => WecomContent.Plain(content with { Chart = null, MoreLinks = [] });
    }

    [Fact]
    public void The_incident_stays_beside_twenty_long_mentions()
    {
        var mentions = string.Join(' ', Enumerable.Repeat($"<@{new string('m', 64)}>", 20));
        var content = GroupDeliveries.Opened(Locale.Chinese).Content with { What = new string('警', 3000) };

        var text = WecomContent.Markdown(content, MaxRobotMarkdown, mentions);

        Encoding.UTF8.GetByteCount(text).ShouldBeLessThanOrEqualTo(MaxRobotMarkdown);
        text.ShouldContain(GroupDeliveries.Incident);
        text.ShouldEndWith($"\n{mentions}");
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Event_text_is_no_markdown_and_mentions_nobody(string name, Locale locale)
    {
        foreach (var (entry, _) in HostileEntries.Together(HostileText.Get(name)))
        {
            var content = GroupDeliveries.Message(entry, locale).Content;
            var text = WecomContent.Markdown(content, MaxRobotMarkdown);
            var lines = text.Split('\n');

            Encoding.UTF8.GetByteCount(text).ShouldBeLessThanOrEqualTo(MaxRobotMarkdown);
            InertLines.ShouldBeInert(lines[0]
                .Replace("**<font color=\"warning\">", "", StringComparison.Ordinal)
                .Replace("**<font color=\"info\">", "", StringComparison.Ordinal)
                .Replace("</font>**", "", StringComparison.Ordinal));
            InertLines.ShouldHoldOurMarkupAlone(
                lines.Skip(1), content.Buttons.Concat(content.MoreLinks).Select(link => link.Address));
            lines[^1].ShouldContain(GroupDeliveries.Incident);
        }
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Event_text_is_no_tag_link_or_mention_in_a_text(string name, Locale locale)
    {
        foreach (var (entry, _) in HostileEntries.Together(HostileText.Get(name)))
        {
            var content = GroupDeliveries.Message(entry, locale).Content;
            var text = WecomContent.Plain(content);
            var addresses = content.Buttons.Concat(content.MoreLinks).Select(link => link.Address).ToList();

            Encoding.UTF8.GetByteCount(text).ShouldBeLessThanOrEqualTo(MaxText);
            text.IndexOfAny(['<', '>', '@']).ShouldBe(-1);
            foreach (var line in text.Split('\n').Where(line => !addresses.Exists(line.EndsWith)))
                InertLines.ShouldHoldNoLink(line);
            text.Split('\n')[^1].ShouldContain(GroupDeliveries.Incident);
        }
    }

    private static string Markdown(Watchkeeper.Notification.TimelineEntry entry) =>
        WecomContent.Markdown(GroupDeliveries.Message(entry).Content, MaxRobotMarkdown);
}
