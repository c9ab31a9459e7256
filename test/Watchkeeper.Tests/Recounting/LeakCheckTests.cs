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
        Find(held, endedAt: Night.AddMinutes(-61)).ShouldBe("its message by slack is kept back, and its incident has ended");
        Find(held, endedAt: Night.AddMinutes(-59)).ShouldBeNull();
        Find(held with { Suppression = Silenced with { Until = Night.AddHours(-2) } })
            .ShouldBe("its message by slack is kept back beyond 2026-11-24 23:23");
        LeakCheck.Find(Event(held), null, Night).ShouldBe("its message by slack is kept back, and its incident has ended");
    }

    [Fact]
    public void What_is_muted_is_looked_at_when_its_mute_ends()
    {
        var decided = Event(Unsent.Hold(Silenced with { Until = Night.AddHours(-2) }, Decided));
        var muted = decided.Entry.Entry.Incident with { Mute = new Mute(MuteKind.MuteRule, "arn:deploy", Night.AddHours(1)) };

        LeakCheck.Find(decided, muted, Night).ShouldBeNull();
    }

    [Fact]
    public void A_decision_without_an_entry_leaks()
    {
        var lost = new DecidedEvent.Lost("event-1", Decided, "opened", "inc-1");

        LeakCheck.Find(lost, null, Night).ShouldNotBeNull();
        LeakCheck.Find(lost, null, Decided.AddMinutes(5)).ShouldBeNull();
    }

    [Fact]
    public void The_count_names_ten_leaks_and_counts_the_others()
    {
        var recount = Enumerable.Range(0, 12).Aggregate(
            new Recount(new DateOnly(2026, 11, 24), '7'), (all, number) => all.With(new DecidedEvent.Lost($"event-{number}", Decided, "opened", "inc-1"), null, Night));

        recount.Numbers.ShouldBe("12 events: 12 pending");
        var signal = LeakIncident.Found(recount, new Home("123456789012", "eu-central-1"), Night).ShouldNotBeNull();
        signal.Reason.ShouldStartWith("12 of 12 events: 12 pending; event event-0 of inc-1: it was decided, and its incident has no entry of it; ");
        signal.Reason.ShouldEndWith("; and 2 more");
        LeakIncident.Found(new Recount(recount.Day, '7'), Home.Unknown, Night).ShouldBeNull();
    }

    private static string? Find(Delivery delivery, DateTimeOffset? endedAt = null, DateTimeOffset? now = null)
    {
        var decided = Event(delivery);
        var incident = decided.Entry.Entry.Incident with
        {
            Status = endedAt is null ? IncidentStatus.Open : IncidentStatus.Resolved,
            ResolvedAt = endedAt,
        };
        return LeakCheck.Find(decided, incident, now ?? Night);
    }

    private static DecidedEvent.WithEntry Event(Delivery delivery)
    {
        var entry = SampleEntries.Create(Transition.Opened);
        return new DecidedEvent.WithEntry(new NotificationRecord { Entry = entry, Deliveries = [delivery] }, entry.Change!);
    }
}
