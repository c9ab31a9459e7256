using Shouldly;
using Watchkeeper.Functions.Tests.Suppressing;
using Watchkeeper.Notification;
using Watchkeeper.Routing;
using Watchkeeper.Signals;
using Xunit;
using static Watchkeeper.Functions.Tests.World;

namespace Watchkeeper.Functions.Tests.Grouping;

/// <summary>Messages that are told together.</summary>
public sealed class GroupedMessagesTests
{
    private static readonly GroupSettings ByService = new()
    {
        By = ["service"],
        Wait = TimeSpan.FromSeconds(30),
        Interval = TimeSpan.FromMinutes(5),
    };

    [Fact] // kubermatic 8193: a message about a group showed its first alert alone.
    public async Task Those_that_begin_together_are_told_in_one_message_that_names_them_all()
    {
        using var team = new QuietTeam(mailGroups: ByService);
        await team.HearAsync(Of("orders-cpu"), Of("orders-disk"), Of("orders-errors"), Of("payment-queue"));

        team.Mails.ShouldBeEmpty();
        team.Chats.Count().ShouldBe(4);
        await team.PassAsync(TimeSpan.FromMinutes(1));

        team.Mails.Count().ShouldBe(2);
        var orders = team.MailTexts.Single(text => text.Contains("Together with 2 more", StringComparison.Ordinal));
        orders.ShouldContain("orders-disk");
        orders.ShouldContain("orders-errors");
        (await team.RowsAsync(Of("orders-disk"))).ShouldContain("Opened mail Grouped Grouping");
    }

    [Fact] // alertmanager 322, 642
    public async Task Who_joins_later_is_told_after_the_interval()
    {
        using var team = new QuietTeam(mailGroups: ByService);
        await team.HearAsync(Of("orders-cpu"));
        await team.PassAsync(TimeSpan.FromMinutes(1));
        await team.HearAsync(Of("orders-disk", minute: 1));

        await team.PassAsync(TimeSpan.FromMinutes(4));
        team.Mails.Count().ShouldBe(1);
        await team.PassAsync(TimeSpan.FromMinutes(1));
        team.Mails.Count().ShouldBe(2);
    }

    [Fact] // alertmanager 1399, 278: which of a group have ended.
    public async Task The_ends_of_some_are_told_with_those_that_still_fire()
    {
        using var team = new QuietTeam(mailGroups: ByService);
        await team.HearAsync(Of("orders-cpu"), Of("orders-disk"));
        await team.PassAsync(TimeSpan.FromMinutes(1));
        await team.HearAsync(Of("orders-cpu", SignalCondition.Resolved, 2), Of("orders-errors", minute: 2));
        await team.PassAsync(TimeSpan.FromMinutes(6));

        team.Mails.Count().ShouldBe(2);
        team.MailTexts.Last().ShouldContain("orders-cpu (ended)");
        team.Mails.Last().ShouldContain("orders-errors");
    }

    [Fact]
    public async Task The_ends_of_all_are_told_once()
    {
        using var team = new QuietTeam(mailGroups: ByService);
        await team.HearAsync(Of("orders-cpu"), Of("orders-disk"));
        await team.PassAsync(TimeSpan.FromMinutes(1));
        await team.HearAsync(Of("orders-cpu", SignalCondition.Resolved, 2), Of("orders-disk", SignalCondition.Resolved, 3));
        await team.PassAsync(TimeSpan.FromMinutes(10));

        team.Mails.Count().ShouldBe(2);
        team.Mails.Last().ShouldContain("Resolved");
    }

    [Fact] // As for Alertmanager: a group of nothing but what is over, and was never told, is told to nobody.
    public async Task What_begins_and_ends_while_it_waits_is_recorded_and_not_told()
    {
        using var team = new QuietTeam(mailGroups: ByService);
        await team.HearAsync(Of("orders-cpu"), Of("orders-cpu", SignalCondition.Resolved, 1));
        await team.PassAsync(TimeSpan.FromMinutes(10));

        team.Mails.ShouldBeEmpty();
        (await team.RowsAsync(Of("orders-cpu"))).Where(row => row.Contains("mail", StringComparison.Ordinal)).ShouldBe(
            ["Opened mail Suppressed Grouping", "Resolved mail Suppressed Grouping"]);
    }

    [Fact]
    public async Task Who_flaps_while_it_waits_is_told_once_as_it_is_now()
    {
        using var team = new QuietTeam(mailGroups: ByService);
        await team.HearAsync(
            Of("orders-cpu"), Of("orders-cpu", SignalCondition.Resolved, 1), Of("orders-cpu", minute: 2));
        await team.PassAsync(TimeSpan.FromMinutes(10));

        team.Mails.ShouldHaveSingleItem();
        (await team.RowsAsync(Of("orders-cpu"))).Count(row => row.Contains("mail Merged", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public async Task A_silence_that_begins_while_a_group_waits_keeps_its_own_members_quiet()
    {
        using var team = new QuietTeam(mailGroups: ByService);
        await team.HearAsync(Of("orders-cpu"), Of("orders-disk"));
        await team.SilenceAsync(TimeSpan.FromMinutes(30), new Matcher("name", MatchOperator.Equal, "orders-disk"));
        await team.PassAsync(TimeSpan.FromMinutes(1));

        team.Mails.ShouldHaveSingleItem();
        team.MailTexts.Single().ShouldNotContain("orders-disk");
        (await team.RowsAsync(Of("orders-disk"))).ShouldContain("Opened mail Held Silence");
    }

    [Fact]
    public async Task An_end_is_told_where_a_silence_keeps_quiet_that_it_began_anew()
    {
        using var team = new QuietTeam(mailGroups: ByService);
        await team.HearAsync(Of("orders-cpu"));
        await team.PassAsync(TimeSpan.FromMinutes(1));
        await team.HearAsync(Of("orders-cpu", SignalCondition.Resolved, 2), Of("orders-cpu", minute: 3));
        await team.SilenceAsync(TimeSpan.FromMinutes(30), new Matcher("name", MatchOperator.Equal, "orders-cpu"));
        await team.PassAsync(TimeSpan.FromMinutes(10));

        team.Mails.Count().ShouldBe(2);
        team.Mails.Last().ShouldContain("Resolved");
        (await team.RowsAsync(Of("orders-cpu"))).ShouldContain("Reopened mail Held Silence");
    }

    [Fact]
    public async Task What_a_silence_kept_back_is_told_together_when_it_ends()
    {
        using var team = new QuietTeam(mailGroups: ByService);
        await team.SilenceAsync(TimeSpan.FromMinutes(10), new Matcher("service", MatchOperator.Equal, "orders"));
        await team.HearAsync(Of("orders-cpu"), Of("orders-disk"), Of("orders-errors"));
        await team.PassAsync(TimeSpan.FromMinutes(14));

        team.Mails.ShouldHaveSingleItem();
        team.MailTexts.Single().ShouldContain("Together with 2 more");
    }

    [Fact] // alertmanager 1587: later alerts of a group went unnoticed in a pager, and its end closed what still fired.
    public void A_pager_gets_an_alert_for_each_incident()
    {
        var pager = new Channel(ChannelKind.Pagerduty, "key");

        Watchkeeper.Grouping.MessageGroup.Of(new Route { Grouping = ByService }, LabelSet.Empty, pager).ShouldBeNull();
    }

    [Fact]
    public async Task Fifty_of_one_service_are_named_or_counted()
    {
        using var team = new QuietTeam(mailGroups: ByService);
        await team.HearAsync([.. Enumerable.Range(0, 50).Select(number => Of($"orders-{number}"))]);
        await team.PassAsync(TimeSpan.FromMinutes(1));

        team.Mails.ShouldHaveSingleItem();
        team.MailTexts.Single().ShouldContain("Together with 49 more");
        team.MailTexts.Single().ShouldContain("and 39 more");
    }

    [Fact]
    public async Task A_process_that_dies_after_it_took_a_group_leaves_it_to_the_next()
    {
        using var team = new QuietTeam(mailGroups: ByService);
        await team.HearAsync(Of("orders-cpu"), Of("orders-disk"));
        team.World.Time.Advance(TimeSpan.FromMinutes(1));
        var row = (await team.World.LastRowAsync()).Deliveries[0];
        var group = Watchkeeper.Grouping.MessageGroup.Of(
            team.World.Configuration.Route.Routes[0], LabelSet.From([KeyValuePair.Create("service", "orders")]), row.Channel)!;
        var now = team.World.Time.GetUtcNow();
        (await team.World.Groups.TakeAsync(group, now, now.AddSeconds(90), TestContextToken)).ShouldNotBeNull();

        await team.SweepAsync();
        team.Mails.ShouldBeEmpty();
        await team.PassAsync(TimeSpan.FromMinutes(2));
        team.Mails.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_a_process_that_died_left_unsent_beside_a_group_is_sent()
    {
        using var team = new QuietTeam(mailGroups: ByService);
        await team.HearAsync(Of("orders-cpu"), Of("orders-disk"));
        var now = team.World.Time.GetUtcNow();
        var log = team.World.Notifications;
        var row = (await log.ClaimAsync(await team.World.LastRowAsync(), now, now.AddSeconds(20), TestContextToken))
            .ShouldBeOfType<ClaimResult.Claimed>().Record;
        var chat = row.Deliveries.Single(delivery => delivery.Channel.Kind is not ChannelKind.Mail);
        await log.SettleAsync(
            row with { Deliveries = row.Deliveries.Replace(chat, Delivery.To(new Receiver(chat.Receiver, []), chat.Channel)) }, TestContextToken);
        await team.PassAsync(TimeSpan.FromMinutes(2));

        team.Mails.ShouldHaveSingleItem();
        team.Chats.Count().ShouldBe(3);
    }

    [Fact]
    public async Task What_counts_as_told_by_a_message_waits_for_the_group_with_it()
    {
        using var team = new QuietTeam(mailGroups: ByService with { Wait = TimeSpan.FromMinutes(3) });
        await team.SilenceAsync(TimeSpan.FromMinutes(5), new Matcher("service", MatchOperator.Equal, "orders"));
        await team.HearAsync(Of("orders-cpu"), Of("orders-cpu", minute: 1) with { DeclaredSeverity = Severity.Critical });
        await team.PassAsync(TimeSpan.FromMinutes(6));
        (await team.RowsAsync(Of("orders-cpu"))).ShouldContain("Escalated mail Held Grouping");
        await team.HearAsync(Of("orders-cpu", SignalCondition.Resolved, 7));
        await team.PassAsync(TimeSpan.FromMinutes(10));

        team.Mails.ShouldBeEmpty();
        (await team.RowsAsync(Of("orders-cpu"))).ShouldNotContain("Escalated mail Merged Grouping");
    }

    private static Signal Of(string name, SignalCondition condition = SignalCondition.Firing, int minute = 0)
    {
        var signal = Signal(condition, minute, name);
        return signal with { Subject = signal.Subject with { Service = name.Split('-')[0], Title = name } };
    }
}
