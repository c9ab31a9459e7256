using System.Text.RegularExpressions;
using Shouldly;
using Watchkeeper.Configuration;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Signals;
using Xunit;

namespace Watchkeeper.Aws.Tests.Events;

/// <summary>What every message about an event of the story keeps, in both languages.</summary>
public sealed class StoryMessageTests
{
    private const int MaxLine = 1_200;

    // «AutoScalingGroupName=order-web» is for machines.
    private static readonly Regex Pair =
        new("[A-Za-z][A-Za-z0-9]+=[A-Za-z0-9]", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    public static TheoryData<string> Events => [.. EventFiles.Names.Where(name => SignalEntries.All(name).Length > 0)];

    [Fact]
    public void The_story_has_signals_of_every_source_and_kind()
    {
        var subjects = Events.SelectMany(name => SignalEntries.All((string)name.Data)).Select(signal => signal.Subject).ToList();

        // What Watchkeeper finds about itself comes with no event.
        subjects.Select(subject => subject.Source).Distinct()
            .ShouldBe(Enum.GetValues<SignalSource>().Except([SignalSource.Watchkeeper]), ignoreOrder: true);
        subjects.Select(subject => subject.Kind).Distinct().Count().ShouldBeGreaterThan(12);
    }

    [Theory]
    [MemberData(nameof(Events))]
    public void No_fact_stands_twice(string name)
    {
        foreach (var (content, _) in Messages(name))
        {
            content.Facts.Select(fact => fact.Label).ShouldBeUnique();
            foreach (var fact in content.Facts.Where(fact => fact.Value.Length > 3))
            {
                content.Facts.Count(other => other.Value == fact.Value).ShouldBe(1, fact.Value);
                content.What.ShouldNotBe(fact.Value);
                content.What.ShouldNotEndWith($" {fact.Value}");
                content.Lead.Contains($" {fact.Value} ", StringComparison.Ordinal).ShouldBeFalse(fact.Value);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Events))]
    public void No_message_has_a_name_and_a_value_with_an_equals_sign(string name)
    {
        foreach (var (content, message) in Messages(name))
        {
            var text = string.Join('\n', message.Text.Split('\n').Where(line => !line.Contains("https://", StringComparison.Ordinal)));
            // Words of the source, and commands to copy.
            foreach (var quoted in (string[])[content.Words?.Value ?? "", DescriptionIn(content), content.Advice])
                text = quoted.Length > 0 ? text.Replace(quoted, "", StringComparison.Ordinal) : text;
            Pair.Matches(text).Select(match => match.Value).ShouldBeEmpty();
        }
    }

    [Theory]
    [MemberData(nameof(Events))]
    public void Every_form_is_within_its_limits(string name)
    {
        foreach (var (_, message) in Messages(name))
        {
            message.Subject.Length.ShouldBeInRange(1, Message.SubjectLimit);
            message.Headline.Length.ShouldBeInRange(1, Message.SubjectLimit);
            SmsText.Fits(message.Sms).ShouldBeTrue(message.Sms);
            message.Text.Split('\n').ShouldAllBe(line => line.Length <= MaxLine);
            message.Text.ShouldNotContain("\n\n\n");
        }
    }

    [Theory]
    [MemberData(nameof(Events))]
    public void The_first_lines_say_what_and_since_when(string name)
    {
        foreach (var (content, message) in Messages(name))
        {
            var lines = message.Text.Split('\n');
            lines[0].ShouldBe(content.Headline);
            lines[1].ShouldBe(content.TimeAndPlace);
            content.Timing.ShouldContain(" UTC");
            content.Buttons.Length.ShouldBeInRange(1, 2);
        }
    }

    [Theory]
    [MemberData(nameof(Events))]
    public void No_Chinese_message_has_an_English_sentence(string name)
    {
        foreach (var (content, message) in Messages(name).Where(each => each.Content.Sentences.Locale is Locale.Chinese))
        {
            string[] forms = [message.Subject, message.Headline, message.Text, message.Sms];
            var quoted = content.Words is { } words ? words.Value : "";

            forms.Select(form => DescriptionIn(content) is { Length: > 0 } own ? form.Replace(own, "", StringComparison.Ordinal) : form)
                .SelectMany(form => EnglishSentences.In(form, name, quoted)).ShouldBeEmpty();
        }
    }

    // The words of an alarm's author stay as written.
    private static string DescriptionIn(MessageContent content) => content.Description?.Value ?? "";

    private static IEnumerable<(MessageContent Content, Message Message)> Messages(string name) =>
        from locale in Enum.GetValues<Locale>()
        let options = MessageOptions.From(WatchkeeperConfiguration.Default() with
        {
            Locale = locale,
            Home = new Home("123456789012", "eu-central-1"),
        })
        from signal in SignalEntries.All(name)
        from entry in SignalEntries.Create(signal)
        select (MessageContent.Create(entry, options), MessageRenderer.Render(entry, options));
}
