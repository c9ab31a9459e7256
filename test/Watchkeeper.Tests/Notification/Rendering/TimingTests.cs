using Shouldly;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Reactions;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Tests.Notification.Rendering;

public sealed class TimingTests
{
    [Theory]
    [InlineData(Transition.Opened, 0, "Since 07:23 UTC", "始于 07:23 UTC")]
    [InlineData(Transition.Escalated, 1, "Since 07:23 UTC (1 min)", "始于 07:23 UTC（已 1 分钟）")]
    [InlineData(Transition.Escalated, 65, "Since 07:23 UTC (1 h 5 min)", "始于 07:23 UTC（已 1 小时 5 分钟）")]
    [InlineData(Transition.Reminded, 240, "Since 07:23 UTC (4 h)", "始于 07:23 UTC（已 4 小时）")]
    [InlineData(Transition.Reminded, 2_880, "Since 24 Nov 07:23 UTC (2 d)", "始于 11月24日 07:23 UTC（已 2 天）")]
    [InlineData(Transition.Resolved, 72, "07:23–08:35 UTC", "07:23–08:35 UTC")]
    [InlineData(Transition.Resolved, 1_500, "24 Nov 07:23 UTC – 08:23 UTC", "11月24日 07:23 UTC – 08:23 UTC")]
    public void A_state_lasts(Transition transition, int minutes, string english, string chinese) =>
        ShouldBe(SampleEntries.Create(transition, minutes: minutes), english, chinese);

    [Theory]
    [InlineData(Transition.Opened, 0, "At 07:23 UTC", "时间 07:23 UTC")]
    [InlineData(Transition.AnotherAct, 5, "At 07:28 UTC; the incident began at 07:23 UTC", "时间 07:28 UTC，首次发生于 07:23 UTC")]
    [InlineData(Transition.Escalated, 1_440, "At 07:23 UTC; the incident began at 24 Nov 07:23 UTC",
        "时间 07:23 UTC，首次发生于 11月24日 07:23 UTC")]
    [InlineData(Transition.Reminded, 240, "Since 07:23 UTC (4 h)", "始于 07:23 UTC（已 4 小时）")]
    [InlineData(Transition.Acknowledged, 9, "Since 07:23 UTC (9 min)", "始于 07:23 UTC（已 9 分钟）")]
    [InlineData(Transition.Resolved, 5, "07:23–07:28 UTC", "07:23–07:28 UTC")]
    public void A_call_happens_at_one_moment(Transition transition, int minutes, string english, string chinese) =>
        ShouldBe(SampleEntries.Create(transition, SampleActs.Group, minutes), english, chinese);

    [Fact]
    public void A_call_is_timed_by_its_source_and_not_by_its_arrival()
    {
        var entry = SampleEntries.Create(Transition.Opened, SampleActs.Group);

        ShouldBe(entry with { At = entry.At.AddHours(1) }, "At 07:23 UTC", "时间 07:23 UTC");
    }

    [Theory]
    [InlineData(-2, "Since 07:23 UTC")]
    [InlineData(0.98, "Since 07:23 UTC")]
    [InlineData(1.99, "Since 07:23 UTC (1 min)")]
    public void Seconds_are_left_out(double minutes, string expected)
    {
        var entry = SampleEntries.Create(Transition.Escalated);

        Timing.Create(entry with { At = SampleEntries.Began.AddMinutes(minutes) }, English.Sentences).ShouldBe(expected);
    }

    [Fact]
    public void An_end_before_the_beginning_is_the_beginning()
    {
        var entry = SampleEntries.Create(Transition.Resolved, minutes: -5);

        Timing.Create(entry, English.Sentences).ShouldBe("07:23–07:23 UTC");
    }

    [Fact]
    public void A_reaction_says_since_when_the_incident_lasts() =>
        ShouldBe(SampleEntries.Create(ReactionStatus.Done), "Since 07:23 UTC", "始于 07:23 UTC");

    [Fact]
    public void The_readers_zone_stands_before_UTC()
    {
        var options = SampleAlarms.With(Locale.English, new ReactionOptions(), "Asia/Shanghai");

        Timing.Create(SampleEntries.Create(Transition.Reminded, minutes: 1_440), options.Sentences)
            .ShouldBe("Since 24 Nov 15:23 (07:23 UTC) (1 d)");
    }

    private static void ShouldBe(TimelineEntry entry, string english, string chinese)
    {
        Timing.Create(entry, English.Sentences).ShouldBe(english);
        Timing.Create(entry, Chinese.Sentences).ShouldBe(chinese);
    }
}
