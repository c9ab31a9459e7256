using Shouldly;
using Watchkeeper.Configuration;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Planning;
using Watchkeeper.Reactions;
using Watchkeeper.Routing;
using Watchkeeper.Signals;
using Xunit;
using static Watchkeeper.Tests.Sample;

namespace Watchkeeper.Tests.Notification;

public class NotificationPlanTests
{
    private static readonly Channel Topic = new(ChannelKind.Sns, "arn:aws:sns:eu-central-1:123456789012:people");
    private static readonly Channel Mail = new(ChannelKind.Mail, "ops@shop.example", SendResolved: false);
    private static readonly WatchkeeperConfiguration Usual = WatchkeeperConfiguration.Default(Topic, Mail);

    [Fact]
    public void A_severe_incident_notifies_every_channel_when_it_opens()
    {
        var record = Plan(null, After(Signal())).Record!;

        record.Reason.ShouldBe(NotificationReason.Notify);
        record.Entry.Key.ShouldBe("T#0000000001");
        record.Entry.Transition.ShouldBe(Transition.Opened);
        record.Deliveries.Select(delivery => delivery.Channel).ShouldBe([Topic, Mail]);
        record.IsSettled.ShouldBeFalse();
    }

    [Fact]
    public void A_milder_incident_is_only_recorded()
    {
        var slot = Decide(null, Signal(), Severity.Medium).Write!.Apply(null);

        Plan(null, slot).ShouldSatisfyAllConditions(
            decision => decision.Reason.ShouldBe(NotificationReason.Unrouted),
            decision => decision.Deliveries.ShouldBeEmpty(),
            decision => decision.Record!.Reason.ShouldBe(NotificationReason.Unrouted));
    }

    [Fact]
    public void A_repetition_is_on_the_timeline_and_notifies_nobody()
    {
        var (before, after) = (After(Signal()), After(Signal(), Signal(minute: 1)));

        var record = Plan(before, after).Record!;

        record.Reason.ShouldBe(NotificationReason.NothingNew);
        record.Entry.Transition.ShouldBeNull();
        record.Entry.Change!.Reason.ShouldBe(DecisionReason.Repeated);
        record.Deliveries.ShouldBeEmpty();
    }

    [Fact]
    public void A_resolution_notifies_the_channels_that_want_it()
    {
        var (before, after) = (After(Signal()), After(Signal(), Signal(SignalCondition.Resolved, 5)));

        Plan(before, after).Deliveries.Select(delivery => delivery.Channel).ShouldBe([Topic]);
    }

    [Fact]
    public void A_new_episode_in_the_same_slot_is_an_opening()
    {
        var ended = After(Signal(), Signal(SignalCondition.Resolved, 5));
        var again = After(Signal(), Signal(SignalCondition.Resolved, 5), Signal(minute: 100));

        Plan(ended, again).Entry!.Transition.ShouldBe(Transition.Opened);
    }

    [Fact]
    public void An_event_after_the_end_is_no_part_of_the_episode()
    {
        var ended = After(Signal(), Signal(SignalCondition.Resolved, 5));
        var still = After(Signal(), Signal(SignalCondition.Resolved, 5), Signal(SignalCondition.Resolved, 6));

        Plan(ended, still).ShouldBe(Nobody(NotificationReason.AfterTheEnd));
        Plan(null, After(Signal(SignalCondition.Resolved))).ShouldBe(Nobody(NotificationReason.NoIncident));
    }

    [Fact]
    public void A_reaction_notifies_when_its_outcome_is_known_and_not_before()
    {
        var started = Reaction(ReactionStatus.Started);

        On(new ReactionChanged(null, started)).ShouldBe(Nobody(NotificationReason.ReactionStarted));
        var record = On(new ReactionChanged(started, started with { Status = ReactionStatus.Done })).Record!;
        record.Entry.Key.ShouldBe("N#scale-out.0");
        record.Deliveries.Length.ShouldBe(2);
    }

    [Fact]
    public void An_address_is_notified_once_however_many_routes_lead_to_it()
    {
        var twice = Usual with
        {
            Route = new Route
            {
                Routes = [new Route { Receiver = "one", Continue = true }, new Route { Receiver = "two" }],
            },
            Receivers = Usual.Receivers.Add("one", new Receiver("one", [Topic])).Add("two", new Receiver("two", [Topic, Mail])),
        };

        NotificationPlan.Decide(new SlotChanged(null, After(Signal())!), twice).Deliveries.Length.ShouldBe(2);
    }

    [Fact]
    public void A_row_that_is_written_again_unchanged_notifies_nobody()
    {
        var slot = After(Signal());

        Plan(slot, slot).ShouldBe(Nobody(NotificationReason.Unchanged));
        var done = Reaction(ReactionStatus.Done);
        On(new ReactionChanged(done, done)).ShouldBe(Nobody(NotificationReason.Unchanged));
    }

    [Theory]
    [InlineData(OperatorVerb.Acknowledge, Transition.Acknowledged)]
    [InlineData(OperatorVerb.Comment, Transition.Commented)]
    public void What_operators_do_is_reported_to_those_who_were_notified_before(OperatorVerb verb, Transition transition)
    {
        var (told, untold) = (After(Signal())!, After(Signal() with { Mute = new Mute(MuteKind.MuteRule, "deploy") })!);

        var decision = Act(told);
        (decision.Reason, decision.Entry!.Transition).ShouldBe((NotificationReason.Notify, transition));
        decision.Deliveries.Length.ShouldBe(On(new SlotChanged(null, told)).Deliveries.Length);
        var quiet = Act(untold);
        (quiet.Reason, quiet.Entry!.Transition).ShouldBe((NotificationReason.NotReported, transition));

        NotificationDecision Act(Slot slot) => Plan(slot, OperatorActions.Decide(
            slot, slot.Incident!.Id, new OperatorAction("a-1", verb, "alice", "looking"), Noon).Write!.Apply(slot));
    }

    [Fact]
    public void A_muted_incident_records_who_would_have_been_notified()
    {
        var muted = On(new SlotChanged(null, After(Signal() with { Mute = new Mute(MuteKind.MuteRule, "deploy") })!));

        muted.Reason.ShouldBe(NotificationReason.MutedAtSource);
        muted.Deliveries.ShouldBeEmpty();
        muted.Record!.WouldNotify.ShouldBe(
            On(new SlotChanged(null, After(Signal())!)).Deliveries.Select(delivery => delivery.Receiver).Distinct());
        muted.WouldNotify.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData(false, NotificationReason.MutedAtSource)]
    [InlineData(true, NotificationReason.Notify)]
    public void A_muted_incident_notifies_nobody_but_its_end_does_if_its_beginning_was_notified(
        bool wasNotified, NotificationReason reason)
    {
        var open = After(Signal())!;
        var muted = open with
        {
            Incident = open.Incident! with
            {
                Mute = new Mute(MuteKind.ActionsDisabled, ""),
                Notified = wasNotified ? open.Incident.Notified : null,
            },
        };
        var ended = Decide(muted, Signal(SignalCondition.Resolved, 5)).Write!.Apply(muted);

        Plan(null, muted).Reason.ShouldBe(NotificationReason.MutedAtSource);
        Plan(muted, ended).Reason.ShouldBe(reason);
    }

    [Fact]
    public void A_reaction_to_a_muted_incident_notifies_nobody()
    {
        var done = Reaction(ReactionStatus.Done);
        var muted = done with { Incident = done.Incident with { Mute = new Mute(MuteKind.ActionsDisabled, "") } };

        On(new ReactionChanged(null, muted)).Reason.ShouldBe(NotificationReason.MutedAtSource);
    }

    [Fact]
    public void A_reaction_that_was_only_planned_is_recorded_and_notifies_nobody()
    {
        var planned = Reaction(ReactionStatus.WouldDo) with { Mode = ReactionMode.DryRun };

        var decision = On(new ReactionChanged(null, planned));

        decision.Reason.ShouldBe(NotificationReason.DryRun);
        decision.Deliveries.ShouldBeEmpty();
        decision.Record!.Reason.ShouldBe(NotificationReason.DryRun);
        decision.Entry!.Reaction.ShouldBe(planned);
        // The same outcome of a reaction that may act is news.
        On(new ReactionChanged(null, planned with { Mode = ReactionMode.Auto })).Reason.ShouldBe(NotificationReason.Notify);
    }

    [Fact]
    public void Receivers_that_do_not_exist_have_no_channels_or_do_not_want_ends_are_named()
    {
        var opened = After(Signal());
        var resolved = After(Signal(), Signal(SignalCondition.Resolved, 5));
        var undefined = Usual with { Receivers = Usual.Receivers.Clear() };
        var mailOnly = WatchkeeperConfiguration.Default(Mail);

        Plan(null, opened, undefined).Reason.ShouldBe(NotificationReason.UnknownReceiver);
        Plan(null, opened, WatchkeeperConfiguration.Default()).Reason.ShouldBe(NotificationReason.NoChannels);
        Plan(opened, resolved, mailOnly).Reason.ShouldBe(NotificationReason.ResolvedNotWanted);
        Plan(null, opened, mailOnly).Reason.ShouldBe(NotificationReason.Notify);
    }

    [Fact]
    public void A_failed_attempt_is_retried_at_growing_intervals_and_then_given_up()
    {
        var delivery = new Delivery { Receiver = "default", Channel = Topic, Status = DeliveryStatus.Pending };
        var waits = new List<double>();
        for (var now = Noon; ;)
        {
            delivery = RetrySchedule.After(delivery, new SendResult.Retry("throttled"), now);
            if (delivery.NextAttemptAt is not { } next)
                break;
            waits.Add((next - now).TotalMinutes);
            now = next;
        }

        waits.ShouldBe([1, 2, 4, 8, 15, 30, 30, 30, 30]);
        delivery.Status.ShouldBe(DeliveryStatus.Failed);
        delivery.Detail.ShouldContain("throttled");
    }

    [Fact]
    public void A_channel_that_asks_for_more_time_gets_it()
    {
        var delivery = new Delivery { Receiver = "default", Channel = Topic, Status = DeliveryStatus.Pending };

        RetrySchedule.After(delivery, new SendResult.Retry("busy", TimeSpan.FromMinutes(7)), Noon).NextAttemptAt
            .ShouldBe(Noon.AddMinutes(7));
    }

    private static NotificationDecision Plan(Slot? before, Slot? after, WatchkeeperConfiguration? configuration = null) =>
        On(new SlotChanged(before, after!), configuration);

    private static NotificationDecision On(StoreChange change, WatchkeeperConfiguration? configuration = null) =>
        NotificationPlan.Decide(change, configuration ?? Usual);

    private static NotificationDecision Nobody(NotificationReason reason) => new(reason, null, []);

    private static ReactionRecord Reaction(ReactionStatus status) => new()
    {
        Incident = After(Signal())!.Incident!,
        Step = "scale-out.0",
        Reaction = "scale-out",
        Mode = ReactionMode.Auto,
        Status = status,
        PlannedAt = Noon,
    };
}
