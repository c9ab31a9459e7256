using Shouldly;
using Watchkeeper.Notification;
using Watchkeeper.Testing.Incidents;
using Xunit;

namespace Watchkeeper.Testing.Stores;

/// <summary>The contract of <see cref="INotificationLog"/> for channels' feedback on accepted messages.</summary>
public abstract class FeedbackContract : StoreContract
{
    private const int Reporters = 12;
    private static readonly DateTimeOffset Now = Orders.Now(0);
    private static readonly DateTimeOffset Deadline = Orders.Now(1);

    [Fact]
    public async Task Feedback_on_a_settled_row_is_recorded_in_it()
    {
        await using var stores = await OpenAsync();
        var sent = await SettledAsync(stores);
        var bounce = SampleNotifications.Feedback(sent);

        (await AddAsync(stores, bounce)).Reason.ShouldBe(FeedbackReason.Undelivered);

        var row = await RowAsync(stores);
        row.ShouldBeEquivalent(sent with { HeldUntil = null, Feedback = [bounce] });
        row.Outcomes[1].Status.ShouldBe(DeliveryStatus.Undelivered);
        (await stores.Notifications.ClaimAsync(SampleNotifications.Pending(), Now, Deadline, Token))
            .ShouldBeOfType<ClaimResult.Settled>();
    }

    [Fact]
    public async Task Feedback_before_the_settling_is_kept_by_it()
    {
        await using var stores = await OpenAsync();
        var claimed = await ClaimAsync(stores);
        var bounce = SampleNotifications.Feedback(claimed);

        (await AddAsync(stores, bounce)).Reason.ShouldBe(FeedbackReason.Undelivered);
        (await stores.Notifications.SettleAsync(SampleNotifications.Sent(claimed), Token)).ShouldBeTrue();

        (await RowAsync(stores)).ShouldBeEquivalent(
            SampleNotifications.Sent(claimed) with { HeldUntil = null, Feedback = [bounce] });
    }

    [Fact]
    public async Task Feedback_is_kept_by_another_claim()
    {
        await using var stores = await OpenAsync();
        var claimed = await ClaimAsync(stores);
        await AddAsync(stores, SampleNotifications.Feedback(claimed));

        var second = (await stores.Notifications.ClaimAsync(SampleNotifications.Pending(), Deadline, Orders.Now(2), Token))
            .ShouldBeOfType<ClaimResult.Claimed>().Record;

        second.Feedback.ShouldBe([SampleNotifications.Feedback(claimed)]);
        (await stores.Notifications.SettleAsync(SampleNotifications.Sent(second), Token)).ShouldBeTrue();
        (await RowAsync(stores)).Feedback.ShouldBe([SampleNotifications.Feedback(claimed)]);
    }

    [Fact]
    public async Task The_same_feedback_counts_once()
    {
        await using var stores = await OpenAsync();
        var bounce = SampleNotifications.Feedback(await SettledAsync(stores));

        var results = await AtOnceAsync(Reporters, _ => AddAsync(stores, bounce));

        results.Count(result => result.Reason is FeedbackReason.Undelivered).ShouldBe(1);
        results.Count(result => result.Reason is FeedbackReason.Duplicate).ShouldBe(Reporters - 1);
        (await RowAsync(stores)).Feedback.ShouldBe([bounce]);
    }

    [Fact]
    public async Task No_concurrent_feedback_is_lost()
    {
        await using var stores = await OpenAsync();
        var sent = await SettledAsync(stores);

        var results = await AtOnceAsync(
            Reporters, reporter => AddAsync(stores, SampleNotifications.Feedback(sent, id: $"{reporter}")));

        results.ShouldAllBe(result => result.Reason == FeedbackReason.Undelivered);
        (await RowAsync(stores)).Feedback.Select(each => each.Id)
            .ShouldBe(
                Enumerable.Range(0, Reporters).Select(reporter => SampleNotifications.Feedback(sent, id: $"{reporter}").Id),
                ignoreOrder: true);
    }

    [Fact]
    public async Task Every_kind_of_feedback_is_read_back_unchanged()
    {
        await using var stores = await OpenAsync();
        var sent = await SettledAsync(stores);
        var reported = Enum.GetValues<FeedbackKind>()
            .Select((kind, i) => SampleNotifications.Feedback(sent, kind, $"{i}", i, $"mail-{i}")).ToList();

        foreach (var each in reported)
            await AddAsync(stores, each);

        (await RowAsync(stores)).Feedback.ShouldBe(reported);
    }

    [Fact]
    public async Task Feedback_without_a_row_makes_no_row()
    {
        await using var stores = await OpenAsync();

        (await AddAsync(stores, SampleNotifications.Feedback(SampleNotifications.Pending())))
            .ShouldBe(new FeedbackResult(FeedbackReason.RowGone, null));

        (await RowsAsync(stores)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_row_that_notified_nobody_takes_no_feedback()
    {
        await using var stores = await OpenAsync();
        await stores.Notifications.RecordAsync(SampleNotifications.Row(), Token);

        (await AddAsync(stores, SampleNotifications.Feedback(SampleNotifications.Pending()))).Reason.ShouldBe(
            FeedbackReason.NoSuchDelivery);

        (await RowAsync(stores)).ShouldBeEquivalent(SampleNotifications.Row());
    }

    [Fact]
    public async Task Feedback_leaves_a_due_row_due()
    {
        await using var stores = await OpenAsync();
        var retrying = SampleNotifications.Retrying(await ClaimAsync(stores), Now.AddMinutes(5));
        await stores.Notifications.SettleAsync(retrying, Token);

        await AddAsync(stores, SampleNotifications.Feedback(retrying));

        var due = new List<NotificationRecord>();
        await foreach (var row in stores.Notifications.ListDueAsync(Now.AddMinutes(5), Token))
            due.Add(row);
        due.ShouldHaveSingleItem().Feedback.ShouldBe([SampleNotifications.Feedback(retrying)]);
    }

    private static Task<FeedbackResult> AddAsync(StoreHarness stores, Feedback feedback)
    {
        var entry = SampleNotifications.Row().Entry;
        return stores.Notifications.AddFeedbackAsync(entry.Incident.Id, entry.Key, feedback, Token);
    }

    private static async Task<NotificationRecord> ClaimAsync(StoreHarness stores) =>
        (await stores.Notifications.ClaimAsync(SampleNotifications.Pending(), Now, Deadline, Token))
            .ShouldBeOfType<ClaimResult.Claimed>().Record;

    private static async Task<NotificationRecord> SettledAsync(StoreHarness stores)
    {
        var sent = SampleNotifications.Sent(await ClaimAsync(stores));
        (await stores.Notifications.SettleAsync(sent, Token)).ShouldBeTrue();
        return sent;
    }

    private static async Task<NotificationRecord> RowAsync(StoreHarness stores) =>
        (await RowsAsync(stores)).ShouldHaveSingleItem();

    private static async Task<List<NotificationRecord>> RowsAsync(StoreHarness stores)
    {
        var rows = new List<NotificationRecord>();
        await foreach (var row in stores.Notifications.ListAsync(SampleNotifications.Row().Entry.Incident.Id, Token))
            rows.Add(row);
        return rows;
    }
}
