using Shouldly;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Queries;
using Watchkeeper.Signals;
using Watchkeeper.Testing.Incidents;
using Watchkeeper.Testing.Stores;
using Xunit;

namespace Watchkeeper.Testing.Queries;

/// <summary>The contract of <see cref="INotificationLog.MendAsync"/>.</summary>
public abstract class LostChangeContract : StoreContract
{
    private const string FirstKey = "T#0000000000";
    private static readonly IncidentQuestion Ended = new IncidentQuestion.Ended(Orders.Noon, Orders.Noon.AddDays(1));
    private static readonly IncidentQuestion OfService = new IncidentQuestion.OfService("order");
    private static readonly IncidentQuestion OfResource = new IncidentQuestion.OfResource("shop-order-asg");

    [Fact]
    public async Task A_lost_opening_is_proved_by_a_later_entry_and_mended_once()
    {
        await using var world = await QueriedAsync();
        await world.LoseAsync(Orders.Signal());
        var incident = await world.RecordAsync(Orders.Signal(minute: 1));
        (await world.ListAsync(OfResource, 5)).ShouldBeEmpty();
        var slot = await SlotAsync(world);

        (await MendAsync(world, slot, isDelivered: false)).ShouldBe([FirstKey]);
        (await MendAsync(world, slot, isDelivered: false)).ShouldBeEmpty();

        (await world.ListAsync(OfResource, 5)).ShouldBe([incident.Id]);
        (await world.ListAsync(OfService, 5)).ShouldBe([incident.Id]);
        var (entries, _) = await world.Queries.ReadTimelineAsync(incident.Id, 9, null, Token);
        var opening = entries[^1];
        (opening.Entry.Transition, opening.Reason, opening.Entry.At, opening.Entry.Incident.Status).ShouldBe(
            (Transition.Opened, NotificationReason.Lost, incident.OpenedAt, IncidentStatus.Open));
    }

    [Fact]
    public async Task An_opening_that_nothing_followed_is_mended_only_when_the_stream_can_no_longer_deliver_it()
    {
        await using var world = await QueriedAsync();
        var signal = Orders.Signal();
        var slot = await world.LoseAsync(signal);

        (await MendAsync(world, slot, isDelivered: false)).ShouldBeEmpty();
        (await MendAsync(world, slot, isDelivered: true)).ShouldBe(["T#0000000001"]);
        (await MendAsync(world, slot, isDelivered: true)).ShouldBeEmpty();

        (await world.ListAsync(OfResource, 5)).ShouldBe([slot.Incident!.Id]);
        var trace = await world.Queries.TraceAsync(signal.EventId, Token);
        var record = trace.Entries.ShouldHaveSingleItem();
        record.Entry.Change.ShouldBe(slot.Last);
        EventEnd.For(trace)!.Kind.ShouldBe(EventEndKind.Failed);
    }

    [Fact]
    public async Task A_lost_repeat_is_mended_and_causes_no_transition()
    {
        await using var world = await QueriedAsync();
        await world.RecordAsync(Orders.Signal());
        var slot = await world.LoseAsync(Orders.Signal(minute: 1));

        (await MendAsync(world, slot, isDelivered: true)).ShouldBe(["T#0000000002"]);

        (await world.Queries.TraceAsync(Orders.Signal(minute: 1).EventId, Token)).Entries.ShouldHaveSingleItem()
            .Entry.Transition.ShouldBeNull();
    }

    [Fact]
    public async Task A_lost_end_is_mended_from_the_slot_that_another_incident_is_about_to_take()
    {
        await using var world = await QueriedAsync();
        var incident = await world.RecordAsync(Orders.Signal());
        var slot = await world.LoseAsync(Orders.Signal(SignalCondition.Resolved, 5));

        (await MendAsync(world, slot, isDelivered: true)).ShouldBe(["T#0000000002"]);
        (await MendAsync(world, slot, isDelivered: true)).ShouldBeEmpty();
        await world.RecordAsync(Orders.Signal(minute: 60));

        (await world.ListAsync(Ended, 5)).ShouldBe([incident.Id]);
        (await world.Queries.TraceAsync(Orders.Signal(minute: 5).EventId, Token)).Entries.ShouldHaveSingleItem();
        (await world.Queries.FindAsync(incident.Id, Token)).ShouldBeOfType<IncidentLookup.Found>()
            .Snapshot.Incident.ResolvedAt.ShouldBe(Orders.Noon.AddMinutes(5));
    }

    [Fact]
    public async Task An_incident_of_which_the_stream_lost_everything_is_mended_from_a_change_after_its_end()
    {
        await using var world = await QueriedAsync();
        await world.LoseAsync(Orders.Signal());
        var ended = await world.LoseAsync(Orders.Signal(SignalCondition.Resolved, 5));
        var slot = await world.LoseAsync(Orders.Signal(SignalCondition.Resolved, 6));
        slot.Last.Reason.ShouldBe(DecisionReason.NothingToResolve);

        (await MendAsync(world, slot, isDelivered: true)).ShouldBe([FirstKey, "T#0000000003"]);
        (await MendAsync(world, slot, isDelivered: true)).ShouldBeEmpty();

        (await world.ListAsync(OfResource, 5)).ShouldBe([ended.Incident!.Id]);
        (await world.ListAsync(Ended, 5)).ShouldBe([ended.Incident.Id]);
    }

    [Fact]
    public async Task An_end_that_a_late_event_follows_is_mended_too()
    {
        await using var world = await QueriedAsync();
        await world.RecordAsync(Orders.Signal(nature: SignalNature.Event));
        await world.LoseAsync(Orders.Signal(SignalCondition.Resolved, 5, nature: SignalNature.Event));
        var incident = await world.RecordAsync(Orders.Signal(minute: 3, nature: SignalNature.Event));
        var slot = await SlotAsync(world);
        slot.Last.Reason.ShouldBe(DecisionReason.Late);
        (await world.ListAsync(Ended, 5)).ShouldBeEmpty();

        (await MendAsync(world, slot, isDelivered: true)).ShouldNotBeEmpty();
        (await MendAsync(world, slot, isDelivered: true)).ShouldBeEmpty();

        (await world.ListAsync(Ended, 5)).ShouldBe([incident.Id]);
    }

    [Fact]
    public async Task Nothing_is_mended_where_nothing_is_lost()
    {
        await using var world = await QueriedAsync();
        Signal[] signals =
        [
            Orders.Signal(nature: SignalNature.Event), Orders.Signal(minute: 1, nature: SignalNature.Event),
            Orders.Signal(SignalCondition.Resolved, 5, nature: SignalNature.Event),
            Orders.Signal(minute: 3, nature: SignalNature.Event),
        ];
        foreach (var signal in signals)
        {
            await world.RecordAsync(signal);
            foreach (var isDelivered in (bool[])[false, true])
                (await MendAsync(world, await SlotAsync(world), isDelivered)).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Messages_that_a_dead_process_left_unfinished_count_as_failed()
    {
        await using var world = await QueriedAsync();
        var slot = await world.LoseAsync(Orders.Signal());
        var (now, deadline) = (Orders.Now(1), Orders.Now(2));
        await world.Stores.Notifications.ClaimAsync(SampleNotifications.Pending(), now, deadline, Token);

        (await MendAsync(world, slot, isDelivered: false)).ShouldBeEmpty();
        (await MendAsync(world, slot, isDelivered: true)).ShouldBe(["T#0000000001"]);
        (await MendAsync(world, slot, isDelivered: true)).ShouldBeEmpty();

        var record = (await world.Queries.TraceAsync(slot.Last.EventId, Token)).Entries.ShouldHaveSingleItem();
        record.Deliveries.ShouldAllBe(delivery => delivery.Status == DeliveryStatus.Failed && delivery.Detail.Length > 0);
        EventEnd.For(record).Kind.ShouldBe(EventEndKind.Failed);
    }

    [Fact]
    public async Task Messages_of_a_change_that_came_after_the_slot_was_read_are_left_to_their_process()
    {
        await using var world = await QueriedAsync();
        await world.RecordAsync(Orders.Signal());
        var read = await SlotAsync(world);
        await world.LoseAsync(Orders.Signal(minute: 1));
        await world.Stores.Notifications.ClaimAsync(
            SampleNotifications.Pending(version: 2), Orders.Now(1), Orders.Now(2), Token);

        (await MendAsync(world, read, isDelivered: true)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Messages_that_wait_for_their_next_attempt_are_left_to_the_sweep()
    {
        await using var world = await QueriedAsync();
        var slot = await world.LoseAsync(Orders.Signal());
        var claimed = (await world.Stores.Notifications.ClaimAsync(
            SampleNotifications.Pending(), Orders.Now(1), Orders.Now(2), Token)).ShouldBeOfType<ClaimResult.Claimed>().Record;
        await world.Stores.Notifications.SettleAsync(SampleNotifications.Retrying(claimed, Orders.Now(5)), Token);

        (await MendAsync(world, slot, isDelivered: true)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_history_no_longer_keeps_is_not_written_again()
    {
        await using var world = await QueriedAsync();
        var slot = await world.LoseAsync(Orders.Signal());

        (await world.Stores.Notifications.MendAsync(
            slot, isDelivered: true, Orders.Noon + StoreHarness.HistoryRetention, Token)).ShouldBeEmpty();
    }

    private static async Task<IReadOnlyList<string>> MendAsync(QueriedStores world, Slot slot, bool isDelivered) =>
        await world.Stores.Notifications.MendAsync(slot, isDelivered, Orders.Now(world.Minute), Token);

    private static async Task<Slot> SlotAsync(QueriedStores world) =>
        (await world.Stores.Slots.ReadAsync(Orders.Subject().Fingerprint, Token))!;

    private async Task<QueriedStores> QueriedAsync() => new(await OpenAsync(), Token);
}
