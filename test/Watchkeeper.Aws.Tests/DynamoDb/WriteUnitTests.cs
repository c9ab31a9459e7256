using Amazon.DynamoDBv2.Model;
using Shouldly;
using Watchkeeper.Counting;
using Watchkeeper.Functions.Intake;
using Watchkeeper.Grouping;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Routing;
using Watchkeeper.Signals;
using Watchkeeper.Storage;
using Watchkeeper.Testing;
using Watchkeeper.Testing.Incidents;
using Watchkeeper.Testing.Stores;
using Xunit;

namespace Watchkeeper.Aws.Tests.DynamoDb;

/// <summary>The write units of one event, as AWS bills them.</summary>
public sealed class WriteUnitTests(DynamoDbLocalFixture emulator)
{
    private const int Unit = 1024;
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_incident_takes_2_units_to_open_1_to_repeat_2_to_end_and_no_read()
    {
        await using var stores = await DynamoDbHarness.OpenAsync(emulator, emulator.ServiceUrl);
        var meter = new CapacityMeter(stores.Client);

        await stores.Slots.WriteAsync(Orders.Opening(), Token);
        meter.Since().ShouldBe((1, 2), "the row and its entry in the index");
        foreach (var minute in Enumerable.Range(1, 7))
            (await stores.Slots.WriteAsync(Orders.Repeat(minute), Token)).ShouldBeOfType<SlotWritten>();
        meter.Since().ShouldBe((7, 7));
        await stores.Slots.WriteAsync(Orders.End(8), Token);
        meter.Since().ShouldBe((1, 2), "the row and its entry in the index, which goes");
    }

    [Fact]
    public async Task A_repeated_act_takes_1_unit_even_though_it_is_shown()
    {
        await using var stores = await DynamoDbHarness.OpenAsync(emulator, emulator.ServiceUrl);
        var act = Orders.Signal(nature: SignalNature.Event) with { Act = Act.For(isRefused: false, "mallory") };
        var opening = Lifecycle.Decide(null, act, Severity.High, Orders.Options, Orders.Now(0)).Write!;
        await stores.Slots.WriteAsync(opening, Token);
        var meter = new CapacityMeter(stores.Client);

        var again = Orders.Signal(minute: 1, nature: SignalNature.Event) with { Act = act.Act };
        again = again with { Subject = again.Subject with { Title = "Trail stopped from elsewhere" } };
        var repeat = OptimisticWrite.Decide(
            Assumption.ActiveIncident, again, Severity.High, Orders.Options, Orders.Now(1)).Write!;
        var written = (await stores.Slots.WriteAsync(repeat, Token)).ShouldBeOfType<SlotWritten>();

        meter.Since().ShouldBe((1, 1));
        written.Slot.Incident!.Subject.Title.ShouldBe("Trail stopped from elsewhere");
    }

    [Fact]
    public async Task An_acknowledgement_and_an_escalation_leave_the_index_alone()
    {
        await using var stores = await DynamoDbHarness.OpenAsync(emulator, emulator.ServiceUrl);
        var slot = Orders.Opening().Apply(null);
        await stores.Slots.WriteAsync(Orders.Opening(), Token);
        var meter = new CapacityMeter(stores.Client);

        var action = new OperatorAction("a1", OperatorVerb.Acknowledge, "kim");
        slot = await WriteAsync(stores, OperatorActions.Decide(slot, slot.Incident!.Id, action, Orders.Now(1)));
        meter.Since().ShouldBe((1, 1));
        await WriteAsync(
            stores, Lifecycle.Decide(slot, Orders.Signal(minute: 2), Severity.Critical, Orders.Options, Orders.Now(2)));
        meter.Since().ShouldBe((1, 1));
    }

    [Fact]
    public async Task A_notification_takes_1_unit_to_claim_1_to_settle_1_for_each_list_and_1_to_enter_or_leave_the_due_index()
    {
        await using var stores = await DynamoDbHarness.OpenAsync(emulator, emulator.ServiceUrl);
        var meter = new CapacityMeter(stores.Client);

        var first = await ClaimAsync(stores, SampleNotifications.Pending());
        meter.Since().ShouldBe((4, 4), "the row, and its event, its service and its resource");
        await stores.Notifications.SettleAsync(SampleNotifications.Sent(first), Token);
        meter.Since().ShouldBe((1, 1));

        var second = await ClaimAsync(stores, SampleNotifications.Pending(version: 2));
        meter.Since().ShouldBe((4, 4));
        await stores.Notifications.SettleAsync(SampleNotifications.Retrying(second, Orders.Now(5)), Token);
        meter.Since().ShouldBe((1, 2));
        // The sweep claims the row that it has read; its lists are written.
        var again = await ClaimAsync(stores, SampleNotifications.Pending(version: 2) with { Claim = 1 });
        // A refused put returns the row and costs a unit that DynamoDB Local does not count; the pending delivery and its reason
        // may take the row over a kilobyte.
        meter.Since().Units.ShouldBeLessThanOrEqualTo(2);
        await stores.Notifications.SettleAsync(SampleNotifications.Sent(again), Token);
        meter.Since().Units.ShouldBeLessThanOrEqualTo(3);

        await stores.Notifications.RecordAsync(SampleNotifications.Row(version: 3) with { Entry = Repeat() }, Token);
        meter.Since().ShouldBe((2, 2), "a repeat leads only from its event");

        static TimelineEntry Repeat() => SampleNotifications.Row(version: 3).Entry with { Transition = null };
    }

    [Fact]
    public async Task The_first_message_of_a_group_takes_1_unit_more_and_those_that_follow_none()
    {
        await using var stores = await DynamoDbHarness.OpenAsync(emulator, emulator.ServiceUrl);
        var meter = new CapacityMeter(stores.Client) { AllowsReads = true };
        var store = new GroupStore(stores.Table);
        var group = new MessageGroup("g", "service=\"orders\"", new GroupSettings { By = ["service"] });
        var address = MessageGroup.Of(new Channel(ChannelKind.Mail, "a@shop.example"), StormCap.Default)!;

        await store.JoinAsync(group, "inc-1 T#1", Orders.Now(0), Token);
        meter.Since().ShouldBe((1, 1));
        foreach (var number in Enumerable.Range(2, 9))
            await store.JoinAsync(group, $"inc-{number} T#1", Orders.Now(0), Token);
        meter.Since().ShouldBe((0, 0));
        foreach (var _ in Enumerable.Range(0, 4))
            await store.PassAsync(address, StormCap.Default, isUrgent: false, Orders.Now(0), Token);
        meter.Since().ShouldBe((4, 4), "what goes at once is counted");
        foreach (var _ in Enumerable.Range(0, 9))
            await store.PassAsync(address, StormCap.Default, isUrgent: false, Orders.Now(0), Token);
        meter.Since().ShouldBe((1, 1), "what waits for others is not");
    }

    [Fact]
    public async Task A_reservation_takes_one_transaction_and_its_outcome_1_unit()
    {
        await using var stores = await DynamoDbHarness.OpenAsync(emulator, emulator.ServiceUrl);
        var meter = new CapacityMeter(stores.Client);
        var started = Reacting.Started();

        await stores.Reactions.ReserveAsync(Reacting.Reserve(started), Token);
        // AWS counts two units for each of the three; DynamoDB Local counts fewer.
        var (requests, units) = meter.Since();
        requests.ShouldBe(1);
        units.ShouldBeLessThanOrEqualTo(6);
        await stores.Reactions.FinishAsync(started with { Status = Watchkeeper.Reactions.ReactionStatus.Done }, Token);
        meter.Since().ShouldBe((1, 1));

        await stores.Reactions.ReserveAsync(Reacting.Reserve(Reacting.Replacing("i-0abc")), Token);
        (requests, units) = meter.Since();
        requests.ShouldBe(1, "the first replacement in a group knows that there is none");
        units.ShouldBeLessThanOrEqualTo(8);
    }

    [Theory]
    [InlineData(32, false)]
    [InlineData(20, true)]
    public async Task An_event_below_its_threshold_takes_1_unit_to_count_1_to_record_and_no_read(int count, bool isDistinct)
    {
        await using var stores = await DynamoDbHarness.OpenAsync(emulator, emulator.ServiceUrl);
        var counter = new EventCounter(new CountStore(stores.Table, TimeProvider.System));
        var events = new EventLog(stores.Table);
        var meter = new CapacityMeter(stores.Client);

        // Far apart, so that the window fills up and the threshold is never reached.
        foreach (var number in Enumerable.Range(0, (2 * count) + 5))
        {
            var one = SampleCounts.Event(number, 700 * number, isDistinct ? number : null, threshold: new Threshold(count, 10));
            (await counter.CountAsync(one, Token)).Answer.IsReached.ShouldBeFalse();
            meter.Since().ShouldBe((1, 1), $"event {number}");
        }

        var signal = Orders.Signal(nature: SignalNature.Event);
        await events.RecordAsync(
            new EventRecord
            {
                EventId = signal.EventId,
                Function = "TrailFunction",
                Outcome = Outcome.Suppressed,
                Reason = "below-threshold",
                Signal = signal,
                Severity = Severity.Medium,
                At = Orders.Now(0),
            },
            Token);
        meter.Since().ShouldBe((1, 1));
    }

    [Fact]
    public async Task Another_process_takes_one_refused_write_more_and_no_read()
    {
        await using var stores = await DynamoDbHarness.OpenAsync(emulator, emulator.ServiceUrl);
        var store = new CountStore(stores.Table, TimeProvider.System);
        await new EventCounter(store).CountAsync(SampleCounts.Event(1), Token);
        var meter = new CapacityMeter(stores.Client);

        await new EventCounter(store).CountAsync(SampleCounts.Event(2), Token);

        // AWS bills a unit for the refused write too, which DynamoDB Local does not count.
        meter.Since().ShouldBe((2, 1));
    }

    [Fact]
    public async Task Common_rows_fit_into_one_unit()
    {
        await using var stores = await DynamoDbHarness.OpenAsync(emulator, emulator.ServiceUrl);
        await stores.Slots.WriteAsync(Orders.Opening(), Token);
        var sizes = new List<int> { await SizeAsync(stores, SlotKey) };
        for (var minute = 1; minute < RecentSignalIds.Capacity; minute++)
        {
            await stores.Slots.WriteAsync(Orders.Repeat(minute), Token);
            sizes.Add(await SizeAsync(stores, SlotKey));
        }

        var record = await ClaimAsync(stores, SampleNotifications.Pending());
        await stores.Notifications.SettleAsync(SampleNotifications.Sent(record), Token);
        var units = await SizeAsync(stores, ($"I#{record.Entry.Incident.Id}", record.Entry.Key));
        var started = Reacting.Started();
        await stores.Reactions.ReserveAsync(Reacting.Reserve(started), Token);
        var reaction = await SizeAsync(stores, ($"I#{started.Incident.Id}", $"R#{started.Step}"));

        TestContext.Current.TestOutputHelper!.WriteLine(
            $"slot with 1 to {sizes.Count} ids: {string.Join(' ', sizes)} bytes; notification sent two ways: "
                + $"{units}; reaction: {reaction}");
        sizes.Count(size => size <= Unit).ShouldBeGreaterThanOrEqualTo(13, "only a ring that is nearly full takes a second unit");
        units.ShouldBeLessThanOrEqualTo(Unit);
        reaction.ShouldBeLessThanOrEqualTo(Unit);
    }

    [Fact]
    public async Task A_decision_under_an_applied_configuration_takes_seven_bytes_more_so_that_twelve_ids_fit()
    {
        await using var stores = await DynamoDbHarness.OpenAsync(emulator, emulator.ServiceUrl);
        var slot = Orders.Opening().Apply(null);
        await stores.Slots.WriteAsync(new SlotPut(slot, 0), Token);
        var usual = await SizeAsync(stores, SlotKey);
        var applied = slot with { Version = slot.Version + 1, Last = slot.Last with { Configuration = "0a1b2c3d4e5f" } };
        await stores.Slots.WriteAsync(new SlotPut(applied, slot.Version), Token);

        // As text, which earlier versions of Watchkeeper read too.
        (await SizeAsync(stores, SlotKey) - usual).ShouldBe(7);
    }

    private static (string Pk, string Sk) SlotKey => ($"F#{Orders.Subject().Fingerprint.Key}", "SLOT");

    private static async Task<int> SizeAsync(DynamoDbHarness stores, (string Pk, string Sk) key)
    {
        var item = await stores.Client.GetItemAsync(
            stores.Name,
            new Dictionary<string, AttributeValue>(StringComparer.Ordinal)
            {
                ["pk"] = new() { S = key.Pk },
                ["sk"] = new() { S = key.Sk },
            },
            true,
            Token);
        return ItemSize.InBytes(item.Item);
    }

    private static async Task<NotificationRecord> ClaimAsync(DynamoDbHarness stores, NotificationRecord fresh) =>
        (await stores.Notifications.ClaimAsync(fresh, Orders.Now(2), Orders.Now(3), Token))
            .ShouldBeOfType<ClaimResult.Claimed>().Record;

    private static async Task<Slot> WriteAsync(DynamoDbHarness stores, Decision decision) =>
        (await stores.Slots.WriteAsync(decision.Write!, Token)).ShouldBeOfType<SlotWritten>().Slot;
}
