using Shouldly;
using Watchkeeper.Notification;
using Watchkeeper.Reactions;
using Watchkeeper.Testing.Incidents;
using Xunit;

namespace Watchkeeper.Testing.Stores;

/// <summary>What <see cref="INotificationLog"/> promises.</summary>
public abstract class NotificationLogContract : StoreContract
{
    private const int Claimers = 64;
    private static readonly DateTimeOffset Now = Orders.Now(0);
    private static readonly DateTimeOffset Deadline = Orders.Now(1);

    [Fact]
    public async Task The_first_claim_writes_the_row_and_holds_it()
    {
        await using var stores = await OpenAsync();

        var claimed = await ClaimAsync(stores, Telling.Pending());

        claimed.Claim.ShouldBe(1);
        claimed.HeldUntil.ShouldBe(Deadline);
        (await ListAsync(stores)).ShouldHaveSingleItem().ShouldSay(Telling.Pending() with { Claim = 1, HeldUntil = Deadline });
    }

    [Fact]
    public async Task A_claim_stands_against_others_until_its_deadline_and_is_then_taken_over()
    {
        await using var stores = await OpenAsync();
        var first = await ClaimAsync(stores, Telling.Pending());

        (await stores.Notices.ClaimAsync(Telling.Pending(), Deadline.AddTicks(-1), Deadline.AddMinutes(1), Token))
            .ShouldBe(new ClaimResult.Held(Deadline));
        var second = (await stores.Notices.ClaimAsync(Telling.Pending(), Deadline, Deadline.AddMinutes(1), Token))
            .ShouldBeOfType<ClaimResult.Claimed>().Record;

        second.ShouldSay(first with { Claim = 2, HeldUntil = Deadline.AddMinutes(1) });
        (await stores.Notices.SettleAsync(Telling.Sent(first), Token)).ShouldBeFalse();
        (await ListAsync(stores)).ShouldHaveSingleItem().ShouldSay(second);
        (await stores.Notices.SettleAsync(Telling.Sent(second), Token)).ShouldBeTrue();
    }

    [Fact]
    public async Task Of_many_claims_one_holds()
    {
        await using var stores = await OpenAsync();

        var results = await AtOnceAsync(Claimers, _ => stores.Notices.ClaimAsync(Telling.Pending(), Now, Deadline, Token));

        results.OfType<ClaimResult.Claimed>().ShouldHaveSingleItem();
        results.Count(result => result == new ClaimResult.Held(Deadline)).ShouldBe(Claimers - 1);
    }

    [Fact]
    public async Task Of_many_that_take_over_a_claim_that_ran_out_one_holds()
    {
        await using var stores = await OpenAsync();
        await ClaimAsync(stores, Telling.Pending());
        var later = Deadline.AddMinutes(1);

        var results = await AtOnceAsync(Claimers, _ => stores.Notices.ClaimAsync(Telling.Pending(), Deadline, later, Token));

        results.OfType<ClaimResult.Claimed>().ShouldHaveSingleItem().Record.Claim.ShouldBe(2);
        results.Count(result => result == new ClaimResult.Held(later)).ShouldBe(Claimers - 1);
    }

    [Fact]
    public async Task A_settled_row_has_nothing_left_to_claim()
    {
        await using var stores = await OpenAsync();
        var sent = Telling.Sent(await ClaimAsync(stores, Telling.Pending()));

        (await stores.Notices.SettleAsync(sent, Token)).ShouldBeTrue();
        (await stores.Notices.SettleAsync(sent, Token)).ShouldBeTrue("its answer may have been lost");

        (await stores.Notices.ClaimAsync(Telling.Pending(), Now, Deadline, Token))
            .ShouldBeOfType<ClaimResult.Settled>().Record.ShouldSay(sent with { HeldUntil = null });
        (await DueAsync(stores, DateTimeOffset.MaxValue)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_the_row_says_counts_over_what_would_have_begun_it()
    {
        await using var stores = await OpenAsync();
        var retrying = Telling.Retrying(await ClaimAsync(stores, Telling.Pending()), Now.AddMinutes(5));
        await stores.Notices.SettleAsync(retrying, Token);

        var again = await ClaimAsync(stores, Telling.Pending() with { Deliveries = [] });

        again.ShouldSay(retrying with { Claim = 2, HeldUntil = Deadline });
    }

    [Fact]
    public async Task A_row_is_due_from_the_time_of_its_next_try_until_that_is_settled()
    {
        await using var stores = await OpenAsync();
        var due = Now.AddMinutes(5);
        await stores.Notices.SettleAsync(Telling.Retrying(await ClaimAsync(stores, Telling.Pending()), due), Token);
        await ClaimAsync(stores, Telling.Pending(version: 2));

        (await DueAsync(stores, due.AddTicks(-1))).ShouldBeEmpty();
        var found = (await DueAsync(stores, due)).ShouldHaveSingleItem();
        found.Entry.Key.ShouldBe("T#0000000001");
        var again = await ClaimAsync(stores, found);
        again.Claim.ShouldBe(2);
        (await DueAsync(stores, due)).ShouldHaveSingleItem().ShouldSay(again);
        await stores.Notices.SettleAsync(Telling.Retrying(again, due.AddMinutes(5)), Token);
        (await DueAsync(stores, due)).ShouldBeEmpty();
        (await DueAsync(stores, due.AddMinutes(5))).ShouldHaveSingleItem();
        await stores.Notices.SettleAsync(Telling.Sent(await ClaimAsync(stores, found)), Token);
        (await DueAsync(stores, DateTimeOffset.MaxValue)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_claim_that_was_never_made_settles_nothing()
    {
        await using var stores = await OpenAsync();

        (await stores.Notices.SettleAsync(Telling.Pending() with { Claim = 1 }, Token)).ShouldBeFalse();
        (await ListAsync(stores)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_row_that_nobody_is_told_of_is_recorded_once_and_is_settled()
    {
        await using var stores = await OpenAsync();
        var row = Telling.Row();

        await stores.Notices.RecordAsync(row, Token);
        await stores.Notices.RecordAsync(row with { Entry = row.Entry with { At = Now.AddHours(1) } }, Token);

        (await ListAsync(stores)).ShouldHaveSingleItem().ShouldSay(row);
        (await stores.Notices.ClaimAsync(Telling.Pending(), Now, Deadline, Token)).ShouldBeOfType<ClaimResult.Settled>();
    }

    [Fact]
    public async Task The_rows_of_one_incident_are_listed_in_the_order_of_their_keys()
    {
        await using var stores = await OpenAsync();
        var reacted = Telling.Row() with
        {
            Entry = Telling.Row().Entry with { Key = "N#scale-out.0", Transition = null, Change = null, Reaction = Reacting.Started() },
        };
        await stores.Reactions.ReserveAsync(Reacting.Reserve(Reacting.Started()), Token);
        foreach (var row in (NotificationRecord[])[Telling.Row(version: 10), Telling.Row(version: 9), reacted, Telling.Row("another")])
            await stores.Notices.RecordAsync(row, Token);

        var rows = await ListAsync(stores);

        rows.Select(row => row.Entry.Key).ShouldBe(["N#scale-out.0", "T#0000000009", "T#0000000010"]);
        rows[0].ShouldSay(reacted);
        rows[0].Entry.Reaction!.Action.ShouldBe(new ReactionAction.SetDesiredCapacity("shop-order-asg", 2, 3));
    }

    private static async Task<NotificationRecord> ClaimAsync(StoreHarness stores, NotificationRecord fresh) =>
        (await stores.Notices.ClaimAsync(fresh, Now, Deadline, Token)).ShouldBeOfType<ClaimResult.Claimed>().Record;

    private static async Task<List<NotificationRecord>> ListAsync(StoreHarness stores) =>
        await CollectAsync(stores.Notices.ListAsync(Telling.Row().Entry.Incident.Id, Token));

    private static async Task<List<NotificationRecord>> DueAsync(StoreHarness stores, DateTimeOffset now) =>
        await CollectAsync(stores.Notices.ListDueAsync(now, Token));

    private static async Task<List<NotificationRecord>> CollectAsync(IAsyncEnumerable<NotificationRecord> rows)
    {
        var list = new List<NotificationRecord>();
        await foreach (var row in rows)
            list.Add(row);
        return list;
    }
}
