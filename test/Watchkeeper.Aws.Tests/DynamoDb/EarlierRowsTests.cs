using Amazon.DynamoDBv2.Model;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Queries;
using Watchkeeper.Reactions;
using Watchkeeper.Signals;
using Watchkeeper.Testing;
using Watchkeeper.Testing.Incidents;
using Watchkeeper.Testing.Stores;
using Xunit;

namespace Watchkeeper.Aws.Tests.DynamoDb;

/// <summary>A table outlives the version that wrote it: an earlier version wrote the rows of the files.</summary>
public sealed class EarlierRowsTests(DynamoDbLocalFixture emulator)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rows_are_written_as_an_earlier_version_wrote_them_and_say_more()
    {
        await using var stores = await DynamoDbHarness.OpenAsync(emulator, emulator.ServiceUrl);

        await RowStory.PlayAsync(stores.Slots, stores.Notifications, stores.Reactions);

        var all = await stores.Client.ScanAsync(new ScanRequest { TableName = stores.Name, ConsistentRead = true }, Token);
        foreach (var kind in RowFiles.Kinds)
            RowFiles.Write(kind, all.Items.Select(RowFiles.Earlier)).ShouldBe(RowFiles.Text(kind), kind);
    }

    [Fact]
    public async Task Rows_of_an_earlier_version_are_read_unchanged()
    {
        await using var stores = await OpenAsync();

        foreach (var slot in (Slot[])[RowStory.Rich, RowStory.Well])
            (await stores.Slots.ReadAsync(slot.Fingerprint, Token)).ShouldBe(slot);
        foreach (var record in RowStory.Reactions)
            (await stores.Reactions.ReadAsync(record.Incident.Id, record.Step, Token)).ShouldBe(record);
        foreach (var record in RowStory.Notifications)
            (await stores.Notifications.ListAsync(record.Entry.Incident.Id, Token).SingleAsync(Token)).ShouldBeEquivalent(record);
    }

    [Fact]
    public async Task Incidents_of_an_earlier_version_are_changed_ended_and_reopened()
    {
        await using var stores = await OpenAsync();
        var (opened, repeated, ended) = RowStory.Alarms;

        (await RecordAsync(stores, opened, SignalCondition.Firing, 5)).ShouldBe(DecisionReason.Repeated);
        (await RecordAsync(stores, repeated, SignalCondition.Resolved, 5)).ShouldBe(DecisionReason.Resolved);
        (await RecordAsync(stores, repeated, SignalCondition.Resolved, 5)).ShouldBe(DecisionReason.Duplicate);
        (await RecordAsync(stores, ended, SignalCondition.Firing, 5)).ShouldBe(DecisionReason.Reopened);
        (await stores.Slots.ListActiveAsync(Token).Select(slot => slot.Incident!.Subject.Name).ToListAsync(Token))
            .ShouldBe([opened, ended, "another"], ignoreOrder: true);

        var incident = RowStory.Rich.Incident!;
        var resolve = OperatorActions.Decide(
            RowStory.Rich, incident.Id, new OperatorAction("a1", OperatorVerb.Resolve, "kim"), Orders.Now(9));
        (await stores.Slots.WriteAsync(resolve.Write!, Token)).ShouldBeOfType<SlotWritten>();
        foreach (var alarm in (string[])[opened, ended])
            (await RecordAsync(stores, alarm, SignalCondition.Resolved, 9)).ShouldBe(DecisionReason.Resolved);
        (await stores.Slots.ListActiveAsync(Token).ToListAsync(Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Incidents_of_a_version_without_lists_are_found_and_acted_on()
    {
        await using var stores = await OpenAsync(kind => kind != "lists");
        var queries = new IncidentQueries(stores.Table, new FakeTimeProvider(Orders.Now(5)));

        var active = await queries.ListAsync(new IncidentQuestion.Active(), 9, null, Token);
        active.Incidents.Select(one => one.Incident.Subject.Name).ShouldBe(["opened", "repeated", "another"], ignoreOrder: true);
        foreach (var record in RowStory.Notifications.Where(record => record.Entry.Change is not null))
        {
            var incident = record.Entry.Incident;
            (await queries.FindAsync(incident.Id, Token)).ShouldBeOfType<IncidentLookup.Found>(incident.Id);
            (await queries.ReadTimelineAsync(incident.Id, 5, null, Token)).Entries.ShouldHaveSingleItem()
                .ShouldBeEquivalent(record);
        }

        var desk = new OperatorDesk(stores.Slots, new FakeTimeProvider(Orders.Now(6)));
        foreach (var incident in active.Incidents.Select(one => one.Incident))
        {
            var action = new OperatorAction("a1", OperatorVerb.Resolve, "kim", "known");
            (await desk.ActAsync(incident.Subject.Fingerprint, incident.Id, action, Token)).ShouldBeOfType<OperatorResult.Done>();
        }

        (await queries.ListAsync(new IncidentQuestion.Active(), 9, null, Token)).Incidents.ShouldBeEmpty();
    }

    [Fact]
    public async Task Messages_of_an_earlier_version_are_taken_over_settled_and_extended()
    {
        await using var stores = await OpenAsync();
        var claimed = Row("claimed");

        (await stores.Notifications.ClaimAsync(claimed, Orders.Now(0), Orders.Now(2), Token))
            .ShouldBe(new ClaimResult.Held(Orders.Now(1)));
        (await stores.Notifications.SettleAsync(SampleNotifications.Sent(claimed), Token)).ShouldBeTrue();
        var due = await stores.Notifications.ListDueAsync(Orders.Now(5), Token).SingleAsync(Token);
        due.ShouldBeEquivalent(Row("retrying"));
        var again = (await stores.Notifications.ClaimAsync(due, Orders.Now(5), Orders.Now(6), Token))
            .ShouldBeOfType<ClaimResult.Claimed>().Record;
        again.Claim.ShouldBe(2);
        (await stores.Notifications.SettleAsync(SampleNotifications.Sent(again), Token)).ShouldBeTrue();
        (await stores.Notifications.ListDueAsync(DateTimeOffset.MaxValue, Token).ToListAsync(Token)).ShouldBeEmpty();
        (await stores.Notifications.ClaimAsync(Row("recorded"), Orders.Now(5), Orders.Now(6), Token))
            .ShouldBeOfType<ClaimResult.Settled>();
        (await AddAsync(stores, SampleNotifications.Feedback(Row("settled")))).Reason.ShouldBe(FeedbackReason.Undelivered);
        (await AddAsync(stores, Row("returned").Feedback[0])).Reason.ShouldBe(FeedbackReason.Duplicate);
        (await AddAsync(stores, SampleNotifications.Feedback(Row("returned"), id: "more"))).Record!.Feedback.Length.ShouldBe(6);
    }

    [Fact]
    public async Task Reactions_and_guards_of_an_earlier_version_still_guard()
    {
        await using var stores = await OpenAsync();
        var started = RowStory.Reactions[0];

        (await stores.Reactions.ReserveAsync(Reacting.Reserve(started), Token))
            .ShouldBe(new ReservationResult.AlreadyThere(started));
        (await stores.Reactions.ReserveAsync(Reacting.Reserve(Reacting.Started("new", "done")), Token))
            .ShouldBe(new ReservationResult.Refused(ReactionRefusal.Cooldown));
        (await stores.Reactions.ReserveAsync(Reacting.Reserve(Reacting.Started("new", "new"), budget: 5), Token))
            .ShouldBe(new ReservationResult.Refused(ReactionRefusal.Budget));
        (await stores.Reactions.FinishAsync(started with { Status = ReactionStatus.Done }, Token)).ShouldBeTrue();
        (await stores.Reactions.FinishAsync(started with { Status = ReactionStatus.Failed }, Token)).ShouldBeFalse();

        var another = Reacting.Replacing("i-2", "group-7");
        var known = (await stores.Reactions.ReserveAsync(Reacting.Reserve(another), Token))
            .ShouldBeOfType<ReservationResult.Superseded>().Current;
        known.Reserved.Select(each => each.Instance).ShouldBe(["i-0123456789abcdef0"]);
        (await stores.Reactions.ReserveAsync(Reacting.Reserve(another, known: known), Token))
            .ShouldBe(new ReservationResult.Reserved());
    }

    private async Task<DynamoDbHarness> OpenAsync(Func<string, bool>? isWanted = null)
    {
        var stores = await DynamoDbHarness.OpenAsync(emulator, emulator.ServiceUrl);
        foreach (var row in RowFiles.Kinds.Where(isWanted ?? (_ => true)).SelectMany(RowFiles.Read))
            await stores.Client.PutItemAsync(stores.Name, row, Token);
        return stores;
    }

    private static NotificationRecord Row(string alarm) => RowStory.Notifications.Single(
        record => record.Entry.Incident.Subject.Name == alarm);

    private static Task<DecisionReason> RecordAsync(StoreHarness stores, string alarm, SignalCondition condition, int minute) =>
        stores.Slots.RecordAsync(RowStory.Signal(alarm, condition, minute), Severity.High, Token);

    private static Task<FeedbackResult> AddAsync(StoreHarness stores, Feedback feedback)
    {
        var record = RowStory.Notifications.Single(
            each => each.Deliveries.Any(delivery => each.KeyOf(delivery) == feedback.Delivery));
        return stores.Notifications.AddFeedbackAsync(record.Entry.Incident.Id, record.Entry.Key, feedback, Token);
    }
}
