using System.Text;
using System.Text.Json;
using Shouldly;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Testing.Npm;
using Watchkeeper.Tests.Notification;
using Watchkeeper.Tests.Notification.Layout;
using Xunit;

namespace Watchkeeper.Tests.Channels.Hostile;

/// <summary>
/// The same strings in what mail, SMS, push and Amazon Q Developer show: HTML, text, the short text, and markdown that Slack and
/// Microsoft Teams read at once.
/// </summary>
public sealed class NaughtyMessageTests
{
    [Theory]
    [InlineData(Locale.English)]
    [InlineData(Locale.Chinese)]
    public void No_text_adds_an_element_a_line_or_a_mark(Locale locale)
    {
        foreach (var (hostile, tame) in ChannelPackages.NaughtyStrings.SelectMany(HostileEntries.Together))
        {
            var (message, usual) = (ChannelSamples.Message(hostile, locale), ChannelSamples.Message(tame, locale));

            HtmlTree.Read(message.Html).ShouldBe(HtmlTree.Read(usual.Html), message.Html);
            message.Text.Count(sign => sign is '\n').ShouldBe(usual.Text.Count(sign => sign is '\n'), message.Text);
            message.Text.ShouldContain(ChannelSamples.Incident);
            message.Sms.ShouldEndWith(" #6924068912");
            SmsSegments.Count(message.Sms).ShouldBeLessThanOrEqualTo(2, message.Sms);
            message.Sms.EnumerateRunes().ShouldAllBe(rune => !Rune.IsControl(rune));
        }
    }

    [Theory]
    [InlineData(Locale.English)]
    [InlineData(Locale.Chinese)]
    public void No_text_is_a_mark_to_Slack_or_to_Teams_behind_Amazon_Q(Locale locale)
    {
        var problems = new List<string>();
        foreach (var (hostile, tame) in ChannelPackages.NaughtyStrings.SelectMany(HostileEntries.Together))
        {
            var (message, usual) = (ChannelSamples.Message(hostile, locale).Chat, ChannelSamples.Message(tame, locale).Chat);
            foreach (var read in (Func<string, IEnumerable<string>>[])[SlackMarks.Read, MarkdownMarks.Read])
            {
                var added = Marks(message, read).Except(Marks(usual, read), StringComparer.Ordinal).ToList();
                if (added.Count > 0 || Marks(message, read).Count != Marks(usual, read).Count)
                    problems.Add($"{string.Join(' ', added)} in {message}");
            }
        }

        problems.Take(10).ShouldBeEmpty($"{problems.Count}");
    }

    // Nobody sees the id. Slack shows an ampersand as it is, and Teams would show its escape.
    private static List<string> Marks(string chat, Func<string, IEnumerable<string>> read)
    {
        using var json = JsonDocument.Parse(chat);
        return
        [
            .. JsonMarks.Read(json.RootElement, (_, name, text) => name is "id" ? [] : read(text))
                .Where(mark => mark is not "&"),
        ];
    }
}
