using Shouldly;
using Watchkeeper.Alarms;
using Watchkeeper.Configuration;
using Watchkeeper.Functions.Notifying;
using Watchkeeper.Functions.Reports;
using Watchkeeper.Functions.Sweeping;
using Watchkeeper.Incidents;
using Watchkeeper.Routing;
using Watchkeeper.Signals;
using Xunit;

namespace Watchkeeper.Functions.Tests.Sweeping;

public sealed class SweeperTests : IDisposable
{
    private const string Prefix = "arn:aws:cloudwatch:eu-central-1:123456789012:alarm:";

    private static readonly WatchkeeperConfiguration Here =
        WatchkeeperConfiguration.Default(new Channel(ChannelKind.Sns, "arn:aws:sns:eu-central-1:123456789012:people")) with
        {
            Home = new Home("123456789012", "eu-central-1"),
        };

    private readonly World world = new() { Configuration = Here };

    private readonly KnownAlarms alarms = new();
    private readonly KnownGroups groups = new();
    private readonly Sweeper sweeper;

    public SweeperTests() =>
        sweeper = world.Sweeper(new Notifier(world.Notifications, [], world.Configuration, world.Time), alarms, groups);

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task An_alarm_that_is_ok_ends_its_incident_although_no_event_said_so()
    {
        await world.RecordAsync(State("cpu"));
        alarms.Set(State("cpu", SignalCondition.Resolved, 5));

        (await SweepAsync(10)).Resolved.ShouldBe(1);

        var slot = await SlotAsync("cpu");
        slot.Last.Reason.ShouldBe(DecisionReason.Resolved);
        slot.Incident!.ResolvedAt.ShouldBe(World.Noon.AddMinutes(5));
    }

    [Fact]
    public async Task An_alarm_that_fires_keeps_its_incident_for_ever_and_only_reminders_are_written()
    {
        await world.RecordAsync(State("cpu"));
        alarms.Set(State("cpu"));

        for (var day = 1; day <= 30; day++)
            (await SweepAsync(day * 24 * 60)).Expired.ShouldBe(0);

        var slot = await SlotAsync("cpu");
        slot.Active.ShouldNotBeNull();
        slot.Version.ShouldBeInRange(2, 10);
    }

    [Fact]
    public async Task A_deleted_alarm_ends_its_incident()
    {
        await world.RecordAsync(State("cpu"));

        (await SweepAsync(10)).Expired.ShouldBe(1);

        (await SlotAsync("cpu")).Last.Reason.ShouldBe(DecisionReason.SourceGone);
    }

    [Fact]
    public async Task An_alarm_without_data_for_hours_ends_its_incident()
    {
        await world.RecordAsync(State("cpu"), State("cpu", SignalCondition.NoData, 10));
        alarms.Set(State("cpu", SignalCondition.NoData, 10));

        (await SweepAsync(60)).Expired.ShouldBe(0);
        (await SweepAsync(10 + 360)).Expired.ShouldBe(1);

        (await SlotAsync("cpu")).Last.Reason.ShouldBe(DecisionReason.NoDataForLong);
    }

    [Fact]
    public async Task An_alarm_whose_event_never_came_is_found_after_a_delay_and_notified_once()
    {
        alarms.Set(State("cpu", minute: 9));
        (await SweepAsync(10)).Found.ShouldBe(0);
        (await SweepAsync(11)).Found.ShouldBe(1);
        (await SweepAsync(12)).Found.ShouldBe(0);

        await world.RecordAsync(State("cpu", minute: 9));

        var slot = await SlotAsync("cpu");
        slot.Version.ShouldBe(1, "the event that comes after all is the same signal");
        slot.Active.ShouldNotBeNull();
    }

    [Fact]
    public async Task The_alarms_on_Watchkeeper_itself_are_no_incidents()
    {
        alarms.Set(State("errors"), "arn:aws:sns:eu-central-1:123456789012:people");

        (await SweepAsync(60)).Found.ShouldBe(0);
    }

    [Fact]
    public async Task An_incident_that_a_person_resolved_while_the_alarm_fires_stays_resolved()
    {
        await world.RecordAsync(State("cpu"));
        alarms.Set(State("cpu"));
        var slot = await SlotAsync("cpu");
        var ended = OperatorActions.Decide(
            slot, slot.Incident!.Id, new OperatorAction("a", OperatorVerb.Resolve, "kim"), World.Noon.AddMinutes(1));
        await world.Slots.WriteAsync(ended.Write!, World.TestContextToken);

        (await SweepAsync(10)).Found.ShouldBe(0);

        (await SlotAsync("cpu")).Active.ShouldBeNull();
    }

    [Fact]
    public async Task An_incident_of_one_series_ends_when_the_series_no_longer_fires()
    {
        await world.RecordAsync(State("fleet#one"), State("fleet#two"));
        alarms.Set(State("fleet"));
        alarms.Series["fleet"] = [new ObservedAlarm { Name = "fleet", Signal = State("fleet#two") }];

        var report = await SweepAsync(10);

        report.Resolved.ShouldBe(1);
        report.Found.ShouldBe(0, "the alarm as a whole says nothing that its series do not");
        (await SlotAsync("fleet#one")).Active.ShouldBeNull();
        (await SlotAsync("fleet#two")).Active.ShouldNotBeNull();
    }

    [Fact]
    public async Task The_incidents_of_series_end_with_an_alarm_that_is_ok_or_deleted()
    {
        await world.RecordAsync(State("fleet#one"), State("other#one"));
        alarms.Set(State("fleet", SignalCondition.Resolved, 5));

        await SweepAsync(10);

        (await SlotAsync("fleet#one")).Last.Reason.ShouldBe(DecisionReason.Resolved);
        (await SlotAsync("other#one")).Last.Reason.ShouldBe(DecisionReason.SourceGone);
    }

    [Fact]
    public async Task The_alarms_of_other_accounts_are_not_asked_about_and_end_after_a_week_without_events()
    {
        var elsewhere = State("cpu") with
        {
            Subject =
                State("cpu").Subject with { Fingerprint = new("alarm/arn:aws:cloudwatch:eu-central-1:210987654321:alarm:cpu") },
        };
        await world.RecordAsync(elsewhere);

        (await SweepAsync(60 * 24 * 6)).Expired.ShouldBe(0);
        (await SweepAsync(60 * 24 * 7)).Expired.ShouldBe(1);

        alarms.Asked.ShouldBe(["firing", "firing"]);
    }

    [Fact]
    public async Task Without_an_answer_of_CloudWatch_nothing_ends_and_everything_else_goes_on()
    {
        await world.RecordAsync(State("cpu"));
        await world.RecordAsync(World.Signal(name: "trail", kind: SignalKind.Detection, nature: SignalNature.Event));
        alarms.Failure = new TimeoutException("no answer");

        var report = await SweepAsync(60 * 24 * 8);

        report.Expired.ShouldBe(1, "the detection is quiet for a day");
        (await SlotAsync("cpu")).Active.ShouldNotBeNull();
    }

    [Fact]
    public async Task Without_permission_to_ask_CloudWatch_a_week_without_events_ends_an_incident()
    {
        await world.RecordAsync(State("cpu"));
        alarms.Denied = "not allowed";

        (await SweepAsync(60 * 24 * 6)).Expired.ShouldBe(0);
        (await SweepAsync(60 * 24 * 7)).Expired.ShouldBe(1);
    }

    [Fact]
    public async Task A_hundred_alarms_take_two_requests()
    {
        foreach (var number in Enumerable.Range(0, 100))
        {
            var name = $"cpu-{number}";
            await world.RecordAsync(State(name));
            alarms.Set(State(name, number % 2 == 0 ? SignalCondition.Firing : SignalCondition.Resolved, 1));
        }

        (await SweepAsync(10)).Resolved.ShouldBe(50);

        alarms.Asked.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_group_at_its_maximum_whose_policy_asks_for_more_is_an_incident_until_it_can_grow()
    {
        const string uuid = "5c0f1d9a-7b21-4c55-9d0e-2f6f0a1b7c33";
        alarms.Set(State($"TargetTracking-web-asg-AlarmHigh-{uuid}"));
        alarms.Set(State($"TargetTracking-idle-asg-AlarmLow-{uuid}"));
        alarms.Set(
            State("steps"),
            "arn:aws:autoscaling:eu-central-1:123456789012:scalingPolicy:1:autoScalingGroupName/step-asg:policyName/up");
        groups.Set("web-asg", 10, 10);
        groups.Set("idle-asg", 2, 2);
        groups.Set("step-asg", 3, 10);

        (await SweepAsync(10)).Found.ShouldBe(0, "a group needs minutes to grow");
        (await SweepAsync(15)).Found.ShouldBe(1);
        (await SweepAsync(16)).Found.ShouldBe(0);
        (await SweepAsync(60 * 24 * 8)).Expired.ShouldBe(0, "it goes on");

        var limit = new Fingerprint("scaling-limit/123456789012/eu-central-1/web-asg");
        (await world.Slots.ReadAsync(limit, World.TestContextToken))!.Active!.Subject.Title.ShouldBe(
            "web-asg is at its maximum of 10");
        groups.Set("web-asg", 10, 20);
        (await SweepAsync((60 * 24 * 8) + 1)).Resolved.ShouldBe(1);
        (await world.Slots.ReadAsync(limit, World.TestContextToken))!.Active.ShouldBeNull();
    }

    [Fact]
    public async Task Groups_that_cannot_be_read_change_nothing()
    {
        alarms.Set(State("TargetTracking-web-asg-AlarmHigh-5c0f1d9a-7b21-4c55-9d0e-2f6f0a1b7c33"));
        groups.Set("web-asg", 10, 10);
        await SweepAsync(20);
        groups.Failure = new TimeoutException("no answer");

        (await SweepAsync(60 * 24 * 8)).ShouldSatisfyAllConditions(
            report => report.Failed.ShouldBe(1), report => report.Expired.ShouldBe(0), report => report.Resolved.ShouldBe(0));
    }

    [Fact]
    public async Task A_mute_ends_with_its_window_and_the_state_of_the_alarm_decides_then()
    {
        var mute = new Mute(
            MuteKind.MuteRule, "arn:aws:cloudwatch:eu-central-1:123456789012:alarm-mute-rule:deploy", World.Noon.AddHours(1));
        await world.RecordAsync(State("fires") with { Mute = mute }, State("well") with { Mute = mute });
        alarms.Set(State("fires"));
        alarms.Set(State("well", SignalCondition.Resolved, 30));

        (await SweepAsync(45)).MutesEnded.ShouldBe(0);
        (await SweepAsync(61)).MutesEnded.ShouldBe(1);

        (await SlotAsync("fires")).Last.Reason.ShouldBe(DecisionReason.MuteEnded);
        (await SlotAsync("well")).Last.Reason.ShouldBe(DecisionReason.Resolved);
    }

    private Task<SweepReport> SweepAsync(int minute)
    {
        var now = World.Noon.AddMinutes(minute);
        if (now > world.Time.GetUtcNow())
            world.Time.SetUtcNow(now);
        return sweeper.SweepAsync(now, world.Deadline, World.TestContextToken);
    }

    private async Task<Slot> SlotAsync(string name) =>
        (await world.Slots.ReadAsync(new Fingerprint($"alarm/{Prefix}{name}"), World.TestContextToken)).ShouldNotBeNull();

    private static Signal State(string name, SignalCondition condition = SignalCondition.Firing, int minute = 0)
    {
        var signal = World.Signal(condition, minute, name);
        return signal with { Subject = signal.Subject with { Fingerprint = new Fingerprint($"alarm/{Prefix}{name}") } };
    }
}
