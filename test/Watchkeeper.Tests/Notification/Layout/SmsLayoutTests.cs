using Shouldly;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Reactions;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Tests.Notification.Layout;

public sealed class SmsLayoutTests
{
    // Names of at most 255 characters.
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["short"] = "order-cpu",
        ["letters"] = new string('x', 255),
        ["brackets"] = string.Concat(Enumerable.Repeat("a[b]", 63)),
        ["Chinese"] = new string('警', 255),
        ["emoji"] = string.Concat(Enumerable.Repeat("🔥", 127)),
        ["emoji behind a letter"] = "x" + string.Concat(Enumerable.Repeat("🔥", 127)),
        ["emoji families"] = string.Concat(Enumerable.Repeat("👨\u200d👩\u200d👧", 31)),
        ["bidirectional"] = string.Concat(Enumerable.Repeat("\u202eabc\u202c", 51)),
        ["right to left"] = string.Concat(Enumerable.Repeat("אבג ", 63)),
        ["one letter outside GSM"] = new string('x', 254) + "ł",
        ["invisible"] = new string('\u200b', 255),
    };

    public static TheoryData<string, Locale> Cases =>
        new(Names.Keys.SelectMany(name => new[] { (name, Locale.English), (name, Locale.Chinese) }));

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_message_has_two_segments_at_most_and_ends_with_the_id_that_the_command_line_takes(string name, Locale locale)
    {
        var subject = SampleEntries.Subject with { Name = Names[name] };
        TimelineEntry[] entries =
        [
            .. Enum.GetValues<Transition>().Select(transition => SampleEntries.Create(transition, subject, minutes: 100_000)),
            .. Enum.GetValues<ReactionStatus>().Select(status => OfName(SampleEntries.Create(status))),
        ];
        foreach (var entry in entries)
        {
            var sms = MessageRenderer.Render(entry, locale).Sms;

            SmsSegments.Count(sms).ShouldBeLessThanOrEqualTo(2, sms);
            sms.ShouldStartWith(locale is Locale.Chinese ? "【高】" : "HIGH ");
            sms.ShouldEndWith(" #6924068912");
            sms.ShouldNotContain('\ufffd');
        }

        TimelineEntry OfName(TimelineEntry entry) => entry with { Incident = entry.Incident with { Subject = subject } };
    }

    [Theory]
    [InlineData("https://evil.example/x", "https: //evil.example/x")]
    [InlineData("WWW.evil.example", "www .evil.example")]
    public void A_phone_makes_no_link_of_a_name(string name, string shown)
    {
        var subject = SampleEntries.Subject with { Name = name, Resource = name };

        foreach (var locale in Enum.GetValues<Locale>())
        {
            var sms = MessageRenderer.Render(SampleEntries.Create(Transition.Opened, subject), locale).Sms;

            sms.ShouldContain(shown, Case.Sensitive);
            sms.ShouldNotContain(name);
        }
    }

    [Theory]
    [InlineData(249, 0, ", since 07:23 UTC, eu-central-1 #6924068912")]
    [InlineData(251, 0, "xx, since 07:23 UTC #6924068912")]
    [InlineData(250, 5, "[[[[[, since 07:23 UTC #6924068912")]
    [InlineData(235, 20, "[[ #6924068912")]
    [InlineData(200, 55, "[[... #6924068912")]
    public void The_place_is_dropped_first_then_the_time_and_then_the_end_of_the_name(int letters, int brackets, string end)
    {
        var subject = SampleEntries.Subject with { Name = new string('x', letters) + new string('[', brackets) };

        var sms = MessageRenderer.Render(SampleEntries.Create(Transition.Opened, subject), Locale.English).Sms;

        sms.ShouldStartWith("HIGH Opened: xxx");
        sms.ShouldEndWith(end);
        SmsSegments.Count(sms).ShouldBe(2);
    }

    [Fact]
    public void The_duration_is_dropped_before_the_name_is_cut()
    {
        var subject = SampleEntries.Subject with { Name = new string('x', 240) + new string('[', 15) };

        var sms = MessageRenderer.Render(SampleEntries.Create(Transition.Resolved, subject, minutes: 100_000), Locale.English).Sms;

        sms.ShouldStartWith("HIGH Resolved: xxx");
        sms.ShouldContain(new string('[', 15));
    }

    [Theory]
    [InlineData(Locale.English, "HIGH Opened: Security group opened to the world: sg-1 (tcp port 22, 0.0.0.0/0), by jonas, at 07:23 UTC, "
        + "eu-central-1 #6924068912")]
    [InlineData(Locale.Chinese, "【高】发生：安全组向全世界开放：sg-1（tcp 端口 22，0.0.0.0/0），操作者 jonas，时间 07:23 UTC，eu-central-1 #6924068912")]
    public void A_message_about_an_act_says_what_it_opened_and_who_did_it(Locale locale, string expected) => MessageRenderer
        .Render(SampleEntries.Create(Transition.Opened, SampleActs.Group), locale).Sms.ShouldBe(expected);

    [Fact]
    public void Who_did_it_stays_where_the_details_have_no_room()
    {
        var network = string.Join(", ", Enumerable.Range(1, 12).Select(i => $"203.0.113.{i}/32"));
        var act = SampleActs.Group with { Labels = SampleActs.Group.Labels.With("network", network) };

        var sms = MessageRenderer.Render(SampleEntries.Create(Transition.Opened, act), Locale.Chinese).Sms;

        sms.ShouldBe("【高】发生：安全组向全世界开放：sg-1，操作者 jonas，时间 07:23 UTC #6924068912");
    }

    [Fact]
    public void An_English_end_is_in_the_GSM_alphabet()
    {
        var sms = MessageRenderer.Render(SampleEntries.Create(Transition.Resolved, minutes: 72), Locale.English).Sms;

        SmsText.SeptetsOf(sms).ShouldNotBeNull(sms);
        sms.ShouldContain(", 07:23-08:35 UTC, eu-central-1 #");
    }

    [Theory]
    [InlineData("inc-6924068912ab34cd56ef", "6924068912")]
    [InlineData("inc-6924", "6924")]
    [InlineData("6924068912ab34cd56ef", "6924068912")]
    [InlineData("", "")]
    public void An_id_is_abbreviated_to_ten_digits(string id, string expected) => IncidentNames.Abbreviate(id).ShouldBe(expected);
}
