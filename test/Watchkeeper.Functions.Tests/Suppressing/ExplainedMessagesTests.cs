using System.Collections.Immutable;
using Shouldly;
using Watchkeeper.Muting;
using Watchkeeper.Routing;
using Watchkeeper.Services;
using Watchkeeper.Signals;
using Xunit;
using static Watchkeeper.Functions.Tests.World;

namespace Watchkeeper.Functions.Tests.Suppressing;

/// <summary>Messages that time intervals, rules of inhibition and dependencies keep back.</summary>
public sealed class ExplainedMessagesTests
{
    private static readonly Topology Shop = new(
    [
        Service("orders", "database"),
        Service("database", "storage"),
        Service("storage"),
    ]);

    private static readonly QuietRules Maintenance = QuietRules.None with
    {
        Intervals = ImmutableDictionary.Create<string, ImmutableArray<TimeInterval>>(StringComparer.Ordinal)
            .Add("maintenance", [new TimeInterval { Times = [new NumberRange(12 * 60, (12 * 60) + 30)] }]),
    };

    [Fact] // alertmanager 3367; grafana 50266: what still fired after the window was told hours later, or never.
    public async Task A_window_keeps_its_route_quiet_and_no_other_and_tells_when_it_ends()
    {
        using var team = new QuietTeam(Maintenance, mailMutedIn: "maintenance");
        await team.HearAsync(Signal());

        team.Chats.ShouldHaveSingleItem();
        team.Mails.ShouldBeEmpty();
        (await team.RowsAsync(Signal())).ShouldBe(["Opened mail Held TimeInterval", "Opened chat Sent"]);
        await team.PassAsync(TimeSpan.FromMinutes(29));
        team.Mails.ShouldBeEmpty();
        await team.PassAsync(TimeSpan.FromMinutes(1));

        team.MailTexts.ShouldHaveSingleItem().ShouldContain("Kept quiet until now by time interval maintenance.");
        team.Chats.ShouldHaveSingleItem();
    }

    [Fact] // A deviation from Alertmanager, which keeps the end quiet too.
    public async Task The_end_of_what_was_told_before_a_window_is_told_in_it()
    {
        using var team = new QuietTeam(Maintenance, mailMutedIn: "maintenance");
        team.World.Time.SetUtcNow(Noon.AddDays(1).AddMinutes(-5));
        await team.HearAsync(Signal());
        team.World.Time.Advance(TimeSpan.FromMinutes(10));
        await team.HearAsync(Signal(SignalCondition.Resolved, minute: 5));

        team.Mails.Count().ShouldBe(2);
    }

    [Fact]
    public async Task An_outage_below_keeps_its_dependants_quiet_until_it_ends()
    {
        using var team = new QuietTeam(services: Shop);
        await team.HearAsync(Of("storage-disk"), Of("orders-checkout"));

        team.Mails.ShouldHaveSingleItem().ShouldContain("disk");
        var kept = (await team.World.LastRowAsync()).Deliveries[0].Suppression!;
        kept.Kind.ShouldBe(SuppressionKind.Dependency);
        kept.Detail.ShouldBe("orders → database → storage: high storage-disk is in trouble");
        await team.PassAsync(TimeSpan.FromMinutes(5));
        team.Mails.Count().ShouldBe(1);
        await team.HearAsync(Of("storage-disk", SignalCondition.Resolved, 6));
        await team.PassAsync(TimeSpan.FromMinutes(3));
        team.Mails.Count().ShouldBe(2, "the end of what was told");
        await team.PassAsync(TimeSpan.FromMinutes(1));

        team.Mails.Count().ShouldBe(3, "and what still fires");
        team.Mails.Last().ShouldContain("checkout");
    }

    [Fact] // icinga 5208: each machine behind a router was told as down just after the router was up, and as up a moment later.
    public async Task What_recovers_with_what_explained_it_is_never_told()
    {
        using var team = new QuietTeam(services: Shop);
        await team.HearAsync(Of("database-down"), Of("orders-checkout"));
        await team.HearAsync(Of("database-down", SignalCondition.Resolved, 6));
        await team.PassAsync(TimeSpan.FromMinutes(2));
        await team.HearAsync(Of("orders-checkout", SignalCondition.Resolved, 8));
        await team.PassAsync(TimeSpan.FromMinutes(5));

        team.Mails.Count().ShouldBe(2, "of the database alone");
    }

    [Fact]
    public async Task What_is_explained_again_while_it_may_recover_stays_quiet()
    {
        using var team = new QuietTeam(services: Shop);
        await team.HearAsync(Of("database-down"), Of("orders-checkout"));
        await team.HearAsync(Of("database-down", SignalCondition.Resolved, 1));
        await team.PassAsync(TimeSpan.FromMinutes(2));
        await team.HearAsync(Of("database-down", minute: 3));
        await team.PassAsync(TimeSpan.FromMinutes(10));

        team.Mails.Count().ShouldBe(3, "the database, thrice");
        (await team.RowsAsync(Of("orders-checkout")))[0].ShouldBe("Opened mail Held Dependency");
    }

    [Fact] // simplemonitor 786: what was told before the outage below was told anew after it.
    public async Task What_was_told_before_an_outage_below_is_not_told_anew_after_it()
    {
        using var team = new QuietTeam(services: Shop);
        await team.HearAsync(Of("orders-checkout"));
        await team.HearAsync(Of("database-down"));
        await team.HearAsync(Of("database-down", SignalCondition.Resolved, 6));
        await team.PassAsync(TimeSpan.FromMinutes(10));

        team.Mails.Count().ShouldBe(3);
    }

    [Fact] // naemon 446, OneUptime 3122: what was told to be down is told to be up, whatever is down below.
    public async Task The_end_of_what_was_told_is_told_in_an_outage_below()
    {
        using var team = new QuietTeam(services: Shop);
        await team.HearAsync(Of("orders-checkout"));
        await team.HearAsync(Of("database-down"));
        await team.HearAsync(Of("orders-checkout", SignalCondition.Resolved, 6));

        team.Mails.Count().ShouldBe(3);
    }

    [Fact]
    public async Task A_lesser_trouble_below_explains_nothing()
    {
        using var team = new QuietTeam(services: Shop);
        await team.HearAsync(
            Of("database-slow") with { DeclaredSeverity = Severity.Medium },
            Of("orders-checkout") with { DeclaredSeverity = Severity.Critical });

        team.Mails.Count().ShouldBe(2);
    }

    [Fact]
    public async Task An_intruder_is_told_whatever_is_down_below()
    {
        using var team = new QuietTeam(services: Shop);
        await team.HearAsync(Of("database-down") with { DeclaredSeverity = Severity.Critical });
        var act = Of("orders-root-login");
        await team.HearAsync(act with
        {
            Subject = act.Subject with { Source = SignalSource.Trail, Kind = SignalKind.Detection },
            Nature = SignalNature.Event,
        });

        team.Mails.Count().ShouldBe(2);
    }

    [Fact]
    public async Task A_broken_machine_is_no_symptom_of_a_slow_database()
    {
        using var team = new QuietTeam(services: Shop);
        await team.HearAsync(Of("database-slow") with { DeclaredSeverity = Severity.Critical });
        var machine = Of("orders-machine");
        await team.HearAsync(machine with { Subject = machine.Subject with { Kind = SignalKind.StatusCheck } });

        team.Mails.Count().ShouldBe(2);
    }

    [Fact]
    public async Task Services_that_depend_on_each_other_are_both_told()
    {
        using var team = new QuietTeam(services: new Topology(
        [
            Service("a", "b"),
            Service("b", "a"),
        ]));
        await team.HearAsync(Of("a-one"), Of("b-two"));
        await team.PassAsync(TimeSpan.FromMinutes(2));

        team.Mails.Count().ShouldBe(2);
    }

    [Fact] // Alertmanager keeps both quiet, and nobody hears of the outage.
    public async Task Rules_by_which_two_explain_each_other_keep_neither_quiet()
    {
        using var team = new QuietTeam(QuietRules.None with
        {
            Inhibitions = new InhibitRules([Rule("a", "b"), Rule("b", "c"), Rule("c", "a"), Rule("c", "d")]),
        });
        await team.HearAsync(Of("a"), Of("b"), Of("c"), Of("d"));
        await team.PassAsync(TimeSpan.FromMinutes(2));

        team.Mails.Select(headline => headline.Split(' ').First(word => word is "a" or "b" or "c" or "d")).Order(StringComparer.Ordinal)
            .ToArray().ShouldBe(["a", "b", "c"], customMessage: "what c explains is no part of the circle");
    }

    private static InhibitRule Rule(string source, string target) => new(
        [new Matcher("name", MatchOperator.Equal, source)], [new Matcher("name", MatchOperator.Equal, target)], []);

    private static Service Service(string name, params string[] dependsOn) => new()
    {
        Name = name,
        DependsOn = [.. dependsOn],
        Belongings = [new Belonging(BelongingKind.Name, $"{name}-*")],
    };

    private static Signal Of(string name, SignalCondition condition = SignalCondition.Firing, int minute = 0) =>
        Signal(condition, minute, name);
}
