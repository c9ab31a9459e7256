using System.Globalization;
using Shouldly;
using Watchkeeper.Incidents;
using Watchkeeper.Signals;
using Watchkeeper.Testing.Incidents;
using Xunit;

namespace Watchkeeper.Testing.Stores;

/// <summary>The contract of <see cref="ISlotStore.ListActiveAsync"/> and <see cref="ISlotStore.ListDismissedAsync"/>.</summary>
public abstract class ActiveListContract : StoreContract
{
    [Fact]
    public async Task Without_active_incidents_the_list_is_empty()
    {
        await using var stores = await OpenAsync();
        await stores.Slots.RecordAsync(Orders.Signal(SignalCondition.Resolved), Severity.High, Token);

        (await ListAsync(stores)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_incident_is_listed_from_its_opening_to_its_end_and_again_after_a_reopening()
    {
        await using var stores = await OpenAsync();

        await stores.Slots.RecordAsync(Orders.Signal(), Severity.High, Token);
        (await ListAsync(stores)).ShouldHaveSingleItem().Incident!.Status.ShouldBe(IncidentStatus.Open);
        await stores.Slots.RecordAsync(Orders.Signal(minute: 1), Severity.Critical, Token);
        (await ListAsync(stores)).ShouldHaveSingleItem().Incident!.Severity.ShouldBe(Severity.Critical);
        await stores.Slots.RecordAsync(Orders.Signal(SignalCondition.Resolved, 2), Severity.High, Token);
        (await ListAsync(stores)).ShouldBeEmpty();
        (await stores.Slots.RecordAsync(Orders.Signal(minute: 3), Severity.High, Token)).ShouldBe(DecisionReason.Reopened);
        (await ListAsync(stores)).ShouldHaveSingleItem().Incident!.Reopenings.ShouldBe(1);
    }

    [Fact]
    public async Task A_long_list_holds_each_incident_once()
    {
        const int count = 900;
        await using var stores = await OpenAsync();
        var names = Enumerable.Range(0, count).Select(number => number.ToString("d4", CultureInfo.InvariantCulture)).ToList();
        await Parallel.ForEachAsync(
            names, Token, async (name, token) => await stores.Slots.WriteAsync(Orders.Opening(name), token));
        await stores.Slots.RecordAsync(Orders.Signal(SignalCondition.Resolved, 1, "0007"), Severity.High, Token);

        var listed = await ListAsync(stores);

        listed.Select(slot => slot.Incident!.Subject.Name).Order(StringComparer.Ordinal)
            .ShouldBe(names.Where(name => name is not "0007"));
        listed.ShouldContain(Orders.Opening("0899").Apply(null));
    }

    [Fact]
    public async Task A_finding_that_a_person_resolved_is_listed_as_dismissed_until_a_newer_signal_comes()
    {
        await using var stores = await OpenAsync();
        await stores.Slots.RecordAsync(Audited(SignalCondition.Firing, 0), Severity.High, Token);
        var dismissed = await ResolveAsync(stores, Audited(SignalCondition.Firing, 0).Subject.Fingerprint);
        await stores.Slots.RecordAsync(Orders.Signal(), Severity.High, Token);
        await ResolveAsync(stores, Orders.Signal().Subject.Fingerprint);

        (await ListAsync(stores)).ShouldBeEmpty();
        (await ListDismissedAsync(stores)).ShouldBe([dismissed]);
        await stores.Slots.RecordAsync(Audited(SignalCondition.Resolved, 5), Severity.High, Token);
        (await ListDismissedAsync(stores)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_dismissed_finding_that_fires_again_is_active()
    {
        await using var stores = await OpenAsync();
        await stores.Slots.RecordAsync(Audited(SignalCondition.Firing, 0), Severity.High, Token);
        await ResolveAsync(stores, Audited(SignalCondition.Firing, 0).Subject.Fingerprint);

        await stores.Slots.RecordAsync(Audited(SignalCondition.Firing, 5), Severity.High, Token);

        (await ListDismissedAsync(stores)).ShouldBeEmpty();
        (await ListAsync(stores)).ShouldHaveSingleItem();
    }

    private static Signal Audited(SignalCondition condition, int minute)
    {
        var signal = Orders.Signal(condition, minute, "sg-1");
        return signal with { Subject = signal.Subject with { Source = SignalSource.Audit, Kind = SignalKind.AuditError } };
    }

    private static async Task<Slot> ResolveAsync(StoreHarness stores, Fingerprint fingerprint)
    {
        var slot = (await stores.Slots.ReadAsync(fingerprint, Token))!;
        var action = new OperatorAction("resolve", OperatorVerb.Resolve, "kim");
        var decision = OperatorActions.Decide(slot, slot.Incident!.Id, action, Orders.Now(2));
        return (await stores.Slots.WriteAsync(decision.Write!, Token)).ShouldBeOfType<SlotWritten>().Slot;
    }

    private static async Task<List<Slot>> ListDismissedAsync(StoreHarness stores)
    {
        var slots = new List<Slot>();
        await foreach (var slot in stores.Slots.ListDismissedAsync(Token))
            slots.Add(slot);
        return slots;
    }

    private static async Task<List<Slot>> ListAsync(StoreHarness stores)
    {
        var slots = new List<Slot>();
        await foreach (var slot in stores.Slots.ListActiveAsync(Token))
            slots.Add(slot);
        return slots;
    }
}
