using Shouldly;
using Watchkeeper.Alarms;
using Watchkeeper.Incidents;
using Watchkeeper.Signals;
using Xunit;
using static Watchkeeper.Tests.Sample;

namespace Watchkeeper.Tests.Incidents;

public class PlannedIncidentTests
{
    private static readonly LifecycleOptions Options = new();
    private static readonly DateTimeOffset Begin = Noon.AddDays(10);

    [Fact]
    public void A_planned_change_is_raised_once_when_it_comes_near_and_opens_again()
    {
        var slot = Opened(Severity.Medium);
        slot = OperatorActions.Decide(slot, slot.Incident!.Id, new OperatorAction("a", OperatorVerb.Acknowledge, "kim"), Noon)
            .Write!.Apply(slot);

        Sweep(slot, Begin.AddHours(-25)).Write.ShouldBeNull();
        var decision = Sweep(slot, Begin.AddHours(-24));
        var raised = decision.Write!.Apply(slot);

        decision.Reason.ShouldBe(DecisionReason.Escalated);
        Transitions.Between(slot, raised).ShouldBe(Transition.Escalated);
        (raised.Incident!.Severity, raised.Incident.Status).ShouldBe((Severity.High, IncidentStatus.Open));
        raised.Last.Description.ShouldBe("");
        Sweep(raised, Begin.AddHours(-23)).Write.ShouldBeNull();
    }

    [Fact]
    public void A_change_far_ahead_is_not_reminded_of_until_it_comes_near()
    {
        var slot = Opened(Severity.Critical);

        Sweep(slot, Begin.AddHours(-25)).Write.ShouldBeNull();
        Sweep(slot, Begin.AddHours(-24)).Reason.ShouldBe(DecisionReason.Reminded);
    }

    [Fact]
    public void A_change_whose_time_is_over_is_not_reminded_of()
    {
        var slot = Opened(Severity.Critical);

        Sweep(slot, Begin.AddHours(2)).Reason.ShouldBe(DecisionReason.Reminded);
        Sweep(slot, Begin.AddHours(2).AddSeconds(1)).Write.ShouldBeNull();
    }

    [Fact]
    public void A_date_that_AWS_moves_is_the_date_of_the_incident()
    {
        var slot = Opened(Severity.Medium);
        var moved = Planned(Begin.AddDays(7), minute: 1);

        var known = Decide(slot, moved, Severity.Medium).Write!.Apply(slot);
        var assumed = (SlotUpdate)OptimisticWrite.Decide(
            Assumption.ActiveIncident, moved, Severity.Medium, Options, Noon.AddDays(1)).Write!;

        known.Incident!.Subject.PlannedFrom.ShouldBe(Begin.AddDays(7));
        assumed.Holds(slot).ShouldBeTrue();
        assumed.Apply(slot).Incident.ShouldBe(known.Incident);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_further_page_merges_whichever_page_comes_first(bool isFirstPageFirst)
    {
        var first = Planned(Begin, resource: "i-1");
        var further = Planned(Begin, resource: "i-2") with
        {
            Id = "ffffffffffffffffffffffffffffffff",
            Nature = SignalNature.Event,
            OccurredAt = first.OccurredAt.AddMilliseconds(-1),
        };

        var slot = After(isFirstPageFirst ? [first, further] : [further, first])!;

        slot.Last.Reason.ShouldBe(DecisionReason.Repeated);
        slot.Incident!.Signals.ShouldBe(2);
        slot.Incident.Subject.Resource.ShouldBe("i-1");
        Decide(slot, further).Reason.ShouldBe(DecisionReason.Duplicate);
    }

    [Fact]
    public void A_further_page_that_comes_after_the_end_changes_nothing()
    {
        var first = Planned(Begin);
        var end = first with { Id = "2", Condition = SignalCondition.Resolved, OccurredAt = first.OccurredAt.AddHours(1) };
        var further = first with
        {
            Id = "3",
            Nature = SignalNature.Event,
            OccurredAt = first.OccurredAt.AddMilliseconds(-1),
        };

        After(first, end, further)!.Active.ShouldBeNull();
    }

    private static Decision Sweep(Slot slot, DateTimeOffset now) =>
        Upkeep.Decide(slot, AlarmStanding.Unasked, isRouted: true, Options, now);

    private static Slot Opened(Severity severity) =>
        Decide(null, Planned(Begin), severity).Write!.Apply(null);

    private static Signal Planned(DateTimeOffset from, int minute = 0, string resource = "i-1") => Signal(
        minute: minute,
        subject: Subject(kind: SignalKind.HealthScheduledChange, source: SignalSource.Health, labels: ("impact", "stop")) with
        {
            PlannedFrom = from,
            PlannedUntil = from.AddHours(2),
            Resource = resource,
        });
}
