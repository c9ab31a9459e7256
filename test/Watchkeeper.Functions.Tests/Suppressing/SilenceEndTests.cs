using Shouldly;
using Watchkeeper.Muting;
using Watchkeeper.Routing;
using Watchkeeper.Signals;
using Xunit;
using static Watchkeeper.Functions.Tests.World;

namespace Watchkeeper.Functions.Tests.Suppressing;

/// <summary>What people hear before a silence ends: alertmanager 730, and what was said there about spam.</summary>
public sealed class SilenceEndTests : IDisposable
{
    private static readonly Matcher Cpu = new("kind", MatchOperator.Equal, "cpu");
    private static readonly Matcher Alarms = new("source", MatchOperator.Equal, "alarm");
    private QuietTeam team = new(announce: SilenceLimits.None.Announce);

    public void Dispose() => team.Dispose();

    [Fact] // alertmanager 730: it ended at a weekend, and whoever had set it was on holiday.
    public async Task A_silence_is_announced_a_quarter_of_an_hour_before_it_ends_while_something_fires()
    {
        var silence = await team.SilenceAsync(TimeSpan.FromHours(2), Cpu);
        await team.HearAsync(Signal());

        await team.PassAsync(TimeSpan.FromMinutes(104));
        team.Mails.ShouldBeEmpty();
        await team.PassAsync(TimeSpan.FromMinutes(2));

        team.Mails.ShouldHaveSingleItem().ShouldStartWith("[HIGH] Silence ends soon: ");
        team.Chats.ShouldHaveSingleItem();
        team.MailTexts.Single().ShouldContain($"Silence {silence.Id} of anna (the database moves) ends at ");
        team.MailTexts.Single().ShouldContain($"watchkeeper silence extend {silence.Id} --for 2h");
        await team.PassAsync(TimeSpan.FromMinutes(12));
        team.Mails.ShouldHaveSingleItem("once is enough");
        await team.PassAsync(TimeSpan.FromMinutes(3));
        team.Mails.Last().ShouldStartWith("[HIGH] Opened: ");
        team.Mails.Count().ShouldBe(2);
    }

    [Fact] // alertmanager 730: such messages went to a mailing list that nobody read, because they came for every silence.
    public async Task Nobody_hears_of_a_silence_behind_which_nothing_fires()
    {
        await team.SilenceAsync(TimeSpan.FromHours(2), Cpu);
        await team.HearAsync(Signal());
        await team.HearAsync(Signal(SignalCondition.Resolved, minute: 5));
        await team.PassAsync(TimeSpan.FromHours(3));

        team.Mails.ShouldBeEmpty();
    }

    [Fact]
    public async Task Many_incidents_behind_a_silence_are_one_message_to_each_address()
    {
        await team.SilenceAsync(TimeSpan.FromHours(2), Alarms);
        await team.HearAsync(Signal(), Signal(name: "order-disk"), Signal(name: "order-net"));
        await team.PassAsync(TimeSpan.FromMinutes(110));

        team.Mails.ShouldHaveSingleItem();
        team.Chats.ShouldHaveSingleItem();
        team.MailTexts.Single().ShouldContain("Together with 2 more: ");
        team.MailTexts.Single().ShouldContain("order-disk");
    }

    [Fact]
    public async Task A_silence_that_somebody_extends_is_announced_again_before_its_new_end()
    {
        var silence = await team.SilenceAsync(TimeSpan.FromHours(2), Cpu);
        await team.HearAsync(Signal());
        await team.PassAsync(TimeSpan.FromMinutes(110));
        team.Mails.ShouldHaveSingleItem();

        var now = team.World.Time.GetUtcNow();
        // The command line read it before it was announced.
        (await team.World.Silences.ReplaceAsync(
            silence, silence with { EndsAt = now.AddHours(2), ChangedAt = now, ChangedBy = "bo" }, now, TestContextToken))
            .ShouldBeOfType<SilenceWriteResult.Written>();
        await team.PassAsync(TimeSpan.FromMinutes(100));
        team.Mails.ShouldHaveSingleItem();
        await team.PassAsync(TimeSpan.FromMinutes(10));

        team.Mails.Count().ShouldBe(2);
        team.Mails.ShouldAllBe(mail => mail.StartsWith("[HIGH] Silence ends soon: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_another_silence_keeps_quiet_for_longer_needs_no_announcement()
    {
        await team.SilenceAsync(TimeSpan.FromHours(2), Cpu);
        await team.SilenceAsync(TimeSpan.FromHours(8), Alarms);
        await team.HearAsync(Signal());
        await team.PassAsync(TimeSpan.FromHours(3));

        team.Mails.ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_has_quiet_hours_now_or_at_the_end_hears_nothing_and_others_do()
    {
        team.Dispose();
        var always = QuietRules.None with
        {
            Intervals = QuietRules.None.Intervals.Add("nights", [new TimeInterval()]),
        };
        team = new QuietTeam(always, mailMutedIn: "nights", announce: SilenceLimits.None.Announce);
        await team.SilenceAsync(TimeSpan.FromHours(2), Cpu);
        await team.HearAsync(Signal());
        await team.PassAsync(TimeSpan.FromMinutes(110));

        team.Mails.ShouldBeEmpty();
        team.Chats.ShouldHaveSingleItem();
    }

    [Theory] // Who set a silence for a few minutes waits beside it.
    [InlineData(6, 6, 0)]
    [InlineData(20, 14, 0)]
    [InlineData(20, 17, 1)]
    [InlineData(60, 44, 0)]
    [InlineData(60, 47, 1)]
    public async Task A_short_silence_is_announced_after_three_quarters_of_it_and_a_very_short_one_never(int length, int after, int messages)
    {
        await team.SilenceAsync(TimeSpan.FromMinutes(length), Cpu);
        await team.HearAsync(Signal());
        await team.PassAsync(TimeSpan.FromMinutes(after) - TimeSpan.FromSeconds(30));

        team.Mails.Count(mail => mail.Contains("Silence ends soon", StringComparison.Ordinal)).ShouldBe(messages);
    }

    [Fact]
    public async Task Whoever_heard_the_announcement_alone_hears_nothing_if_it_ends_in_time()
    {
        await team.SilenceAsync(TimeSpan.FromHours(2), Cpu);
        await team.HearAsync(Signal());
        await team.PassAsync(TimeSpan.FromMinutes(110));
        await team.HearAsync(Signal(SignalCondition.Resolved, minute: 111));
        await team.PassAsync(TimeSpan.FromMinutes(20));

        team.Mails.ShouldHaveSingleItem().ShouldContain("Silence ends soon");
        (await team.RowsAsync(Signal())).ShouldBe(
        [
            "SilenceEnding mail Sent", "SilenceEnding chat Sent",
            "Opened mail Suppressed Silence", "Opened chat Suppressed Silence",
            "Resolved mail Suppressed Silence", "Resolved chat Suppressed Silence",
        ]);
    }

    [Fact]
    public async Task What_begins_in_the_last_minutes_of_a_silence_is_announced_and_what_begins_after_that_is_not()
    {
        await team.SilenceAsync(TimeSpan.FromHours(2), Alarms);
        await team.PassAsync(TimeSpan.FromMinutes(110));
        team.Mails.ShouldBeEmpty();
        await team.HearAsync(Signal());
        await team.PassAsync(TimeSpan.FromMinutes(1));
        team.Mails.ShouldHaveSingleItem();
        await team.HearAsync(Signal(name: "order-disk"));
        await team.PassAsync(TimeSpan.FromMinutes(3));

        team.Mails.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(1, 119)]
    [InlineData(30, 90)]
    [InlineData(0, 0)]
    public async Task The_file_says_how_long_before_the_end(int announce, int after)
    {
        team.Dispose();
        team = new QuietTeam(announce: TimeSpan.FromMinutes(announce));
        await team.SilenceAsync(TimeSpan.FromHours(2), Cpu);
        await team.HearAsync(Signal());
        await team.PassAsync(TimeSpan.FromMinutes(after == 0 ? 119 : after - 1));
        team.Mails.ShouldBeEmpty();
        if (after == 0)
            return;
        await team.PassAsync(TimeSpan.FromMinutes(1));

        team.Mails.ShouldHaveSingleItem().ShouldContain("Silence ends soon");
    }

    [Fact]
    public async Task Two_sweeps_at_once_announce_it_once()
    {
        await team.SilenceAsync(TimeSpan.FromHours(2), Cpu);
        await team.HearAsync(Signal());
        team.World.Time.Advance(TimeSpan.FromMinutes(110));
        var (one, other) = (team.Sweeper, team.Sweeper);

        var now = team.World.Time.GetUtcNow();
        await Task.WhenAll(
            one.SweepAsync(now, team.World.Deadline, TestContextToken), other.SweepAsync(now, team.World.Deadline, TestContextToken));

        team.Mails.ShouldHaveSingleItem();
    }
}
