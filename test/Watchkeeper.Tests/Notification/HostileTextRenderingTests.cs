using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Shouldly;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Reactions;
using Watchkeeper.Signals;
using Watchkeeper.Testing;
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
        foreach (var (hostile, tame) in Entries(HostileText.Get(name)).Zip(Entries("tame")))
        {
            var tree = Tree(MessageRenderer.Render(hostile, locale).Html);

            tree.ShouldBe(Tree(MessageRenderer.Render(tame, locale).Html));
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_plain_text_has_the_same_lines_as_with_tame_text(string name, Locale locale)
    {
        foreach (var (hostile, tame) in Entries(HostileText.Get(name)).Zip(Entries("tame")))
        {
            var lines = MessageRenderer.Render(hostile, locale).Text.Split('\n');
            var expected = MessageRenderer.Render(tame, locale).Text.Split('\n');

            lines.Length.ShouldBe(expected.Length);
            foreach (var (line, tameLine) in lines.Zip(expected))
                line.ShouldStartWith(OurWords(tameLine));
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_form_for_people_is_well_formed_and_within_its_limit(string name, Locale locale)
    {
        foreach (var entry in Entries(HostileText.Get(name)))
        {
            var message = MessageRenderer.Render(entry, locale);

            message.Subject.Length.ShouldBeInRange(1, Message.SubjectLimit);
            SmsText.Fits(message.Sms).ShouldBeTrue(message.Sms);
            message.Sms.ShouldEndWith(" inc-6924068912ab34cd56ef");
            Encoding.UTF8.GetByteCount(message.Text).ShouldBeLessThan(32_768);
            Encoding.UTF8.GetByteCount(message.Html).ShouldBeLessThan(65_536);
            ShouldBePrintable(message.Subject, "");
            ShouldBePrintable(message.Sms, "");
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
        foreach (var entry in Entries(HostileText.Get(name)))
        {
            var addresses = new HtmlParser().ParseDocument(MessageRenderer.Render(entry, locale).Html)
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

        Tree(html).ShouldBe(Tree(MessageRenderer.Render(
            SampleEntries.Create(Transition.Opened, SampleEntries.Subject with { Runbook = "" }), locale).Html));
    }

    [Theory]
    [InlineData(99)]
    [InlineData(100)]
    [InlineData(101)]
    public void A_subject_is_cut_at_100_code_units_and_never_inside_a_character(int length)
    {
        var name = new string('x', length - "[HIGH] Opened: ".Length - 2) + "🔥";

        var subject = MessageRenderer.Render(
            SampleEntries.Create(Transition.Opened, SampleEntries.Subject with { Name = name }), Locale.English).Subject;

        subject.Length.ShouldBe(length <= 100 ? length : 100);
        subject.ShouldEndWith(length <= 100 ? "🔥" : "…");
    }

    // Every field that event text or an operator fills; values that become part of a host or decide on a link stay well-formed.
    private static TimelineEntry[] Entries(string text)
    {
        var subject = SampleEntries.Subject with
        {
            Fingerprint = new Fingerprint(text),
            Name = text,
            Title = text,
            Account = text,
            Resource = $"x{text}",
            Service = text,
            Labels = LabelSet.From(new[] { "namespace", "metric", "actor", "api", "sourceIp", "AutoScalingGroupName", $"z{text}" }
                .Select(label => KeyValuePair.Create(label, text))),
        };
        string[] labels =
        [
            SubjectLabels.ActorClass, SubjectLabels.ErrorCode, SubjectLabels.LoweredFrom, SubjectLabels.Protocol,
            SubjectLabels.Port, SubjectLabels.Network, SubjectLabels.Policy, SubjectLabels.Principal, SubjectLabels.Target,
            SubjectLabels.SecondFactor, SubjectLabels.Count, SubjectLabels.CountOf, SubjectLabels.CountMinutes,
        ];
        var act = subject with
        {
            Source = SignalSource.Trail,
            Kind = SignalKind.Detection,
            Name = "trail-stopped",
            Labels = LabelSet.From(labels.Concat(["actor", "api", "sourceIp"]).Select(label => KeyValuePair.Create(label, text))),
        };
        var action = new ReactionAction.MarkUnhealthy(text, text);
        var reaction = SampleEntries.Create(ReactionStatus.Failed, action, detail: text, reaction: text);
        // With a note, so that each text has one: what makes a note is not a question of hostile text.
        var acknowledged = SampleEntries.Create(Transition.Acknowledged, subject, because: $"li.wei: {text}");
        return
        [
            SampleEntries.Create(Transition.Opened, subject, because: text),
            SampleEntries.Create(
                Transition.Opened, subject with { Source = SignalSource.Trail, Kind = SignalKind.Detection }, because: text),
            SampleEntries.Create(Transition.Opened, act, because: text),
            Undone(SampleEntries.Create(Transition.Resolved, act, minutes: 5, because: text), act),
            SampleEntries.Create(Transition.Resolved, subject, minutes: 6_000, because: text),
            acknowledged with { Incident = acknowledged.Incident with { AcknowledgedBy = text } },
            reaction with { Incident = reaction.Incident with { Subject = subject } },
        ];
    }

    private static TimelineEntry Undone(TimelineEntry entry, Subject subject) => entry with
    {
        Change = entry.Change! with
        {
            Signal = new Signal
            {
                Id = "1",
                EventId = "1",
                OccurredAt = entry.At,
                Condition = SignalCondition.Resolved,
                Nature = SignalNature.Event,
                Subject = subject,
                Reason = entry.Change.Description,
            },
        },
    };

    private static string OurWords(string line) =>
        line.IndexOf("tame", StringComparison.Ordinal) is var at and >= 0 ? line[..at] : line;

    private static string Tree(string html)
    {
        var tree = new StringBuilder();
        foreach (var element in new HtmlParser(new HtmlParserOptions { IsStrictMode = true }).ParseDocument(html).All)
        {
            tree.Append(CultureInfo.InvariantCulture, $"{element.Ancestors().Count()} {element.LocalName}");
            foreach (var attribute in element.Attributes)
                tree.Append(attribute.Name == "href" ? " href" : $" {attribute.Name}={attribute.Value}");
            tree.Append('\n');
        }

        return tree.ToString();
    }

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
