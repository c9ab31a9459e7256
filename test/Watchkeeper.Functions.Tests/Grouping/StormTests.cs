using Shouldly;
using Watchkeeper.Functions.Tests.Suppressing;
using Watchkeeper.Routing;
using Watchkeeper.Signals;
using Xunit;
using static Watchkeeper.Functions.Tests.World;

namespace Watchkeeper.Functions.Tests.Grouping;

/// <summary>What an address gets when many alarms fire at once.</summary>
public sealed class StormTests
{
    [Fact]
    public async Task Many_at_once_become_a_few_messages_that_name_or_count_them_all()
    {
        using var team = new QuietTeam();
        await team.HearAsync([.. Enumerable.Range(0, 60).Select(number => Of($"orders-{number}"))]);
        team.Mails.Count().ShouldBe(4);
        await team.PassAsync(TimeSpan.FromMinutes(3));

        team.Mails.Count().ShouldBe(5);
        team.MailTexts.Last().ShouldContain("Many messages at once: together with 55 more");
        (await team.RowsAsync(Of("orders-30"))).ShouldContain("Opened mail Grouped StormCap");
        await team.PassAsync(TimeSpan.FromMinutes(30));
        team.Mails.Count().ShouldBe(5);
    }

    [Fact]
    public async Task The_first_critical_one_is_told_at_once_in_the_middle_of_a_storm()
    {
        using var team = new QuietTeam();
        await team.HearAsync([.. Enumerable.Range(0, 20).Select(number => Of($"orders-{number}"))]);
        await team.HearAsync(Of("orders-down", severity: Severity.Critical));

        team.Mails.Count().ShouldBe(5);
        team.Mails.Last().ShouldContain("orders-down");
    }

    [Fact]
    public async Task What_becomes_critical_in_a_storm_is_told_at_once_too()
    {
        using var team = new QuietTeam();
        await team.HearAsync([.. Enumerable.Range(0, 20).Select(number => Of($"orders-{number}"))]);
        await team.HearAsync(Of("orders-2", minute: 1, severity: Severity.Critical));

        team.Mails.Count().ShouldBe(5);
        team.Mails.Last().ShouldContain("orders-2");
    }

    [Fact]
    public async Task What_began_and_ended_in_a_storm_is_told_too()
    {
        using var team = new QuietTeam();
        await team.HearAsync([.. Enumerable.Range(0, 6).Select(number => Of($"orders-{number}"))]);
        await team.HearAsync(Of("orders-4", SignalCondition.Resolved, 1), Of("orders-5", SignalCondition.Resolved, 1));
        await team.PassAsync(TimeSpan.FromMinutes(4));

        team.Mails.Count().ShouldBe(5);
        team.Mails.Last().ShouldContain("Resolved");
        team.MailTexts.Last().ShouldContain("(ended)");
    }

    [Fact]
    public async Task Groups_whose_time_comes_together_are_capped_too_the_worst_first()
    {
        using var team = new QuietTeam(mailGroups: new GroupSettings { By = ["service"] });
        await team.HearAsync([.. Enumerable.Range(0, 30).SelectMany(service => new[] { Of($"s{service}-cpu"), Of($"s{service}-disk") })]);
        await team.HearAsync(Of("payment-down", severity: Severity.Critical));
        await team.PassAsync(TimeSpan.FromMinutes(1));

        team.Mails.Count().ShouldBe(4);
        team.Mails.First().ShouldContain("payment-down");
        await team.PassAsync(TimeSpan.FromMinutes(4));
        team.Mails.Count().ShouldBe(5);
        team.MailTexts.Last().ShouldContain("together with 53 more");
    }

    [Fact]
    public async Task A_silence_that_begins_in_a_storm_keeps_its_own_quiet()
    {
        using var team = new QuietTeam();
        await team.HearAsync([.. Enumerable.Range(0, 8).Select(number => Of($"orders-{number}"))]);
        await team.SilenceAsync(TimeSpan.FromMinutes(30), new Matcher("name", MatchOperator.Equal, "orders-6"));
        await team.PassAsync(TimeSpan.FromMinutes(3));

        team.MailTexts.Last().ShouldContain("together with 2 more");
        team.MailTexts.Last().ShouldNotContain("orders-6");
        (await team.RowsAsync(Of("orders-6"))).ShouldContain("Opened mail Held Silence");
    }

    private static Signal Of(
        string name, SignalCondition condition = SignalCondition.Firing, int minute = 0, Severity severity = Severity.Medium)
    {
        var signal = Signal(condition, minute, name);
        return signal with { Subject = signal.Subject with { Service = name.Split('-')[0], Title = name }, DeclaredSeverity = severity };
    }
}
