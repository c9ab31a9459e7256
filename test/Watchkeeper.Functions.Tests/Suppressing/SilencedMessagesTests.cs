using Shouldly;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Routing;
using Watchkeeper.Signals;
using Xunit;
using static Watchkeeper.Functions.Tests.World;

namespace Watchkeeper.Functions.Tests.Suppressing;

public sealed class SilencedMessagesTests : IDisposable
{
    private static readonly Matcher Cpu = new("kind", MatchOperator.Equal, "cpu");
    private readonly QuietTeam team = new();

    public void Dispose() => team.Dispose();

    [Fact] // alertmanager 2896.
    public async Task What_still_fires_when_its_silence_ends_is_told_and_says_why_it_comes_late()
    {
        var silence = await team.SilenceAsync(TimeSpan.FromMinutes(30), Cpu);

        await team.HearAsync(Signal());
        (await team.RowsAsync(Signal())).ShouldBe(["Opened mail Held Silence", "Opened chat Held Silence"]);
        await team.PassAsync(TimeSpan.FromMinutes(28));
        team.Mails.ShouldBeEmpty();
        await team.PassAsync(TimeSpan.FromMinutes(3));

        team.Mails.ShouldHaveSingleItem();
        team.MailTexts.Single().ShouldContain($"Kept quiet until now by silence {silence.Id} (anna: the database moves).");
        team.Chats.ShouldHaveSingleItem();
        (await team.RowsAsync(Signal())).ShouldBe(["Opened mail Sent Silence", "Opened chat Sent Silence"]);
        await team.PassAsync(TimeSpan.FromMinutes(10));
        team.Mails.ShouldHaveSingleItem("once is enough");
    }

    [Fact]
    public async Task A_silence_that_somebody_ends_early_ends_within_a_minute()
    {
        var silence = await team.SilenceAsync(TimeSpan.FromHours(8), Cpu);
        await team.HearAsync(Signal());
        await team.PassAsync(TimeSpan.FromMinutes(5));

        var now = team.World.Time.GetUtcNow();
        await team.World.Silences.ReplaceAsync(
            silence, silence with { EndsAt = now, ChangedAt = now, ChangedBy = "bo" }, now, TestContextToken);
        await team.PassAsync(TimeSpan.FromMinutes(1));

        team.Mails.ShouldHaveSingleItem();
    }

    [Fact] // alertmanager 226: people were told of the end of what they had never heard of.
    public async Task What_ends_while_it_is_silenced_is_never_told()
    {
        await team.SilenceAsync(TimeSpan.FromMinutes(30), Cpu);
        await team.HearAsync(Signal());
        await team.HearAsync(Signal(SignalCondition.Resolved, minute: 5));
        await team.PassAsync(TimeSpan.FromMinutes(40));

        team.Mails.ShouldBeEmpty();
        (await team.RowsAsync(Signal())).ShouldBe(
        [
            "Opened mail Suppressed Silence", "Opened chat Suppressed Silence",
            "Resolved mail Suppressed Silence", "Resolved chat Suppressed Silence",
        ]);
    }

    [Fact] // alertmanager 1803, 2805, 3664, 4634; alerta 278: a page that was open when the silence began stayed open.
    public async Task Whoever_was_told_that_it_began_hears_of_its_end_though_it_is_silenced_by_now()
    {
        await team.HearAsync(Signal());
        await team.SilenceAsync(TimeSpan.FromHours(8), Cpu);
        await team.HearAsync(Signal(SignalCondition.Resolved, minute: 5));

        (await team.RowsAsync(Signal())).ShouldBe(
            ["Opened mail Sent", "Opened chat Sent", "Resolved mail Sent", "Resolved chat Sent"]);
    }

    [Fact]
    public async Task An_end_just_after_the_silence_ended_is_not_told_where_the_beginning_was_not()
    {
        await team.SilenceAsync(TimeSpan.FromMinutes(30), Cpu);
        await team.HearAsync(Signal());
        team.World.Time.Advance(TimeSpan.FromMinutes(30));
        await team.HearAsync(Signal(SignalCondition.Resolved, minute: 5));
        await team.PassAsync(TimeSpan.FromMinutes(2));

        team.Mails.ShouldBeEmpty();
    }

    [Fact] // A silence is on labels, so that it survives resolved and firing again.
    public async Task What_comes_back_is_silenced_too_and_told_once_when_the_silence_ends()
    {
        await team.SilenceAsync(TimeSpan.FromMinutes(30), Cpu);
        await team.HearAsync(Signal());
        await team.HearAsync(Signal(SignalCondition.Resolved, minute: 5));
        await team.HearAsync(Signal(minute: 6));
        await team.PassAsync(TimeSpan.FromMinutes(32));

        team.Mails.ShouldHaveSingleItem();
        (await team.RowsAsync(Signal())).Where(line => line.Contains("mail", StringComparison.Ordinal)).ShouldBe(
            ["Opened mail Suppressed Silence", "Resolved mail Suppressed Silence", "Reopened mail Sent Silence"]);
    }

    [Fact]
    public async Task Of_several_messages_about_the_same_thing_one_is_told_with_the_worst_fact()
    {
        await team.SilenceAsync(TimeSpan.FromHours(5), Cpu);
        await team.HearAsync(Signal());
        await team.HearAsync(Signal(minute: 1, labels: ("severity", "critical")) with { DeclaredSeverity = Severity.Critical });
        await team.PassAsync(TimeSpan.FromHours(5));

        team.Mails.ShouldHaveSingleItem().ShouldStartWith("[CRITICAL] Opened");
        (await team.RowsAsync(Signal())).Where(line => line.Contains("mail", StringComparison.Ordinal)).ShouldBe(
            ["Opened mail Sent Silence", "Escalated mail Merged Silence", "Reminded mail Merged Silence"]);
    }

    [Fact]
    public async Task Nothing_counts_as_told_by_a_message_over_which_a_process_died()
    {
        await team.SilenceAsync(TimeSpan.FromMinutes(30), Cpu);
        await team.HearAsync(Signal());
        await team.HearAsync(Signal(minute: 1, labels: ("severity", "critical")) with { DeclaredSeverity = Severity.Critical });
        await team.PassAsync(TimeSpan.FromMinutes(29));
        var opened = await team.World.LastRowAsync();
        opened.Entry.Transition.ShouldBe(Transition.Opened);
        var now = team.World.Time.GetUtcNow();
        (await team.World.Notifications.ClaimAsync(opened, now, now.AddMinutes(10), TestContextToken)).ShouldBeOfType<ClaimResult.Claimed>();
        await team.PassAsync(TimeSpan.FromMinutes(5));

        team.Mails.ShouldBeEmpty();
        (await team.RowsAsync(Signal())).ShouldContain("Escalated mail Held Silence");
        await team.PassAsync(TimeSpan.FromMinutes(10));
        team.Mails.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_a_silence_does_not_match_is_told_at_once()
    {
        await team.SilenceAsync(TimeSpan.FromMinutes(30), Cpu, new Matcher("name", MatchOperator.Regex, "payment-.*"));
        await team.HearAsync(Signal());

        team.Mails.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_acknowledgement_of_what_nobody_was_told_of_is_recorded_and_not_told()
    {
        await team.SilenceAsync(TimeSpan.FromMinutes(30), Cpu);
        await team.HearAsync(Signal());
        var incident = (await team.World.Slots.ReadAsync(Signal().Subject.Fingerprint, TestContextToken))!.Incident!;
        await new OperatorDesk(team.World.Slots, team.World.Time).ActAsync(
            incident.Subject.Fingerprint, incident.Id, new OperatorAction("1", OperatorVerb.Acknowledge, "bo", ""), TestContextToken);
        await team.DeliverAsync(team.World.Changes[^1]);

        team.Mails.ShouldBeEmpty();
        (await team.RowsAsync(Signal()))[2].ShouldBe("Acknowledged mail Suppressed Silence");
    }

    [Fact]
    public async Task A_redelivered_change_neither_tells_nor_forgets_what_is_kept_back()
    {
        await team.SilenceAsync(TimeSpan.FromMinutes(30), Cpu);
        await team.HearAsync(Signal());
        team.World.Time.Advance(TimeSpan.FromMinutes(31));
        await team.DeliverAsync(team.World.Changes[^1]);
        (await team.RowsAsync(Signal()))[0].ShouldBe("Opened mail Held Silence", "the sweep looks, once for all");
        await team.PassAsync(TimeSpan.FromMinutes(1));

        team.Mails.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_longer_silence_takes_over_and_is_the_reason()
    {
        await team.SilenceAsync(TimeSpan.FromMinutes(10), Cpu);
        await team.HearAsync(Signal());
        var second = await team.SilenceAsync(TimeSpan.FromHours(2), Cpu);
        await team.PassAsync(TimeSpan.FromMinutes(15));

        team.Mails.ShouldBeEmpty();
        (await team.World.LastRowAsync()).Deliveries[0].Suppression!.By.ShouldBe(second.Id);
        await team.PassAsync(TimeSpan.FromHours(2));
        team.MailTexts.ShouldHaveSingleItem().ShouldContain(second.Id);
    }

    [Fact]
    public async Task Silences_that_cannot_be_read_keep_nothing_quiet()
    {
        await team.SilenceAsync(TimeSpan.FromHours(8), Cpu);
        await team.World.Table.WriteAsync(
            new Storage.Rows.RowUpdate(
                new Storage.Rows.RowKey("Z#C", (await team.World.Silences.ListAsync(TestContextToken)).Silences[0].Id),
                [Storage.Rows.RowChange.Set("m", Storage.Rows.RowValue.Text("damaged"))]),
            TestContextToken);
        await team.HearAsync(Signal());

        team.Mails.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Silences_count_though_the_row_that_tells_of_their_changes_is_damaged()
    {
        await team.SilenceAsync(TimeSpan.FromMinutes(30), Cpu);
        await team.HearAsync(Signal());
        await team.World.Table.WriteAsync(
            new Storage.Rows.RowUpdate(
                new Storage.Rows.RowKey("Z#", "HEAD"), [Storage.Rows.RowChange.Set("h", Storage.Rows.RowValue.Number(1))]),
            TestContextToken);
        await team.HearAsync(Signal(name: "other-cpu"));
        await team.PassAsync(TimeSpan.FromMinutes(28));
        team.Mails.ShouldBeEmpty();
        await team.PassAsync(TimeSpan.FromMinutes(3));

        team.Mails.Count().ShouldBe(2);
    }

    [Fact]
    public async Task The_sweep_moves_silences_that_are_over_to_a_list_of_their_own()
    {
        var silence = await team.SilenceAsync(TimeSpan.FromMinutes(10), Cpu);
        await team.PassAsync(TimeSpan.FromMinutes(60));
        (await team.World.Silences.ListAsync(TestContextToken)).Silences.ShouldHaveSingleItem();
        await team.PassAsync(TimeSpan.FromMinutes(12));

        (await team.World.Silences.ListAsync(TestContextToken)).Silences.ShouldBeEmpty();
        (await team.World.Silences.ListPastAsync(10, TestContextToken)).Silences.ShouldHaveSingleItem().Id.ShouldBe(silence.Id);
    }
}
