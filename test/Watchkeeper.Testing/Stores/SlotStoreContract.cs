using CsCheck;
using Shouldly;
using Watchkeeper.Incidents;
using Watchkeeper.Signals;
using Watchkeeper.Testing.Incidents;
using Xunit;

namespace Watchkeeper.Testing.Stores;

/// <summary>The contract of <see cref="ISlotStore"/> for one caller.</summary>
public abstract class SlotStoreContract : StoreContract
{
    [Fact]
    public async Task A_slot_that_was_never_written_is_read_as_null()
    {
        await using var stores = await OpenAsync();

        (await stores.Slots.ReadAsync(Generated.Fingerprint, Token)).ShouldBeNull();
    }

    [Fact]
    public async Task A_first_write_is_carried_out_on_no_slot_and_refused_by_an_existing_one()
    {
        await using var stores = await OpenAsync();
        var opening = Orders.Opening();
        var opened = opening.Apply(null);

        (await stores.Slots.WriteAsync(opening, Token)).ShouldBe(new SlotWritten(opened));
        (await stores.Slots.ReadAsync(opening.Fingerprint, Token)).ShouldBe(opened);
        (await stores.Slots.WriteAsync(Orders.Opening(minute: 1), Token)).ShouldBe(new SlotRefused(opened));
        (await stores.Slots.ReadAsync(opening.Fingerprint, Token)).ShouldBe(opened);
    }

    [Theory]
    [InlineData("210987654321", "eu-central-1")]
    [InlineData("123456789012", "us-west-2")]
    [InlineData("", "")]
    public async Task A_subject_outside_the_region_of_its_alarm_is_read_back_there(string account, string region)
    {
        await using var stores = await OpenAsync();
        var slot = Orders.Opening().Apply(null);
        slot = slot with
        {
            Incident = slot.Incident! with { Subject = slot.Incident.Subject with { Account = account, Region = region } },
        };

        await stores.Slots.WriteAsync(new SlotPut(slot, 0), Token);

        (await stores.Slots.ReadAsync(slot.Fingerprint, Token)).ShouldBe(slot);
    }

    [Fact]
    public async Task A_state_with_another_subject_is_refused_by_the_optimistic_write_and_recorded_with_full_knowledge()
    {
        await using var stores = await OpenAsync();
        await stores.Slots.WriteAsync(Orders.Opening(), Token);
        var signal = Orders.Signal(minute: 1) with { WasFiring = true };
        signal = signal with { Subject = signal.Subject with { Title = "CPUUtilization of shop-order-asg, limit 90 %" } };
        var options = Orders.Options;

        var guess = OptimisticWrite.Decide(Assumption.ActiveIncident, signal, Severity.High, options, Orders.Now(1)).Write!;
        var refused = (await stores.Slots.WriteAsync(guess, Token)).ShouldBeOfType<SlotRefused>();
        var knowing = OptimisticWrite.DecideKnowing(refused.Current, signal, Severity.High, options, Orders.Now(1));
        await stores.Slots.WriteAsync(knowing.Write!, Token);

        var slot = (await stores.Slots.ReadAsync(signal.Subject.Fingerprint, Token))!;
        slot.Last.Reason.ShouldBe(DecisionReason.Repeated);
        slot.Last.Signal.ShouldBe(SubjectLimits.Bound(signal));
        slot.Incident!.Subject.ShouldBe(Orders.Subject());
    }

    [Fact]
    public async Task A_replacement_of_a_version_is_carried_out_on_that_version_alone()
    {
        await using var stores = await OpenAsync();
        var first = Orders.Opening().Apply(null);
        var second = first with { Version = 2 };

        (await stores.Slots.WriteAsync(new SlotPut(second, 1), Token)).ShouldBe(new SlotRefused(null));
        await stores.Slots.WriteAsync(new SlotPut(first, 0), Token);
        (await stores.Slots.WriteAsync(new SlotPut(first with { Version = 3 }, 2), Token)).ShouldBe(new SlotRefused(first));
        (await stores.Slots.WriteAsync(new SlotPut(second, 1), Token)).ShouldBe(new SlotWritten(second));
        (await stores.Slots.WriteAsync(new SlotPut(second, 1), Token)).ShouldBe(new SlotRefused(second));
    }

    [Fact]
    public async Task An_update_without_a_slot_is_refused()
    {
        await using var stores = await OpenAsync();

        (await stores.Slots.WriteAsync(Orders.Repeat(1), Token)).ShouldBe(new SlotRefused(null));
        (await stores.Slots.WriteAsync(Orders.End(1), Token)).ShouldBe(new SlotRefused(null));
    }

    [Fact]
    public async Task A_retried_write_is_refused_by_a_slot_that_knows_its_signal()
    {
        await using var stores = await OpenAsync();
        await stores.Slots.WriteAsync(Orders.Opening(), Token);
        var repeat = Orders.Repeat(1);
        await stores.Slots.WriteAsync(repeat, Token);

        var again = (await stores.Slots.WriteAsync(repeat, Token)).ShouldBeOfType<SlotRefused>();

        again.Current!.Recent.Contains(repeat.Last.SignalId).ShouldBeTrue();
        OptimisticWrite.DecideKnowing(
            again.Current, Orders.Signal(minute: 1), Severity.High, Orders.Options, Orders.Now(1))
            .ShouldBe(Decision.Unchanged(DecisionReason.Duplicate));
    }

    [Fact]
    public async Task Any_slot_is_read_back_as_it_was_written()
    {
        await using var stores = await OpenAsync();
        var version = 0L;

        await Generated.Slot.SampleAsync(
            async slot =>
            {
                var next = slot with { Version = version + 1 };
                (await stores.Slots.WriteAsync(new SlotPut(next, version), Token)).ShouldBe(new SlotWritten(next));
                version = next.Version;
                (await stores.Slots.ReadAsync(next.Fingerprint, Token)).ShouldBe(next);
            },
            iter: 200,
            threads: 1);
    }

    [Fact]
    public async Task An_update_does_in_the_store_just_what_it_does_in_the_core()
    {
        await using var stores = await OpenAsync();
        var (version, carriedOut) = (0L, 0);

        await Gen.Select(Generated.Slot, Generated.Signal, Generated.Severity).SampleAsync(
            async (any, signal, severity) =>
            {
                // Every fourth time the signal is the slot's newest one.
                var slot = any with { Version = version + 1, NewestId = version % 4 == 0 ? signal.Id : any.NewestId };
                await stores.Slots.WriteAsync(new SlotPut(slot, version), Token);
                version = slot.Version;
                var decision = OptimisticWrite.Decide(
                    Assumption.ActiveIncident, signal, severity, Orders.Options, signal.OccurredAt);
                if (decision.Write is not SlotUpdate update)
                    return;
                var result = await stores.Slots.WriteAsync(update, Token);
                var holds = update.Holds(slot);
                result.ShouldBe(holds ? new SlotWritten(update.Apply(slot)) : new SlotRefused(slot));
                (await stores.Slots.ReadAsync(slot.Fingerprint, Token)).ShouldBe(holds ? update.Apply(slot) : slot);
                (version, carriedOut) = holds ? (version + 1, carriedOut + 1) : (version, carriedOut);
            },
            iter: 900,
            threads: 1);

        carriedOut.ShouldBeGreaterThan(5);
    }

    [Fact]
    public async Task A_full_list_of_signal_ids_refuses_an_update_and_is_cut_by_a_replacement()
    {
        await using var stores = await OpenAsync();
        await stores.Slots.WriteAsync(Orders.Opening(), Token);
        for (var minute = 1; minute < RecentSignalIds.Capacity; minute++)
            (await stores.Slots.WriteAsync(Orders.Repeat(minute), Token)).ShouldBeOfType<SlotWritten>();

        (await stores.Slots.WriteAsync(Orders.Repeat(16), Token)).ShouldBeOfType<SlotRefused>();
        (await stores.Slots.RecordAsync(Orders.Signal(minute: 16), Severity.High, Token)).ShouldBe(DecisionReason.Repeated);

        var slot = await stores.Slots.ReadAsync(Orders.Subject().Fingerprint, Token);
        slot!.Recent.ShouldBe(
            Enumerable.Range(9, RecentSignalIds.MaxRecalled).Select(minute => Orders.Signal(minute: minute).Id));
        slot.Incident!.Signals.ShouldBe(17);
        slot.Version.ShouldBe(17);
        (await stores.Slots.WriteAsync(Orders.Repeat(17), Token)).ShouldBeOfType<SlotWritten>();
    }
}
