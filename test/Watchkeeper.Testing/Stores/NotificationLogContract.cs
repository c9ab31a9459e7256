using Shouldly;
using Watchkeeper.Notification;
using Watchkeeper.Reactions;
using Watchkeeper.Testing.Incidents;
using Xunit;

namespace Watchkeeper.Testing.Stores;

/// <summary>The contract of <see cref="INotificationLog"/>.</summary>
public abstract class NotificationLogContract : StoreContract
{
    private const int Claimers = 64;
    private static readonly DateTimeOffset Now = Orders.Now(0);
    private static readonly DateTimeOffset Deadline = Orders.Now(1);

    [Fact]
    public async Task The_first_claim_writes_the_row_and_holds_it()
    {
        await using var stores = await OpenAsync();

        var claimed = await ClaimAsync(stores, SampleNotifications.Pending());

        claimed.Claim.ShouldBe(1);
        claimed.HeldUntil.ShouldBe(Deadline);
        (await ListAsync(stores)).ShouldHaveSingleItem()
            .ShouldBeEquivalent(SampleNotifications.Pending() with { Claim = 1, HeldUntil = Deadline });
    }

    [Fact]
    public async Task A_claim_holds_until_its_deadline_and_can_then_be_taken_over()
    {
        await using var stores = await OpenAsync();
        var first = await ClaimAsync(stores, SampleNotifications.Pending());

        (await stores.Notifications.ClaimAsync(
            SampleNotifications.Pending(), Deadline.AddTicks(-1), Deadline.AddMinutes(1), Token))
            .ShouldBe(new ClaimResult.Held(Deadline));
        var second = (await stores.Notifications.ClaimAsync(
            SampleNotifications.Pending(), Deadline, Deadline.AddMinutes(1), Token))
            .ShouldBeOfType<ClaimResult.Claimed>().Record;

        second.ShouldBeEquivalent(first with { Claim = 2, HeldUntil = Deadline.AddMinutes(1) });
        (await stores.Notifications.SettleAsync(SampleNotifications.Sent(first), Token)).ShouldBeFalse();
        (await ListAsync(stores)).ShouldHaveSingleItem().ShouldBeEquivalent(second);
        (await stores.Notifications.SettleAsync(SampleNotifications.Sent(second), Token)).ShouldBeTrue();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(12)]
    [InlineData(600)]
    public async Task The_first_changes_come_in_order_and_are_bounded(int changes)
    {
        await using var stores = await OpenAsync();
        foreach (var version in Enumerable.Range(1, changes).Reverse())
            await stores.Notifications.RecordAsync(SampleNotifications.Row(version: version), Token);

        var first = await stores.Notifications.ListFirstAsync(SampleNotifications.Row().Entry.Incident.Id, Token)
            .Select(record => record.Entry.Key).ToListAsync(Token);

        first.ShouldBe(Enumerable.Range(1, Math.Min(changes, 585)).Select(version => $"T#{version:D10}"));
    }

    [Fact]
    public async Task Of_many_claims_one_holds()
    {
        await using var stores = await OpenAsync();

        var results = await AtOnceAsync(
            Claimers, _ => stores.Notifications.ClaimAsync(SampleNotifications.Pending(), Now, Deadline, Token));

        results.OfType<ClaimResult.Claimed>().ShouldHaveSingleItem();
        results.Count(result => result == new ClaimResult.Held(Deadline)).ShouldBe(Claimers - 1);
    }

    [Fact]
    public async Task Of_many_takeovers_of_an_expired_claim_one_holds()
    {
        await using var stores = await OpenAsync();
        await ClaimAsync(stores, SampleNotifications.Pending());
        var later = Deadline.AddMinutes(1);

        var results = await AtOnceAsync(
            Claimers, _ => stores.Notifications.ClaimAsync(SampleNotifications.Pending(), Deadline, later, Token));

        results.OfType<ClaimResult.Claimed>().ShouldHaveSingleItem().Record.Claim.ShouldBe(2);
        results.Count(result => result == new ClaimResult.Held(later)).ShouldBe(Claimers - 1);
    }

    [Fact]
    public async Task A_settled_row_has_nothing_left_to_claim()
    {
        await using var stores = await OpenAsync();
        var sent = SampleNotifications.Sent(await ClaimAsync(stores, SampleNotifications.Pending()));

        (await stores.Notifications.SettleAsync(sent, Token)).ShouldBeTrue();
        (await stores.Notifications.SettleAsync(sent, Token)).ShouldBeTrue("its answer may have been lost");

        (await stores.Notifications.ClaimAsync(SampleNotifications.Pending(), Now, Deadline, Token))
            .ShouldBeOfType<ClaimResult.Settled>().Record.ShouldBeEquivalent(sent with { HeldUntil = null });
        (await DueAsync(stores, DateTimeOffset.MaxValue)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_recorded_row_counts_over_the_one_of_the_claim()
    {
        await using var stores = await OpenAsync();
        var retrying = SampleNotifications.Retrying(await ClaimAsync(stores, SampleNotifications.Pending()), Now.AddMinutes(5));
        await stores.Notifications.SettleAsync(retrying, Token);

        var again = await ClaimAsync(stores, SampleNotifications.Pending() with { Deliveries = [] });

        again.ShouldBeEquivalent(retrying with { Claim = 2, HeldUntil = Deadline });
    }

    [Fact]
    public async Task A_row_is_due_from_the_time_of_its_next_attempt_until_that_is_settled()
    {
        await using var stores = await OpenAsync();
        var due = Now.AddMinutes(5);
        await stores.Notifications.SettleAsync(
            SampleNotifications.Retrying(await ClaimAsync(stores, SampleNotifications.Pending()), due), Token);
        await ClaimAsync(stores, SampleNotifications.Pending(version: 2));

        (await DueAsync(stores, due.AddTicks(-1))).ShouldBeEmpty();
        var found = (await DueAsync(stores, due)).ShouldHaveSingleItem();
        found.Entry.Key.ShouldBe("T#0000000001");
        var again = await ClaimAsync(stores, found);
        again.Claim.ShouldBe(2);
        (await DueAsync(stores, due)).ShouldHaveSingleItem().ShouldBeEquivalent(again);
        await stores.Notifications.SettleAsync(SampleNotifications.Retrying(again, due.AddMinutes(5)), Token);
        (await DueAsync(stores, due)).ShouldBeEmpty();
        (await DueAsync(stores, due.AddMinutes(5))).ShouldHaveSingleItem();
        await stores.Notifications.SettleAsync(SampleNotifications.Sent(await ClaimAsync(stores, found)), Token);
        (await DueAsync(stores, DateTimeOffset.MaxValue)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_claim_that_was_never_made_settles_nothing()
    {
        await using var stores = await OpenAsync();

        (await stores.Notifications.SettleAsync(SampleNotifications.Pending() with { Claim = 1 }, Token)).ShouldBeFalse();
        (await ListAsync(stores)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_row_that_notifies_nobody_is_recorded_once_with_its_reason_and_is_settled()
    {
        await using var stores = await OpenAsync();
        var row = SampleNotifications.Row() with { Reason = NotificationReason.Unrouted };

        await stores.Notifications.RecordAsync(row, Token);
        await stores.Notifications.RecordAsync(row with { Entry = row.Entry with { At = Now.AddHours(1) } }, Token);

        (await ListAsync(stores)).ShouldHaveSingleItem().ShouldBeEquivalent(row);
        (await stores.Notifications.ClaimAsync(SampleNotifications.Pending(), Now, Deadline, Token))
            .ShouldBeOfType<ClaimResult.Settled>();
    }

    [Fact]
    public async Task A_muted_row_is_read_back_with_the_receivers_that_were_spared()
    {
        await using var stores = await OpenAsync();
        var row = SampleNotifications.Row() with { Reason = NotificationReason.MutedAtSource, WouldNotify = ["default", "值班"] };

        await stores.Notifications.RecordAsync(row, Token);

        (await ListAsync(stores)).ShouldHaveSingleItem().ShouldBeEquivalent(row);
    }

    [Fact]
    public async Task The_version_whose_routes_were_asked_stays_with_the_row()
    {
        await using var stores = await OpenAsync();
        var row = SampleNotifications.Pending() with { RoutedBy = 3_000_000_000 };

        var first = (await stores.Notifications.ClaimAsync(row, Now, Deadline, Token)).ShouldBeOfType<ClaimResult.Claimed>();
        await stores.Notifications.SettleAsync(SampleNotifications.Sent(first.Record), Token);

        (await ListAsync(stores)).ShouldHaveSingleItem().RoutedBy.ShouldBe(3_000_000_000);
    }

    [Fact]
    public async Task The_rows_of_one_incident_are_listed_in_the_order_of_their_keys()
    {
        await using var stores = await OpenAsync();
        var reacted = SampleNotifications.Row() with
        {
            Entry = SampleNotifications.Row().Entry with
            {
                Key = "N#scale-out.0",
                Transition = null,
                Change = null,
                Reaction = Reacting.Started(),
            },
        };
        await stores.Reactions.ReserveAsync(Reacting.Reserve(Reacting.Started()), Token);
        foreach (var row in (NotificationRecord[])
        [
            SampleNotifications.Row(version: 10), SampleNotifications.Row(version: 9), reacted,
            SampleNotifications.Row("another"),
        ])
        {
            await stores.Notifications.RecordAsync(row, Token);
        }

        var rows = await ListAsync(stores);

        rows.Select(row => row.Entry.Key).ShouldBe(["N#scale-out.0", "T#0000000009", "T#0000000010"]);
        rows[0].ShouldBeEquivalent(reacted);
        rows[0].Entry.Reaction!.Action.ShouldBe(new ReactionAction.SetDesiredCapacity("shop-order-asg", 2, 3));
    }

    private static async Task<NotificationRecord> ClaimAsync(StoreHarness stores, NotificationRecord fresh) =>
        (await stores.Notifications.ClaimAsync(fresh, Now, Deadline, Token)).ShouldBeOfType<ClaimResult.Claimed>().Record;

    private static async Task<List<NotificationRecord>> ListAsync(StoreHarness stores) =>
        await CollectAsync(stores.Notifications.ListAsync(SampleNotifications.Row().Entry.Incident.Id, Token));

    private static async Task<List<NotificationRecord>> DueAsync(StoreHarness stores, DateTimeOffset now) =>
        await CollectAsync(stores.Notifications.ListDueAsync(now, Token));

    private static async Task<List<NotificationRecord>> CollectAsync(IAsyncEnumerable<NotificationRecord> rows)
    {
        var list = new List<NotificationRecord>();
        await foreach (var row in rows)
            list.Add(row);
        return list;
    }
}
