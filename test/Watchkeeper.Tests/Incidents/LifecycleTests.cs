using Shouldly;
using Watchkeeper.Incidents;
using Watchkeeper.Signals;
using Xunit;
using static Watchkeeper.Tests.Sample;

namespace Watchkeeper.Tests.Incidents;

public class LifecycleTests
{
    [Fact]
    public void The_first_firing_signal_opens_an_incident_that_is_as_old_as_the_signal()
    {
        var decision = Decide(null, Signal());

        decision.Reason.ShouldBe(DecisionReason.Opened);
        var slot = decision.Write!.Apply(null);
        slot.Version.ShouldBe(1);
        slot.Incident.ShouldNotBeNull();
        slot.Incident.Status.ShouldBe(IncidentStatus.Open);
        slot.Incident.OpenedAt.ShouldBe(Noon);
        slot.Incident.Signals.ShouldBe(1);
    }

    [Fact]
    public void One_signal_opens_an_incident_of_the_same_id_on_every_machine() =>
        After(Signal())!.Incident!.Id.ShouldBe("inc-6ae87b40381e86fe28b4");

    [Fact]
    public void Another_firing_signal_is_a_repetition() => Reason(Signal(minute: 1), Signal()).ShouldBe(DecisionReason.Repeated);

    [Fact]
    public void A_more_severe_signal_escalates_and_takes_back_an_acknowledgement()
    {
        var open = After(Signal())!;
        var acknowledged = OperatorActions.Decide(
            open, open.Incident!.Id, new OperatorAction("a1", OperatorVerb.Acknowledge, "kim"), Noon).Write!.Apply(open);

        var decision = Decide(acknowledged, Signal(minute: 1), Severity.Critical);

        decision.Reason.ShouldBe(DecisionReason.Escalated);
        var incident = decision.Write!.Apply(acknowledged).Incident!;
        incident.Severity.ShouldBe(Severity.Critical);
        incident.Status.ShouldBe(IncidentStatus.Open);
        incident.AcknowledgedBy.ShouldBeNull();
    }

    [Fact]
    public void A_less_severe_signal_is_only_a_repetition()
    {
        var slot = After(Signal())!;

        var decision = Decide(slot, Signal(minute: 1), Severity.Low);

        decision.Reason.ShouldBe(DecisionReason.Repeated);
        decision.Write!.Apply(slot).Incident!.Severity.ShouldBe(Severity.High);
    }

    [Fact]
    public void A_resolved_signal_resolves_the_incident()
    {
        var slot = After(Signal(), Signal(SignalCondition.Resolved, 5))!;

        slot.Incident!.Status.ShouldBe(IncidentStatus.Resolved);
        slot.Incident.ResolvedAt.ShouldBe(Noon.AddMinutes(5));
        slot.Active.ShouldBeNull();
    }

    [Fact]
    public void A_resolved_signal_without_an_incident_is_recorded_and_makes_older_firing_signals_stale()
    {
        var slot = After(Signal(SignalCondition.Resolved, 5))!;

        slot.Last.Reason.ShouldBe(DecisionReason.NothingToResolve);
        Decide(slot, Signal(minute: 4)).Reason.ShouldBe(DecisionReason.Stale);
    }

    [Fact]
    public void A_signal_without_data_leaves_an_incident_as_it_is()
    {
        var slot = After(Signal(), Signal(SignalCondition.NoData, 1))!;

        slot.Last.Reason.ShouldBe(DecisionReason.NoData);
        slot.Active.ShouldNotBeNull();
        slot.Incident!.Signals.ShouldBe(1);
    }

    [Theory]
    [InlineData(15, DecisionReason.Reopened)]
    [InlineData(16, DecisionReason.Opened)]
    public void A_firing_signal_after_the_end_reopens_inside_the_window_and_opens_anew_after_it(
        int minutesAfterEnd, DecisionReason expected)
    {
        var resolved = After(Signal(), Signal(SignalCondition.Resolved, 5))!;

        var decision = Decide(resolved, Signal(minute: 5 + minutesAfterEnd));

        decision.Reason.ShouldBe(expected);
        var again = decision.Write!.Apply(resolved).Incident!;
        again.IsActive.ShouldBeTrue();
        (again.Id == resolved.Incident!.Id).ShouldBe(expected is DecisionReason.Reopened);
    }

    [Fact]
    public void A_reopened_incident_has_no_end_and_counts_that_it_came_back()
    {
        var slot = After(Signal(), Signal(SignalCondition.Resolved, 5), Signal(minute: 6))!;

        slot.Incident!.ResolvedAt.ShouldBeNull();
        slot.Incident.Reopenings.ShouldBe(1);
        slot.Incident.OpenedAt.ShouldBe(Noon);
    }

    [Fact]
    public void A_signal_recorded_before_is_a_duplicate_even_after_newer_ones()
    {
        var slot = After(Signal(), Signal(SignalCondition.Resolved, 5));

        var decision = Decide(slot, Signal());

        decision.Reason.ShouldBe(DecisionReason.Duplicate);
        decision.Write.ShouldBeNull();
    }

    [Fact]
    public void A_state_that_is_older_than_the_newest_known_one_is_stale()
    {
        var decision = Decide(After(Signal(minute: 5)), Signal(SignalCondition.Resolved, 4));

        decision.Reason.ShouldBe(DecisionReason.Stale);
        decision.Write.ShouldBeNull();
    }

    [Fact]
    public void Of_two_states_with_one_time_the_greater_id_wins_in_either_order()
    {
        var lesser = Signal(id: "a");
        var greater = Signal(SignalCondition.Resolved, id: "b");

        After(lesser, greater)!.Active.ShouldBeNull();
        After(greater, lesser)!.Active.ShouldBeNull();
    }

    [Fact]
    public void An_event_that_comes_late_is_counted_and_does_not_turn_time_back()
    {
        var slot = After(Occurrence(5), Occurrence(3))!;

        slot.Last.Reason.ShouldBe(DecisionReason.Repeated);
        slot.Incident!.Signals.ShouldBe(2);
        slot.NewestAt.ShouldBe(Noon.AddMinutes(5));
    }

    [Fact]
    public void An_event_from_before_the_end_is_late_and_opens_nothing()
    {
        var open = After(Occurrence(0))!;
        var ended = OperatorActions.Decide(
            open, open.Incident!.Id, new OperatorAction("r1", OperatorVerb.Resolve, "kim"),
            Noon.AddMinutes(10)).Write!.Apply(open);

        var decision = Decide(ended, Occurrence(9));

        decision.Reason.ShouldBe(DecisionReason.Late);
        decision.Write!.Apply(ended).Active.ShouldBeNull();
    }

    [Fact]
    public void A_full_list_of_recent_signal_ids_is_cut_and_still_knows_its_newest_half()
    {
        var signals = Enumerable.Range(0, RecentSignalIds.Capacity + 1).Select(minute => Signal(minute: minute)).ToArray();

        var ring = After(signals)!.Recent;

        ring.Count.ShouldBe(RecentSignalIds.MaxRecalled);
        ring.ShouldBe(signals.TakeLast(RecentSignalIds.MaxRecalled).Select(signal => signal.Id));
    }

    private static Signal Occurrence(int minute) => Signal(minute: minute, nature: SignalNature.Event);

    private static DecisionReason Reason(Signal signal, params Signal[] before) => Decide(After(before), signal).Reason;
}
