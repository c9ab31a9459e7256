using Shouldly;
using Watchkeeper.Incidents;
using Watchkeeper.Signals;
using Xunit;
using static Watchkeeper.Tests.Sample;

namespace Watchkeeper.Tests.Incidents;

public class AnotherActTests
{
    [Fact]
    public void An_act_that_is_new_to_the_incident_is_notified_and_a_known_one_is_merged()
    {
        Reason(By("mallory", 0), By("mallory", 1)).ShouldBe(DecisionReason.Repeated);
        Reason(By("mallory", 0), By("eve", 1)).ShouldBe(DecisionReason.AnotherAct);
        Reason(By("mallory", 0), By("eve", 1), By("mallory", 2)).ShouldBe(DecisionReason.Repeated);
    }

    [Fact]
    public void Another_act_takes_back_an_acknowledgement_and_shows_the_newest_actor()
    {
        var open = After(By("mallory", 0))!;
        var taken = OperatorActions.Decide(
            open, open.Incident!.Id, new OperatorAction("a", OperatorVerb.Acknowledge, "kim"), Noon).Write!.Apply(open);

        var after = Decide(taken, By("eve", 5)).Write!.Apply(taken).Incident!;

        after.Status.ShouldBe(IncidentStatus.Open);
        after.AcknowledgedBy.ShouldBeNull();
        after.Subject.Labels["actor"].ShouldBe("eve");
        after.Id.ShouldBe(open.Incident.Id);
    }

    [Fact]
    public void An_attempt_that_then_succeeds_is_notified_and_its_title_is_replaced()
    {
        var attempt = By("mallory", 0, refused: "AccessDenied");
        var slot = After(attempt)!;

        var decision = Decide(slot, By("mallory", 1));

        decision.Reason.ShouldBe(DecisionReason.AnotherAct);
        decision.Write!.Apply(slot).Incident!.Subject.Labels["errorCode"].ShouldBe("");
    }

    [Fact]
    public void An_attempt_after_the_same_act_succeeded_is_not_notified() =>
        Reason(By("mallory", 0), By("mallory", 1, refused: "AccessDenied")).ShouldBe(DecisionReason.Repeated);

    [Fact]
    public void An_attempt_by_another_actor_is_notified_and_does_not_hide_what_succeeded()
    {
        var slot = After(By("mallory", 0))!;

        var decision = Decide(slot, By("eve", 1, refused: "AccessDenied"));

        decision.Reason.ShouldBe(DecisionReason.AnotherAct);
        var after = decision.Write!.Apply(slot);
        after.Incident!.Subject.Labels["actor"].ShouldBe("mallory");
        after.Last.Description.ShouldContain("eve");
    }

    [Fact]
    public void After_eight_other_acts_the_rest_waits_for_the_reminder_within_the_hour()
    {
        var slot = After([.. Enumerable.Range(0, 10).Select(n => By($"actor-{n}", n))])!;
        slot.Incident!.Notified!.Acts.ShouldBe(8);
        slot.Last.Reason.ShouldBe(DecisionReason.Repeated);

        new ReminderSchedule().DueAfter(slot.Incident.Notified).ShouldBe(slot.Incident.Notified.At.AddHours(1));
        slot.Incident.Subject.Labels["actor"].ShouldBe("actor-9", "the reminder is to name who acted last");
    }

    [Fact]
    public void A_repeated_act_is_shown_unless_it_was_refused_or_is_older()
    {
        string ShownAfter(params Signal[] signals) => After(signals)!.Incident!.Subject.Labels["actor"];
        var (mallory, eve) = (By("mallory", 0), By("eve", 4));

        ShownAfter(mallory, eve, By("mallory", 8)).ShouldBe("mallory");
        ShownAfter(mallory, eve, By("mallory", 8, refused: "AccessDenied")).ShouldBe("eve");
        ShownAfter(mallory, eve, By("mallory", 3)).ShouldBe("eve");
    }

    [Fact]
    public void An_undoing_event_ends_the_incident_and_the_next_new_actor_opens_it_again()
    {
        var slot = After(By("admin", 0), Undone(2))!;
        slot.Incident!.Status.ShouldBe(IncidentStatus.Resolved);

        Decide(slot, By("mallory", 60 * 14)).Reason.ShouldBe(DecisionReason.Opened);
    }

    [Fact]
    public void An_event_that_undid_an_earlier_act_does_not_end_a_later_one()
    {
        Reason(By("admin", 0), By("mallory", 5), Undone(3)).ShouldBe(DecisionReason.Stale);
        After(By("admin", 0), By("mallory", 5), Undone(3))!.Active.ShouldNotBeNull();
    }

    [Fact]
    public void An_event_that_undoes_nothing_is_not_recorded()
    {
        Decide(null, Undone(0)).ShouldBe(Decision.Unchanged(DecisionReason.NothingToResolve));
        Decide(After(By("admin", 0), Undone(1)), Undone(2)).Write.ShouldBeNull();
    }

    [Fact]
    public void A_new_actor_in_a_late_event_is_notified_even_if_the_incident_is_over() =>
        Reason(By("admin", 0), Undone(10), By("mallory", 5)).ShouldBe(DecisionReason.Reopened);

    [Fact]
    public void An_undoing_that_comes_again_after_many_late_acts_ends_nothing()
    {
        var late = Enumerable.Range(0, RecentSignalIds.Capacity + 1).Select(n => By($"actor-{n}", n));
        var slot = After([By("admin", 0), Undone(30), .. late])!;
        slot.Recent.Contains(Undone(30).Id).ShouldBeFalse("the late acts are to push it out");

        Decide(slot, Undone(30)).ShouldBe(Decision.Unchanged(DecisionReason.Duplicate));
    }

    [Fact]
    public void A_known_act_in_a_late_event_is_only_counted() =>
        Reason(By("admin", 0), Undone(10), By("admin", 5)).ShouldBe(DecisionReason.Late);

    private static Signal By(string actor, int minute, string refused = "") =>
        Signal(
            id: StableHash.Compute(actor, refused, $"{minute}"), minute: minute, nature: SignalNature.Event,
            subject: Subject(
                kind: SignalKind.Detection, source: SignalSource.Trail, labels: [("actor", actor), ("errorCode", refused)]))
            with
        {
            Act = Act.For(refused.Length > 0, actor),
            Reason = $"{actor} called it",
        };

    private static Signal Undone(int minute) => By("admin", minute) with
    {
        Id = StableHash.Compute("undone", $"{minute}"),
        Condition = SignalCondition.Resolved,
        Act = null,
    };

    private static DecisionReason Reason(params Signal[] signals) => Decide(After(signals[..^1]), signals[^1]).Reason;
}
