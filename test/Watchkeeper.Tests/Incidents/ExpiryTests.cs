using Shouldly;
using Watchkeeper.Alarms;
using Watchkeeper.Incidents;
using Watchkeeper.Signals;
using Xunit;
using static Watchkeeper.Tests.Sample;

namespace Watchkeeper.Tests.Incidents;

public class ExpiryTests
{
    private static readonly LifecycleOptions Options = new();
    private static readonly Mute Window = new(
        MuteKind.MuteRule, "arn:aws:cloudwatch:eu-central-1:123456789012:alarm-mute-rule:load-test", Noon.AddHours(2));

    [Theory]
    [InlineData(SignalKind.Detection, 24, DecisionReason.Expired)]
    [InlineData(SignalKind.Detection, 23, DecisionReason.NothingToDo)]
    [InlineData(SignalKind.HealthNotification, 24, DecisionReason.Expired)]
    [InlineData(SignalKind.Insight, 24, DecisionReason.Expired)]
    [InlineData(SignalKind.HealthIssue, (7 * 24) - 1, DecisionReason.NothingToDo)]
    [InlineData(SignalKind.HealthIssue, 7 * 24, DecisionReason.Expired)]
    [InlineData(SignalKind.HealthScheduledChange, 7 * 24, DecisionReason.Expired)]
    [InlineData(SignalKind.HealthAbuse, (7 * 24) - 1, DecisionReason.NothingToDo)]
    [InlineData(SignalKind.HealthAbuse, 7 * 24, DecisionReason.Expired)]
    [InlineData(SignalKind.Cpu, (7 * 24) - 1, DecisionReason.NothingToDo)]
    [InlineData(SignalKind.Cpu, 7 * 24, DecisionReason.Expired)]
    [InlineData(SignalKind.CompositeAlarm, 7 * 24, DecisionReason.Expired)]
    [InlineData(SignalKind.AuditError, 1000 * 24, DecisionReason.NothingToDo)]
    public void An_incident_without_further_events_ends_after_the_quiet_time_of_its_kind(
        SignalKind kind, int hours, DecisionReason expected) =>
        Decide(Opened(kind), AlarmStanding.Unasked, Noon.AddHours(hours), isRouted: false).Reason.ShouldBe(expected);

    [Fact]
    public void A_planned_change_stays_active_until_its_time_has_come()
    {
        var slot = Opened(SignalKind.HealthScheduledChange, planned: Noon.AddDays(30));

        Decide(slot, AlarmStanding.Unasked, Noon.AddDays(36), isRouted: false).Reason.ShouldBe(DecisionReason.NothingToDo);
        Decide(slot, AlarmStanding.Unasked, Noon.AddDays(37), isRouted: false).Reason.ShouldBe(DecisionReason.Expired);
    }

    [Fact]
    public void An_alarm_that_CloudWatch_shows_in_ALARM_never_expires() =>
        Decide(Opened(SignalKind.Cpu), Shown(SignalCondition.Firing), Noon.AddDays(100), isRouted: false)
            .Reason.ShouldBe(DecisionReason.NothingToDo);

    [Fact]
    public void One_missing_answer_of_CloudWatch_ends_no_incident() =>
        Decide(Opened(SignalKind.Cpu), AlarmStanding.Unanswered, Noon.AddDays(100), isRouted: false)
            .Reason.ShouldBe(DecisionReason.NothingToDo);

    [Theory]
    [InlineData(1, DecisionReason.NothingToDo)]
    [InlineData(2, DecisionReason.SourceGone)]
    public void An_incident_whose_alarm_does_not_exist_ends_after_events_had_time_to_come(int minutes, DecisionReason expected)
    {
        var slot = Opened(SignalKind.Cpu);
        var decision = Decide(slot, AlarmStanding.Absent, slot.Last.RecordedAt.AddMinutes(minutes));

        decision.Reason.ShouldBe(expected);
        (decision.Write?.Apply(slot).Incident?.IsFinal ?? false).ShouldBe(expected is DecisionReason.SourceGone);
    }

    [Theory]
    [InlineData(5, DecisionReason.NothingToDo)]
    [InlineData(6, DecisionReason.NoDataForLong)]
    public void An_incident_whose_alarm_has_no_data_ends_after_six_hours(int hours, DecisionReason expected) =>
        Decide(
            Opened(SignalKind.StatusCheck), Shown(SignalCondition.NoData, minute: 60), Noon.AddHours(1 + hours), isRouted: false)
            .Reason.ShouldBe(expected);

    [Fact]
    public void An_alarm_that_was_made_anew_under_the_name_of_a_deleted_one_is_another_incident()
    {
        var open = Opened(SignalKind.Cpu);
        var gone = Sample.Decide(open, Signal(SignalCondition.Gone, minute: 1)).Write!.Apply(open);
        gone.Last.Reason.ShouldBe(DecisionReason.SourceGone);

        var again = Sample.Decide(gone, Signal(minute: 2));

        again.Reason.ShouldBe(DecisionReason.Opened);
        again.Write!.Apply(gone).Incident!.Id.ShouldNotBe(open.Incident!.Id);
    }

    [Fact]
    public void After_an_alarm_that_is_fine_was_deleted_the_next_one_of_its_name_is_notified_too()
    {
        var well = After(Signal(), Signal(SignalCondition.Resolved, minute: 1), Signal(SignalCondition.Gone, minute: 2))!;

        well.Last.Reason.ShouldBe(DecisionReason.NothingToResolve);
        Sample.Decide(well, Signal(minute: 3)).Reason.ShouldBe(DecisionReason.Opened);
    }

    [Fact]
    public void An_incident_that_opens_muted_is_notified_when_its_mute_window_ends()
    {
        var slot = After(Signal() with { Mute = Window })!;
        slot.Incident!.Notified.ShouldBeNull();

        Decide(slot, AlarmStanding.Unasked, Noon.AddMinutes(119)).Write.ShouldBeNull();
        var over = Decide(slot, AlarmStanding.Unasked, Noon.AddHours(2));

        over.Reason.ShouldBe(DecisionReason.MuteEnded);
        var after = over.Write!.Apply(slot);
        after.Incident!.Mute.ShouldBeNull();
        Transitions.Between(slot, after).ShouldBe(Transition.MuteEnded);
    }

    [Fact]
    public void A_mute_window_that_ends_over_an_alarm_without_data_or_with_disabled_actions_notifies_nobody()
    {
        var slot = After(Signal() with { Mute = Window })!;

        Decide(slot, Shown(SignalCondition.NoData, minute: 119), Noon.AddHours(2)).Write.ShouldBeNull();
        Decide(slot, Shown(SignalCondition.Firing, mute: new Mute(MuteKind.ActionsDisabled, "")), Noon.AddHours(2))
            .Write.ShouldBeNull();
    }

    [Theory]
    [InlineData(MuteKind.Suppressed)]
    [InlineData(MuteKind.ActionsDisabled)]
    public void An_alarm_that_CloudWatch_no_longer_shows_as_muted_is_notified_at_once(MuteKind kind)
    {
        var slot = After(Signal() with { Mute = new Mute(kind, "Alarm") })!;

        Decide(slot, Shown(SignalCondition.Firing, mute: new Mute(kind, "Alarm")), Noon.AddDays(2)).Write.ShouldBeNull();
        Decide(slot, Shown(SignalCondition.Firing), Noon.AddMinutes(5)).Reason.ShouldBe(DecisionReason.MuteEnded);
    }

    [Fact]
    public void A_mute_without_a_known_end_lasts_a_day()
    {
        var slot = After(Signal() with { Mute = new Mute(MuteKind.Suppressed, "Alarm") })!;

        Decide(slot, AlarmStanding.Unasked, Noon.AddHours(23)).Write.ShouldBeNull();
        Decide(slot, AlarmStanding.Unasked, Noon.AddHours(24)).Reason.ShouldBe(DecisionReason.MuteEnded);
    }

    [Fact]
    public void A_firing_signal_that_is_no_longer_muted_is_notified_without_waiting_for_the_sweep()
    {
        var slot = After(Signal() with { Mute = Window })!;

        Sample.Decide(slot, Signal(minute: 1)).Reason.ShouldBe(DecisionReason.MuteEnded);
        Sample.Decide(slot, Signal(minute: 1) with { Mute = Window }).Reason.ShouldBe(DecisionReason.Repeated);
    }

    [Fact]
    public void Reminders_come_at_growing_intervals_until_somebody_acknowledges()
    {
        var slot = Opened(SignalKind.Cpu);
        var at = slot.Incident!.Notified!.At;
        foreach (var hours in new[] { 4, 8, 16, 32, 64, 128, 168, 168 })
        {
            Decide(slot, Shown(SignalCondition.Firing), at.AddHours(hours).AddMinutes(-1)).Write.ShouldBeNull();
            at = at.AddHours(hours);
            var decision = Decide(slot, Shown(SignalCondition.Firing), at);
            decision.Reason.ShouldBe(DecisionReason.Reminded);
            slot = decision.Write!.Apply(slot);
        }

        slot = OperatorActions.Decide(slot, slot.Incident!.Id, new OperatorAction("a", OperatorVerb.Acknowledge, "kim"), at)
            .Write!.Apply(slot);
        Decide(slot, Shown(SignalCondition.Firing), at.AddYears(1)).Write.ShouldBeNull();
    }

    [Fact]
    public void Acts_that_did_not_go_on_and_incidents_that_notify_nobody_have_no_reminders()
    {
        var act = Signal(nature: SignalNature.Event, subject: Subject(kind: SignalKind.Detection)) with
        {
            Act = Act.For(false, "mallory"),
        };
        var once = After(act)!;
        var reported = once.Incident!.Notified!.At;
        var again = Sample.Decide(once, act with { Id = "2", OccurredAt = Noon.AddHours(23) }).Write!.Apply(once);

        var goesOn = again with { Last = again.Last with { RecordedAt = reported.AddHours(1) } };

        Decide(once with { NewestAt = reported }, AlarmStanding.Unasked, reported.AddHours(5)).Write.ShouldBeNull();
        // Recording the reminder is no activity, although its time is rounded to whole seconds.
        var within = once with { NewestAt = reported, Last = once.Last with { RecordedAt = reported.AddMilliseconds(500) } };
        Decide(within, AlarmStanding.Unasked, reported.AddHours(5)).Write.ShouldBeNull();
        Decide(goesOn with { NewestAt = reported }, AlarmStanding.Unasked, reported.AddHours(5)).Reason.ShouldBe(
            DecisionReason.Reminded);
        Decide(goesOn with { NewestAt = reported }, AlarmStanding.Unasked, reported.AddHours(5), isRouted: false)
            .Write.ShouldBeNull();
    }

    [Fact]
    public void Two_sweeps_that_decide_on_one_version_write_the_same_change_only_once()
    {
        var slot = Opened(SignalKind.Detection);
        var first = Decide(slot, AlarmStanding.Unasked, Noon.AddDays(1), isRouted: false);
        var expired = first.Write!.Apply(slot);

        expired.Active.ShouldBeNull();
        first.Write.Holds(expired).ShouldBeFalse();
        Decide(expired, AlarmStanding.Unasked, Noon.AddDays(2)).Write.ShouldBeNull();
    }

    private static Decision Decide(Slot slot, AlarmStanding alarm, DateTimeOffset now, bool isRouted = true) =>
        Upkeep.Decide(slot, alarm, isRouted, Options, now);

    private static Slot Opened(SignalKind kind, DateTimeOffset? planned = null) =>
        After(Signal(subject: Subject(kind: kind) with { PlannedUntil = planned }))!;

    private static AlarmStanding.Shown Shown(SignalCondition condition, int minute = 0, Mute? mute = null) =>
        new(Signal(condition, minute) with { Mute = mute });
}
