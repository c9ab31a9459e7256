using Shouldly;
using Watchkeeper.Functions.Sweeping;
using Watchkeeper.Functions.Tests.Suppressing;
using Watchkeeper.Notification;
using Watchkeeper.Queries;
using Watchkeeper.Routing;
using Watchkeeper.Signals;
using Xunit;
using static Watchkeeper.Functions.Tests.World;

namespace Watchkeeper.Functions.Tests.Sweeping;

/// <summary>What became of yesterday's events.</summary>
public sealed class NightlyRecountTests : IDisposable
{
    private readonly QuietTeam team = new();

    public void Dispose() => team.Dispose();

    [Fact]
    public async Task A_message_that_nobody_looks_at_any_longer_opens_an_incident_and_is_sent()
    {
        await team.SilenceAsync(TimeSpan.FromMinutes(10), new Matcher("kind", MatchOperator.Equal, "cpu"));
        await team.HearAsync(Signal());
        await LoseAsync(await team.World.LastRowAsync());
        await team.PassAsync(TimeSpan.FromHours(12));
        team.Chats.ShouldNotContain(text => text.Contains("Opened", StringComparison.Ordinal));
        await team.PassAsync(TimeSpan.FromMinutes(80));

        team.Mails.ShouldContain(text => text.Contains("The end of some events cannot be found", StringComparison.Ordinal));
        team.MailTexts.ShouldContain(text => text.Contains("waits to be sent since 2026-11-02 12:00", StringComparison.Ordinal));
        team.Chats.Count(text => text.Contains("Opened", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public async Task A_day_on_which_everything_ended_opens_nothing()
    {
        await team.SilenceAsync(TimeSpan.FromDays(3), new Matcher("name", MatchOperator.Regex, "quiet.*"));
        await team.HearAsync(Signal(), Signal(name: "quiet"), Signal(name: "over"), Signal(SignalCondition.Resolved, 1, "over"));
        await team.HearAsync(Signal(name: "quiet and over"), Signal(SignalCondition.Resolved, 1, "quiet and over"));
        await team.PassAsync(TimeSpan.FromHours(14));

        team.Mails.ShouldNotContain(text => text.Contains("cannot be found", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_count_that_runs_out_of_time_says_so_and_noon_begins_at_the_other_end()
    {
        await team.HearAsync([.. Enumerable.Range(0, 200).Select(number => Signal(name: $"orders-{number}") with { EventId = $"event-{number}" })]);
        var part = IncidentQueries.PartsOfDay.First(each => Ids(each, isBackward: false).Count > 1);
        var count = new NightlyRecount(Queries, team.World.Configuration.Home, team.World.Time);
        var (recount, _) = await count.CountAsync(part, [], Noon.AddHours(13), team.World.Time.GetUtcNow(), TestContextToken);

        recount.Numbers.ShouldStartWith("the first 1 events: 1 ");
        Ids(part, isBackward: true).ShouldBe(Enumerable.Reverse(Ids(part, isBackward: false)));
    }

    [Fact]
    public void Each_part_of_a_day_is_counted_at_night_and_once_more_at_noon()
    {
        var midnight = new DateTimeOffset(2026, 11, 30, 0, 0, 0, TimeSpan.Zero);
        var parts = Enumerable.Range(0, 24 * 60).Select(minute => NightlyRecount.PartAt(midnight.AddMinutes(minute)))
            .OfType<char>().ToList();

        parts.Distinct().Count().ShouldBe(16);
        parts.Count.ShouldBe(32);
    }

    private IncidentQueries Queries => new(team.World.Table, team.World.Time);

    private List<string> Ids(char part, bool isBackward) =>
    [
        .. Queries.ReadPartOfDayAsync(DateOnly.FromDateTime(Noon.UtcDateTime), part, isBackward, TestContextToken)
            .ToBlockingEnumerable().Select(decided => decided.EventId),
    ];

    // As a process would that gives a row back without its messages.
    private async Task LoseAsync(NotificationRecord row)
    {
        var log = team.World.Notifications;
        var now = team.World.Time.GetUtcNow();
        var mine = (await log.ClaimAsync(row, now, now.AddSeconds(20), TestContextToken)).ShouldBeOfType<ClaimResult.Claimed>().Record;
        var lost = mine with { Deliveries = [.. mine.Deliveries.Select(Unsent)], HeldUntil = null };
        (await log.SettleAsync(lost, TestContextToken)).ShouldBeTrue();
    }

    private static Delivery Unsent(Delivery delivery) => Delivery.To(new Receiver(delivery.Receiver, []), delivery.Channel);
}
