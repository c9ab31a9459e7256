using System.Text;
using System.Text.Json.Nodes;
using AngleSharp.Html.Parser;
using Shouldly;
using Watchkeeper.Detections;
using Watchkeeper.Incidents;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Signals;
using Watchkeeper.Testing;
using Watchkeeper.Tests.Notification.Layout;
using Xunit;

namespace Watchkeeper.Tests.Notification;

/// <summary>Messages about API calls that a user's own detections found.</summary>
public sealed class OwnActMessageTests
{
    private const string Id = "tap-opened";

    // What TrailFunction records: the title in English.
    private static readonly Subject Tap = SampleActs.Group with { Name = Id, Title = "A tap was opened" };

    // The parser refuses longer titles.
    public static TheoryData<string> Hostile => [.. HostileText.Names.Where(name => HostileText.Get(name).Length < 150)];

    [Fact]
    public void An_own_detection_says_what_its_file_says()
    {
        var text = Render(Tap, OwnFiles.Tap(Id)).Text;

        text.ShouldStartWith("[HIGH] Opened: A tap was opened: sg-1\n");
        text.ShouldContain("\nWhy it matters: Water runs.\nWhat to do: Close it.\nMay be harmless: Somebody is thirsty.\n");
        text.ShouldContain("\nEnds: with CloseTap, or a day after the last such call\n");
    }

    [Fact]
    public void An_own_detection_speaks_Chinese_as_far_as_its_file_does()
    {
        var message = Render(Tap, OwnFiles.Tap(Id), Locale.Chinese);

        message.Headline.ShouldBe("【高】发生：水龙头被打开：sg-1");
        message.EnglishHeadline.ShouldBe("[HIGH] Opened: A tap was opened: sg-1");
        message.Text.ShouldContain("\n为何重要：水在流。\n建议操作：Close it.\n可能无害的情形：Somebody is thirsty.\n");
    }

    [Fact]
    public void A_refused_call_of_an_own_detection_is_an_attempt()
    {
        var refused = Tap with { Labels = Tap.Labels.With("errorCode", "AccessDenied") };

        Render(refused, OwnFiles.Tap(Id)).Headline
            .ShouldBe("[HIGH] Opened: A tap was opened: sg-1 (attempt, refused: AccessDenied)");
    }

    [Fact]
    public void One_that_takes_the_place_of_a_built_in_one_has_its_own_words()
    {
        var text = Render(SampleActs.Group, OwnFiles.Tap(SampleActs.Group.Name)).Text;

        text.ShouldContain("\nWhy it matters: Water runs.\n");
        text.ShouldNotContain(DetectionWords.Find(SampleActs.Group.Name)!.English.Description);
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Hostile_own_texts_make_no_line_and_no_element(string name)
    {
        var hostile = Render(Tap, Tapped(text => $"x {HostileText.Get(name)}"));
        var tame = Render(Tap, Tapped(_ => "x tame"));

        hostile.Text.Split('\n').Select(LabelOf).ShouldBe(tame.Text.Split('\n').Select(LabelOf));
        Elements(hostile).ShouldBe(Elements(tame));
        hostile.Headline.Length.ShouldBeInRange(1, Message.SubjectLimit);
        SmsSegments.Count(hostile.Sms).ShouldBeLessThanOrEqualTo(2);
    }

    [Fact]
    public void The_longest_own_texts_leave_a_message_within_its_limits()
    {
        foreach (var locale in new[] { Locale.English, Locale.Chinese })
        {
            var message = Render(Tap, Tapped(name => new string('水', name == "title" ? 160 : 2000)), locale);

            message.Headline.Length.ShouldBeInRange(1, Message.SubjectLimit);
            SmsSegments.Count(message.Sms).ShouldBeLessThanOrEqualTo(2);
            Encoding.UTF8.GetByteCount(message.Text).ShouldBeLessThan(32_768);
            Encoding.UTF8.GetByteCount(message.Html).ShouldBeLessThan(65_536);
            Encoding.UTF8.GetByteCount(message.Json).ShouldBeLessThan(65_536);
        }
    }

    private static string Tapped(Func<string, string> text)
    {
        var file = JsonNode.Parse(OwnFiles.Tap(Id))!;
        foreach (var name in DetectionTextReader.Members)
        {
            // Only what the parser accepts can be applied.
            file[name] = new string([.. text(name).Where(c => !char.IsControl(c))]);
            file["zh"]![name] = file[name]!.DeepClone();
        }

        return file.ToJsonString();
    }

    private static Message Render(Subject subject, string file, Locale locale = Locale.English)
    {
        var (words, errors) = DetectionWordSet.Parse(OwnFiles.List(file));
        errors.ShouldBeEmpty();
        return MessageRenderer.Render(SampleEntries.Create(Transition.Opened, subject), MessageOptions.In(locale).With(words!));
    }

    private static string LabelOf(string line) =>
        line.IndexOf(": ", StringComparison.Ordinal) is var end and >= 0 ? line[..end] : line;

    private static IEnumerable<string> Elements(Message message) =>
        new HtmlParser().ParseDocument(message.Html).All.Select(element => element.LocalName);
}
