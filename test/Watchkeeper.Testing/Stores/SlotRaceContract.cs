using Shouldly;
using Watchkeeper.Incidents;
using Watchkeeper.Signals;
using Watchkeeper.Testing.Incidents;
using Xunit;

namespace Watchkeeper.Testing.Stores;

/// <summary>The contract of <see cref="ISlotStore"/> for concurrent callers.</summary>
public abstract class SlotRaceContract : StoreContract
{
    private const int Writers = 64;

    [Fact]
    public async Task Of_many_concurrent_openings_one_is_carried_out()
    {
        await using var stores = await OpenAsync();

        var results = await AtOnceAsync(Writers, number => stores.Slots.WriteAsync(Orders.Opening(minute: number), Token));

        var winner = results.OfType<SlotWritten>().ShouldHaveSingleItem().Slot;
        results.OfType<SlotRefused>().Select(refused => refused.Current).ShouldAllBe(current => current == winner);
        (await stores.Slots.ReadAsync(winner.Fingerprint, Token)).ShouldBe(winner);
    }

    [Fact]
    public async Task Of_many_replacements_of_one_version_one_is_carried_out()
    {
        await using var stores = await OpenAsync();
        var opened = Orders.Opening().Apply(null);
        await stores.Slots.WriteAsync(Orders.Opening(), Token);

        var results = await AtOnceAsync(Writers, number => stores.Slots.WriteAsync(
            new SlotPut(opened with { Version = 2, Incident = opened.Incident! with { Signals = 100 + number } }, 1), Token));

        var winner = results.OfType<SlotWritten>().ShouldHaveSingleItem().Slot;
        results.OfType<SlotRefused>().Count(refused => refused.Current == winner).ShouldBe(Writers - 1);
    }

    [Fact]
    public async Task Of_many_deliveries_of_one_signal_one_counts()
    {
        await using var stores = await OpenAsync();

        var reasons = await AtOnceAsync(Writers, _ => stores.Slots.RecordAsync(Orders.Signal(), Severity.High, Token));

        reasons.Count(reason => reason is DecisionReason.Opened).ShouldBe(1);
        reasons.Count(reason => reason is DecisionReason.Duplicate).ShouldBe(Writers - 1);
        var slot = await stores.Slots.ReadAsync(Orders.Subject().Fingerprint, Token);
        slot!.Version.ShouldBe(1);
        slot.Incident!.Signals.ShouldBe(1);
    }

    [Fact]
    public async Task All_of_many_concurrent_events_are_counted_in_one_incident()
    {
        await using var stores = await OpenAsync();

        var reasons = await AtOnceAsync(Writers, number => stores.Slots.RecordAsync(
            Orders.Signal(minute: number, nature: SignalNature.Event), Severity.High, Token));

        reasons.Count(reason => reason is DecisionReason.Opened).ShouldBe(1);
        reasons.Count(reason => reason is DecisionReason.Repeated).ShouldBe(Writers - 1);
        var slot = await stores.Slots.ReadAsync(Orders.Subject().Fingerprint, Token);
        slot!.Version.ShouldBe(Writers);
        slot.Incident!.Signals.ShouldBe(Writers);
        slot.NewestAt.ShouldBe(Orders.Noon.AddMinutes(Writers - 1));
        slot.Recent.Count.ShouldBeInRange(RecentSignalIds.MaxRecalled, RecentSignalIds.Capacity);
    }

    [Fact]
    public async Task Concurrent_states_end_in_the_newest()
    {
        await using var stores = await OpenAsync();

        await AtOnceAsync(Writers, number => stores.Slots.RecordAsync(
            Orders.Signal(number % 2 == 0 ? SignalCondition.Firing : SignalCondition.Resolved, number), Severity.High, Token));

        var slot = await stores.Slots.ReadAsync(Orders.Subject().Fingerprint, Token);
        slot!.Active.ShouldBeNull();
        slot.NewestAt.ShouldBe(Orders.Noon.AddMinutes(Writers - 1));
    }
}
