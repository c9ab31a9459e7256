using Shouldly;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Queries;
using Watchkeeper.Routing;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Tests.Queries;

/// <summary>An event has one end, and it says the truth about who heard of it.</summary>
public sealed class EventEndTests
{
    [Fact]
    public void A_signal_without_data_is_suppressed_though_the_timeline_has_it() =>
        EventEnd.For(Record(SampleEntries.Create(null, reason: DecisionReason.NoData), NotificationReason.NothingNew))
            .ShouldBe(new EventEnd(EventEndKind.Suppressed, "no-data"));

    [Fact]
    public void A_repeat_is_merged() =>
        EventEnd.For(Record(SampleEntries.Create(null, reason: DecisionReason.Repeated), NotificationReason.NothingNew))
            .ShouldBe(new EventEnd(EventEndKind.Merged, "nothing-new"));

    [Fact]
    public void A_mute_suppresses() =>
        EventEnd.For(Record(SampleEntries.Create(Transition.Opened), NotificationReason.MutedAtSource))
            .ShouldBe(new EventEnd(EventEndKind.Suppressed, "muted-at-source"));

    [Fact]
    public void A_change_that_the_stream_gave_up_failed() =>
        EventEnd.For(Record(SampleEntries.Create(Transition.Opened), NotificationReason.Lost)).Kind
            .ShouldBe(EventEndKind.Failed);

    [Fact]
    public void One_channel_that_accepted_the_message_notified() =>
        EventEnd.For(Record(
                SampleEntries.Create(Transition.Opened), NotificationReason.Notify, DeliveryStatus.Failed, DeliveryStatus.Sent))
            .Kind.ShouldBe(EventEndKind.Notified);

    [Fact]
    public void A_message_on_its_way_is_pending_until_its_next_attempt()
    {
        var record = Record(SampleEntries.Create(Transition.Opened), NotificationReason.Notify, DeliveryStatus.Retrying);

        EventEnd.For(record).ShouldBe(new EventEnd(EventEndKind.Pending, "notify", SampleEntries.Began.AddHours(1)));
    }

    [Fact]
    public void An_event_that_is_an_act_and_counts_towards_a_threshold_ends_as_the_act()
    {
        var counted = new EventRecord
        {
            EventId = "e-1",
            Function = "TrailFunction",
            Outcome = Outcome.Suppressed,
            Reason = "below-threshold",
            At = SampleEntries.Began,
        };
        var merged = Record(SampleEntries.Create(null, reason: DecisionReason.Repeated), NotificationReason.NothingNew);

        EventEnd.For(new EventTrace("e-1", [merged], [counted])).ShouldBe(new EventEnd(EventEndKind.Merged, "nothing-new"));
        EventEnd.For(new EventTrace("e-1", [], [counted])).ShouldBe(new EventEnd(EventEndKind.Suppressed, "below-threshold"));
    }

    private static NotificationRecord Record(
        TimelineEntry entry, NotificationReason reason, params DeliveryStatus[] deliveries) => new()
        {
            Entry = entry,
            Reason = reason,
            Deliveries =
        [
            .. deliveries.Select((status, at) => new Delivery
            {
                Receiver = "default",
                Channel = new Channel(ChannelKind.Mail, $"{at}@shop.example"),
                Status = status,
                NextAttemptAt = status is DeliveryStatus.Retrying ? SampleEntries.Began.AddHours(1) : null,
            }),
        ],
        };
}
