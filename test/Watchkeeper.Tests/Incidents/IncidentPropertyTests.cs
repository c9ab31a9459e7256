using CsCheck;
using Shouldly;
using Watchkeeper.Incidents;
using Watchkeeper.Signals;
using Watchkeeper.Testing.Incidents;
using Xunit;

namespace Watchkeeper.Tests.Incidents;

/// <summary>Properties of every slot, every signal and every order of arrival.</summary>
public class IncidentPropertyTests
{
    private static readonly LifecycleOptions Options = new();
    private static readonly DateTimeOffset Now = new(2026, 11, 3, 0, 0, 0, TimeSpan.Zero);

    private static readonly Gen<(Signal Signal, Severity Severity, bool IsActive)[]> Arrivals =
        Gen.Select(Generated.Signal, Generated.Severity, Gen.Bool).Array[1, 40];

    [Fact]
    public void An_update_that_holds_does_what_full_knowledge_would_do()
    {
        var held = 0;
        Gen.Select(Generated.Slot, Generated.Signal, Generated.Severity).Sample(
            (slot, signal, severity) =>
            {
                var presumed = OptimisticWrite.Decide(Assumption.ActiveIncident, signal, severity, Options, Now);
                if (presumed.Write is not SlotUpdate update || !update.Holds(slot))
                    return;
                Interlocked.Increment(ref held);
                var known = Lifecycle.Decide(slot, signal, severity, Options, Now);
                known.Reason.ShouldBe(presumed.Reason);
                known.Write.ShouldBe(new SlotPut(update.Apply(slot), slot.Version));
            },
            iter: 20_000);
        held.ShouldBeGreaterThan(500);
    }

    [Fact]
    public void An_optimistic_first_write_does_on_no_slot_what_full_knowledge_would_do() =>
        Gen.Select(Generated.Signal, Generated.Severity).Sample(
            (signal, severity) => OptimisticWrite.Decide(Assumption.None, signal, severity, Options, Now)
                .ShouldBe(Lifecycle.Decide(null, signal, severity, Options, Now)));

    [Fact]
    public void States_in_any_order_end_in_the_newest_one_that_carries_data()
    {
        var (firing, resolved) = (0, 0);
        Arrivals.Sample(arrivals =>
        {
            var states = arrivals.Where(arrival => arrival.Signal.Nature is SignalNature.State)
                .DistinctBy(arrival => arrival.Signal.Id).ToList();
            Slot? slot = null;
            foreach (var (signal, severity, lasting) in states)
                slot = Record(slot, signal, severity, lasting).After;

            var newest = states.Select(state => state.Signal)
                .Where(signal => signal.Condition is not SignalCondition.NoData)
                .OrderBy(signal => signal.OccurredAt).ThenBy(signal => signal.Id, StringComparer.Ordinal)
                .LastOrDefault();
            (slot?.Active is not null).ShouldBe(newest?.Condition is SignalCondition.Firing);
            (slot?.NewestId ?? "").ShouldBe(newest?.Id ?? "");
            _ = newest?.Condition is SignalCondition.Firing
                ? Interlocked.Increment(ref firing)
                : Interlocked.Increment(ref resolved);
        });
        ShouldBeCommon(firing, resolved);
    }

    [Fact]
    public void Each_change_adds_one_version_and_everything_else_adds_none()
    {
        var (changed, unchanged) = (0, 0);
        Arrivals.Sample(arrivals =>
        {
            Slot? slot = null;
            foreach (var (signal, severity, lasting) in arrivals)
            {
                var (reason, after) = Record(slot, signal, severity, lasting);
                if (reason is DecisionReason.Duplicate or DecisionReason.Stale
                    || (reason is DecisionReason.NothingToResolve && signal.Nature is SignalNature.Event))
                {
                    after.ShouldBe(slot);
                    Interlocked.Increment(ref unchanged);
                    continue;
                }

                after!.Version.ShouldBe((slot?.Version ?? 0) + 1);
                after.Recent.Count.ShouldBeInRange(1, RecentSignalIds.Capacity);
                after.Recent.Last().ShouldBe(signal.Id);
                after.Last.SignalId.ShouldBe(signal.Id);
                Interlocked.Increment(ref changed);
                slot = after;
            }
        });
        ShouldBeCommon(changed, unchanged);
    }

    [Fact]
    public void A_signal_whose_id_is_already_recorded_changes_nothing()
    {
        var recorded = 0;
        Gen.Select(Generated.Slot, Generated.Signal, Generated.Severity).Sample((slot, signal, severity) =>
        {
            if (!slot.HasRecorded(signal.Id))
                return;
            Interlocked.Increment(ref recorded);
            Lifecycle.Decide(slot, signal, severity, Options, Now).ShouldBe(Decision.Unchanged(DecisionReason.Duplicate));
            OptimisticWrite.DecideKnowing(slot, signal, severity, Options, Now)
                .ShouldBe(Decision.Unchanged(DecisionReason.Duplicate));
        },
        iter: 5_000);
        ShouldBeCommon(recorded);
    }

    [Fact]
    public void An_active_incident_is_never_replaced_by_another_and_never_becomes_less_severe()
    {
        var stillActive = 0;
        Arrivals.Sample(arrivals =>
        {
            Slot? slot = null;
            foreach (var (signal, severity, lasting) in arrivals)
            {
                var after = Record(slot, signal, severity, lasting).After;
                if (slot?.Active is { } before)
                {
                    after!.Incident!.Id.ShouldBe(before.Id);
                    (after.Incident.Severity >= before.Severity).ShouldBeTrue();
                    Interlocked.Increment(ref stillActive);
                }

                slot = after;
            }
        });
        ShouldBeCommon(stillActive);
    }

    // A property that few samples reach proves nothing.
    private static void ShouldBeCommon(params int[] counts) => counts.ShouldAllBe(count => count >= 5);

    /// <summary>Records as an intake does: an optimistic first decision, right or wrong, then one on the stored slot.</summary>
    private static (DecisionReason Reason, Slot? After) Record(Slot? slot, Signal signal, Severity severity, bool lasting)
    {
        var assumption = lasting ? Assumption.ActiveIncident : Assumption.None;
        var decision = OptimisticWrite.Decide(assumption, signal, severity, Options, Now);
        if (decision.Write?.Holds(slot) is not true)
            decision = OptimisticWrite.DecideKnowing(slot, signal, severity, Options, Now);
        return (decision.Reason, decision.Write?.Apply(slot) ?? slot);
    }
}
