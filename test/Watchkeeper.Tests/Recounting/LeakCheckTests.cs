using Shouldly;
using Watchkeeper.Incidents;
using Watchkeeper.Muting;
using Watchkeeper.Notification;
using Watchkeeper.Queries;
using Watchkeeper.Recounting;
using Watchkeeper.Routing;
using Watchkeeper.Signals;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Tests.Recounting;

/// <summary>Which events should have ended, and have not.</summary>
public sealed class LeakCheckTests
{
    private static readonly Channel Chat = new(ChannelKind.Slack, "https://chat.example/1");
    private static readonly DateTimeOffset Decided = SampleEntries.Began.AddSeconds(2);
    private static readonly DateTimeOffset Night = SampleEntries.Began.AddHours(18);
    private static readonly Delivery Unsent = Delivery.To(new Receiver("team", [Chat]), Chat);
    private static readonly Suppression Silenced = new(SuppressionKind.Silence, "sil-1", "anna: the database moves", Decided.AddHours(40));

    [Fact]
    public void What_was_sent_merged_or_given_up_has_ended()
    {
        foreach (var status in new[] { DeliveryStatus.Sent, DeliveryStatus.Failed, DeliveryStatus.Merged, DeliveryStatus.Grouped, DeliveryStatus.Suppressed })
            Find(Unsent with { Status = status }).ShouldBeNull();
    }

    [Fact]
    public void A_message_without_a_next_attempt_leaks()
    {
        Find(Unsent).ShouldBe("its message by slack waits to be sent since 2026-11-24 07:23");
        Find(Unsent, now: Decided.AddMinutes(59)).ShouldBeNull();
    }

    [Fact]
    public void A_message_that_is_tried_again_in_time_does_not()
    {
        Find(Unsent with { Status = DeliveryStatus.Retrying, NextAttemptAt = Night.AddMinutes(10) }).ShouldBeNull();
        Find(Unsent with { Status = DeliveryStatus.Retrying, NextAttemptAt = Night.AddMinutes(-61) }).ShouldNotBeNull();
    }

    [Fact]
    public void What_is_kept_back_leaks_when_its_incident_or_what_keeps_it_back_has_ended()
    {
        var held = Unsent.Hold(Silenced, Decided);

        Find(held).ShouldBeNull();
        Find(held, isActive: false).ShouldBe("its message by slack is kept back, and its incident has ended");
        Find(held with { Suppression = Silenced with { Until = Night.AddHours(-2) } })
            .ShouldBe("its message by slack is kept back beyond 2026-11-24 23:23");
    }

    [Fact]
    public void A_decision_without_an_entry_leaks()
    {
        var lost = new DecidedEvent.Lost("event-1", Decided, "opened", "inc-1");

        LeakCheck.Find(lost, _ => true, Night).ShouldNotBeNull();
        LeakCheck.Find(lost, _ => true, Decided.AddMinutes(5)).ShouldBeNull();
    }

    [Fact]
    public void The_count_names_ten_leaks_and_counts_the_others()
    {
        var recount = Enumerable.Range(0, 12).Aggregate(
            Recount.None, (all, number) => all.With(new DecidedEvent.Lost($"event-{number}", Decided, "opened", "inc-1"), _ => true, Night));
        var day = new DateOnly(2026, 11, 24);

        recount.ToString().ShouldBe("12 events: 12 pending");
        var signal = LeakIncident.Found(recount, day, "7", new Home("123456789012", "eu-central-1"), Night).ShouldNotBeNull();
        signal.Reason.ShouldStartWith("12 of 12 events: 12 pending; event event-0 of inc-1: it was decided, and its incident has no entry of it; ");
        signal.Reason.ShouldEndWith("; and 2 more");
        LeakIncident.Found(Recount.None, day, "7", Home.Unknown, Night).ShouldBeNull();
    }

    private static string? Find(Delivery delivery, bool isActive = true, DateTimeOffset? now = null)
    {
        var entry = SampleEntries.Create(Transition.Opened);
        var row = new NotificationRecord { Entry = entry, Deliveries = [delivery] };
        return LeakCheck.Find(new DecidedEvent.WithEntry(row, entry.Change!), _ => isActive, now ?? Night);
    }
}
