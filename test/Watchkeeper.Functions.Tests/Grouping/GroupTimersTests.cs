using Shouldly;
using Watchkeeper.Aws.Timers;
using Xunit;
using static Watchkeeper.Functions.Tests.Grouping.TimedTeam;

namespace Watchkeeper.Functions.Tests.Grouping;

/// <summary>Groups that a timer tells when their time has come, without a sweep.</summary>
public sealed class GroupTimersTests : IDisposable
{
    private readonly TimedTeam timed = new(TimeSpan.FromSeconds(2));

    private DateTimeOffset Now => timed.Time.GetUtcNow();

    public void Dispose() => timed.Dispose();

    [Fact]
    public async Task Fifty_that_join_a_group_set_one_timer()
    {
        await timed.Team.HearAsync([.. Enumerable.Range(0, 50).Select(number => Of($"orders-{number}"))]);

        // The chat has no groups: what it would get beyond a few waits for the cap.
        timed.Set.ShouldBe([Now.AddSeconds(2), Now.AddSeconds(60)]);
    }

    [Fact]
    public async Task A_timer_tells_a_group_at_its_time()
    {
        await timed.Team.HearAsync(Of("orders-cpu"), Of("orders-disk"));
        timed.Wait(TimeSpan.FromSeconds(2));

        (await timed.ComeAsync([.. timed.Set])).GetProperty("tried").GetInt32().ShouldBe(1);

        timed.Team.MailTexts.ShouldHaveSingleItem().ShouldContain("Together with 1 more");
    }

    [Fact]
    public async Task The_interval_has_a_timer_of_its_own()
    {
        await timed.Team.HearAsync(Of("orders-cpu"));
        timed.Wait(TimeSpan.FromSeconds(2));
        await timed.ComeAsync([.. timed.Set]);
        await timed.Team.HearAsync(Of("orders-disk"));

        timed.Set.Count.ShouldBe(2);
        timed.Set[1].ShouldBe(Now.AddMinutes(5));
        timed.Wait(TimeSpan.FromMinutes(5));
        await timed.ComeAsync(timed.Set[1]);
        timed.Team.Mails.Count().ShouldBe(2);
    }

    [Fact]
    public async Task A_timer_that_comes_twice_tells_once()
    {
        await timed.Team.HearAsync(Of("orders-cpu"));
        timed.Wait(TimeSpan.FromSeconds(2));

        await timed.ComeAsync(timed.Set[0], timed.Set[0]);
        await timed.ComeAsync(timed.Set[0]);

        timed.Team.Mails.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_timer_that_comes_early_is_set_again_and_tells_nothing()
    {
        await timed.Team.HearAsync(Of("orders-cpu"));
        var at = timed.Set.ShouldHaveSingleItem();
        timed.Wait(TimeSpan.FromSeconds(1.9));

        await timed.ComeAsync(at, at);

        timed.Team.Mails.ShouldBeEmpty();
        timed.Set.ShouldBe([at, at]);
        timed.Wait(TimeSpan.FromSeconds(1));
        await timed.ComeAsync(at);
        timed.Team.Mails.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_timer_that_is_lost_leaves_its_group_to_the_sweep()
    {
        await timed.Team.HearAsync(Of("orders-cpu"));
        await timed.Team.PassAsync(TimeSpan.FromMinutes(1));

        timed.Team.Mails.ShouldHaveSingleItem();
        await timed.ComeAsync(timed.Set[0]);
        timed.Team.Mails.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Timers_and_sweeps_at_once_tell_once()
    {
        await timed.Team.HearAsync([.. Enumerable.Range(0, 9).Select(number => Of($"orders-{number}"))]);
        timed.Wait(TimeSpan.FromSeconds(2));

        _ = timed.Team.Sweeper;
        var token = TestContext.Current.CancellationToken;
        await Task.WhenAll(
            [
                .. Enumerable.Range(0, 4).Select(_ => Task.Run(() => timed.ComeAsync(timed.Set[0]), token)),
                Task.Run(timed.Team.SweepAsync, token),
            ]);

        timed.Team.MailTexts.ShouldHaveSingleItem().ShouldContain("Together with 8 more");
    }

    [Fact]
    public async Task A_timer_that_cannot_be_set_is_logged_and_counted_and_its_message_waits_for_the_sweep()
    {
        timed.Fault = _ => throw new InvalidOperationException("the queue is gone");
        await timed.Team.HearAsync(Of("orders-cpu"));

        timed.Lines.ShouldContain("\"level\":\"WARN");
        timed.Lines.ShouldContain("the queue is gone");
        timed.Lines.ShouldContain("\"FailedTimers\":1");
        timed.Team.Mails.ShouldBeEmpty();
        await timed.Team.PassAsync(TimeSpan.FromMinutes(1));
        timed.Team.Mails.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_queue_that_does_not_answer_keeps_no_message_waiting()
    {
        timed.Fault = cancellation => Task.Delay(Timeout.Infinite, cancellation);
        var hearing = timed.Team.HearAsync(Of("orders-cpu"));
        while (!hearing.IsCompleted)
        {
            timed.Wait(TimeSpan.FromSeconds(1));
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        await hearing;
        timed.Lines.ShouldContain("no answer within 3 seconds");
    }

    [Fact]
    public async Task What_is_no_timer_becomes_a_dead_letter_and_keeps_no_group_waiting()
    {
        await timed.Team.HearAsync(Of("orders-cpu"));
        timed.Wait(TimeSpan.FromSeconds(2));
        var (due, later) = (timed.Set[0], Now.AddMinutes(10));

        await timed.HandleAsync(TimerEvent.Write("arn", $$"""{"at":"{{due:O}}"}""", "nonsense", $$"""{"at":"{{later:O}}"}"""));

        timed.Team.Mails.ShouldHaveSingleItem();
        timed.Set.ShouldBe([due, later]);
        var letter = timed.DeadLetters.All.ShouldHaveSingleItem();
        (letter.Function, letter.Rejection.Path).ShouldBe(("SweepFunction", "$.Records[1].body"));
        timed.Lines.ShouldContain("rejected, sent to the dead letters: $.Records[1].body");
    }

    [Fact]
    public async Task A_timer_does_nothing_else_of_a_sweep()
    {
        await timed.Team.HearAsync(Of("orders-cpu"));
        timed.Wait(TimeSpan.FromDays(2));

        var report = await timed.ComeAsync(Now);

        report.GetProperty("expired").GetInt32().ShouldBe(0);
        report.GetProperty("tried").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task A_process_that_comes_late_with_an_old_list_sets_no_time_for_nobody()
    {
        await timed.Team.HearAsync(Of("orders-cpu"));
        timed.Wait(TimeSpan.FromSeconds(2));
        var old = await timed.Team.World.Notifications.ListDueAsync(Now, TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);
        await timed.ComeAsync(timed.Set[0]);

        (await timed.Team.TellAsync(old)).ShouldBeEmpty();

        timed.Set.Count.ShouldBe(1);
        timed.Wait(TimeSpan.FromMinutes(10));
        await timed.Team.HearAsync(Of("orders-disk"));
        timed.Set.Count.ShouldBe(2);
        timed.Set[1].ShouldBe(Now.AddSeconds(2));
    }
}
