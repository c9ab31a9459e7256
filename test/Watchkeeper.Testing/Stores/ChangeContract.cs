using Shouldly;
using Watchkeeper.Incidents;
using Watchkeeper.Reactions;
using Watchkeeper.Signals;
using Watchkeeper.Testing.Incidents;
using Xunit;

namespace Watchkeeper.Testing.Stores;

/// <summary>The contract of the stream: each change once, those of one row in order, with the row before and after.</summary>
public abstract class ChangeContract : StoreContract
{
    private static readonly Fingerprint Fingerprint = Orders.Subject().Fingerprint;

    [Fact]
    public async Task Every_change_of_a_slot_is_delivered_once_in_order_with_the_row_before_and_after()
    {
        await using var stores = await OpenAsync();
        SlotWrite[] writes = [Orders.Opening(), Orders.Repeat(1), Orders.End(2)];
        foreach (var write in writes)
            await stores.Slots.WriteAsync(write, Token);
        (await stores.Slots.RecordAsync(Orders.Signal(minute: 3), Severity.High, Token)).ShouldBe(DecisionReason.Reopened);
        var opened = writes[0].Apply(null);
        var repeated = writes[1].Apply(opened);
        var ended = writes[2].Apply(repeated);
        var reopened = await stores.Slots.ReadAsync(Fingerprint, Token);

        (await stores.ChangesAsync(4, Token)).ShouldBe(
        [
            new SlotChanged(null, opened),
            new SlotChanged(opened, repeated),
            new SlotChanged(repeated, ended),
            new SlotChanged(ended, reopened!),
        ]);
    }

    [Fact]
    public async Task A_refused_write_is_not_delivered()
    {
        await using var stores = await OpenAsync();
        await stores.Slots.WriteAsync(Orders.Repeat(1), Token);
        await stores.Slots.WriteAsync(Orders.Opening(), Token);
        await stores.Slots.WriteAsync(Orders.Opening(minute: 1), Token);

        (await stores.ChangesAsync(1, Token)).ShouldBe([new SlotChanged(null, Orders.Opening().Apply(null))]);
    }

    [Fact]
    public async Task Concurrent_changes_form_one_chain()
    {
        const int writers = 64;
        await using var stores = await OpenAsync();
        await AtOnceAsync(writers, number => stores.Slots.RecordAsync(
            Orders.Signal(minute: number, nature: SignalNature.Event), Severity.High, Token));

        var changes = (await stores.ChangesAsync(writers, Token)).Cast<SlotChanged>().ToList();

        changes.Select(change => change.After.Version).ShouldBe(Enumerable.Range(1, writers).Select(version => (long)version));
        changes[0].Before.ShouldBeNull();
        changes.Skip(1).Select(change => change.Before).ShouldBe(changes.SkipLast(1).Select(change => change.After));
        changes[^1].After.ShouldBe(await stores.Slots.ReadAsync(Fingerprint, Token));
    }

    [Fact]
    public async Task Changes_of_the_reaction_ledger_are_delivered_and_those_of_notifications_are_not()
    {
        await using var stores = await OpenAsync();
        var started = Reacting.Started();
        var done = started with { Status = ReactionStatus.Done, FinishedAt = Orders.Now(1) };
        await stores.Reactions.ReserveAsync(Reacting.Reserve(started), Token);
        await stores.Notifications.RecordAsync(SampleNotifications.Row(), Token);
        await stores.Reactions.FinishAsync(done, Token);

        (await stores.ChangesAsync(2, Token)).ShouldBe([new ReactionChanged(null, started), new ReactionChanged(started, done)]);
    }
}
