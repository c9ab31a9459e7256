using System.Globalization;
using System.Text;
using AngleSharp.Html.Parser;
using Shouldly;
using Watchkeeper.Incidents;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Testing;
using Watchkeeper.Tests.Notification.Layout;
using Xunit;

namespace Watchkeeper.Tests.Notification;

public class HostileTextRenderingTests
{
    public static TheoryData<string, Locale> Cases =>
        new(HostileText.Names.SelectMany(name => new[] { (name, Locale.English), (name, Locale.Chinese) }));

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_HTML_is_the_same_tree_as_with_tame_text(string name, Locale locale)
    {
        var options = SampleAlarms.DryRun(locale);
        foreach (var (hostile, tame) in HostileEntries.Together(HostileText.Get(name)))
        {
            HtmlTree.Read(MessageRenderer.Render(hostile, options).Html)
                .ShouldBe(HtmlTree.Read(MessageRenderer.Render(tame, options).Html));
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_plain_text_has_the_same_lines_as_with_tame_text(string name, Locale locale)
    {
        var options = SampleAlarms.DryRun(locale);
        foreach (var (hostile, tame) in HostileEntries.Together(HostileText.Get(name)).Concat(HostileEntries.Alone(HostileText.Get(name))))
        {
            var lines = MessageRenderer.Render(hostile, options).Text.Split('\n');
            var expected = MessageRenderer.Render(tame, options).Text.Split('\n');

            lines.Length.ShouldBe(expected.Length, string.Join('\n', [.. lines, .. expected]));
            foreach (var (line, tameLine) in lines.Zip(expected))
                line.ShouldStartWith(OurWords(tameLine));
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_form_for_people_is_well_formed_and_within_its_limit(string name, Locale locale)
    {
        var options = SampleAlarms.DryRun(locale);
        foreach (var (entry, _) in HostileEntries.Together(HostileText.Get(name)))
        {
            var message = MessageRenderer.Render(entry, options);

            message.Subject.Length.ShouldBeInRange(1, Message.SubjectLimit);
            message.Headline.Length.ShouldBeInRange(1, Message.SubjectLimit);
            message.EnglishHeadline.Length.ShouldBeInRange(1, Message.SubjectLimit);
            SmsSegments.Count(message.Sms).ShouldBeLessThanOrEqualTo(2, message.Sms);
            message.Sms.ShouldEndWith(" #6924068912");
            Encoding.UTF8.GetByteCount(message.Text).ShouldBeLessThan(32_768);
            Encoding.UTF8.GetByteCount(message.Html).ShouldBeLessThan(65_536);
            foreach (var line in (string[])[message.Subject, message.Headline, message.EnglishHeadline, message.Sms])
                ShouldBePrintable(line, "");
            ShouldBePrintable(message.Text, "\n");
            ShouldBePrintable(message.Html, "\n");
            foreach (var attribute in message.Attributes)
                ShouldBePrintable(attribute.Value, "");
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_link_is_https_and_leads_to_AWS_or_the_runbook(string name, Locale locale)
    {
        var options = SampleAlarms.DryRun(locale);
        foreach (var (entry, _) in HostileEntries.Together(HostileText.Get(name)))
        {
            var addresses = new HtmlParser().ParseDocument(MessageRenderer.Render(entry, options).Html)
                .QuerySelectorAll("[href]").Select(link => new Uri(link.GetAttribute("href")!)).ToList();

            addresses.ShouldNotBeEmpty();
            addresses.ShouldAllBe(uri => uri.Scheme == "https" && uri.UserInfo.Length == 0
                && (uri.Host == "wiki.example.com" || uri.Host.EndsWith(".aws.amazon.com", StringComparison.Ordinal)));
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_runbook_without_an_https_address_is_omitted(string name, Locale locale)
    {
        var subject = SampleEntries.Subject with { Runbook = HostileText.Get(name) };

        var html = MessageRenderer.Render(SampleEntries.Create(Transition.Opened, subject), locale).Html;

        HtmlTree.Read(html).ShouldBe(HtmlTree.Read(MessageRenderer.Render(
            SampleEntries.Create(Transition.Opened, SampleEntries.Subject with { Runbook = "" }), locale).Html));
    }

    [Theory]
    [InlineData(99)]
    [InlineData(100)]
    [InlineData(101)]
    public void A_subject_or_headline_is_cut_at_100_code_units_and_never_inside_a_character(int length)
    {
        var name = new string('x', length - 2) + "🔥";

        foreach (var line in (string[])[Render(name).Subject, Render(name["[HIGH] Opened: ".Length..]).Headline])
        {
            line.Length.ShouldBe(length <= 100 ? length : 100);
            line.ShouldEndWith(length <= 100 ? "🔥" : "…");
        }

        static Message Render(string name) => MessageRenderer.Render(
            SampleEntries.Create(Transition.Opened, SampleEntries.Subject with { Name = name }), Locale.English);
    }

    // Addresses encode what they hold; their own test reads them.
    private static string OurWords(string line) =>
        line.Split(HostileEntries.Tame)[0].Split("https://", StringSplitOptions.None)[0].TrimEnd();

    private static void ShouldBePrintable(string text, string also)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (!also.Contains(rune.ToString(), StringComparison.Ordinal))
            {
                Rune.GetUnicodeCategory(rune).ShouldNotBeOneOf(
                    UnicodeCategory.Control, UnicodeCategory.Format, UnicodeCategory.LineSeparator,
                    UnicodeCategory.ParagraphSeparator);
            }
        }
    }
}
