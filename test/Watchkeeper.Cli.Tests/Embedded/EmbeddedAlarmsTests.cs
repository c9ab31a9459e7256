using System.Text;
using System.Text.Json.Nodes;
using Shouldly;
using Watchkeeper.Signals;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Cli.Tests.Embedded;

public sealed class EmbeddedAlarmsTests
{
    [Fact]
    public async Task An_alarm_is_unknown_until_an_event_names_it() =>
        (await new AlarmStory().State("a", "ALARM", "10:00").FindAsync("b")).ShouldBeNull();

    [Fact]
    public async Task The_newest_state_change_of_an_alarm_counts()
    {
        var story = new AlarmStory().State("a", "ALARM", "10:00")
            .State("b", "ALARM", "10:01").State("b", "OK", "10:05").State("b", "ALARM", "10:03");

        (await story.FiringAsync()).ShouldBe(["a"]);
        (await story.FindAsync("b"))!.Signal.Condition.ShouldBe(SignalCondition.Resolved);
        var alarm = (await story.FindAsync("a"))!;
        (alarm.Actions.IsEmpty, alarm.Signal.Mute).ShouldBe((true, null));
    }

    [Theory]
    [InlineData("alarm-eventbridge/080-payment-queue-old-alarm")]
    [InlineData("alarm-sns/080-payment-queue-old-alarm-second-way")]
    [InlineData("alarm-direct/080-payment-queue-old-alarm-third-way")]
    public async Task An_alarm_is_known_from_every_form_of_event(string file)
    {
        var payload = await File.ReadAllBytesAsync(
            Repository.PathOf("events", file + ".json"), TestContext.Current.CancellationToken);

        (await new AlarmStory().Observe(payload).FiringAsync()).ShouldHaveSingleItem().ShouldStartWith("shop-payment");
    }

    [Fact]
    public async Task An_alarm_on_a_metric_of_another_account_is_known_and_one_of_another_region_is_not()
    {
        const string account = "210987654321";
        var story = new AlarmStory().State("theirs", "ALARM", "10:00", account).Metric("ours", account, Emulated.Region)
            .Metric("far", Emulated.Account, "eu-west-1");

        (await story.FiringAsync()).ShouldBe(["ours"]);
    }

    [Fact]
    public async Task An_alarm_stays_muted_if_an_event_said_that_its_actions_are_disabled()
    {
        var story = new AlarmStory().Quiet("a", "10:00").State("a", "ALARM", "10:05");

        (await story.FindAsync("a"))!.Signal.Mute.ShouldNotBeNull().Kind.ShouldBe(MuteKind.ActionsDisabled);
        story.Configuration("a", "update", "10:10", "ALARM", enabled: true);
        (await story.FindAsync("a"))!.Signal.Mute.ShouldBeNull();
    }

    [Fact]
    public async Task A_deleted_alarm_is_gone_and_a_late_event_does_not_bring_it_back()
    {
        var story = new AlarmStory().State("a", "ALARM", "10:00")
            .Configuration("a", "delete", "10:10", "ALARM", since: "10:00").State("a", "ALARM", "10:05");

        (await story.FindAsync("a")).ShouldBeNull();
        (await story.FiringAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_recreated_alarm_is_known_again()
    {
        var story = new AlarmStory().State("a", "ALARM", "10:00").Configuration("a", "delete", "10:10", "ALARM", since: "10:00");

        story.Configuration("a", "create", "10:20", "INSUFFICIENT_DATA");
        (await story.FindAsync("a"))!.Signal.Condition.ShouldBe(SignalCondition.NoData);
        story.State("a", "ALARM", "10:21");
        (await story.FiringAsync()).ShouldBe(["a"]);
    }

    [Fact]
    public async Task A_state_change_alone_shows_that_an_alarm_was_recreated()
    {
        var story = new AlarmStory().Configuration("a", "delete", "10:10").State("a", "ALARM", "10:20");

        (await story.FiringAsync()).ShouldBe(["a"]);
    }

    [Fact]
    public async Task A_deletion_that_is_older_than_the_state_of_the_alarm_is_ignored()
    {
        var story = new AlarmStory().State("a", "ALARM", "10:20").Configuration("a", "delete", "10:10", "OK");

        (await story.FiringAsync()).ShouldBe(["a"]);
    }

    [Fact]
    public async Task An_alarm_has_the_actions_and_the_mute_of_its_newest_configuration()
    {
        var story = new AlarmStory()
            .Configuration("a", "create", "10:00", "OK", enabled: false, actions: ["arn:aws:sns:::t"])
            .State("a", "ALARM", "10:05");

        var muted = (await story.FindAsync("a"))!;
        muted.Actions.ShouldBe(["arn:aws:sns:::t"]);
        muted.Signal.Mute.ShouldBe(new Mute(MuteKind.ActionsDisabled, "", Until: null));
        muted.Signal.Condition.ShouldBe(SignalCondition.Firing);

        story.Configuration("a", "update", "10:10", "ALARM", since: "10:05");
        var observed = (await story.FindAsync("a"))!;
        (observed.Actions.IsEmpty, observed.Signal.Mute).ShouldBe((true, null));
    }

    [Fact]
    public async Task A_new_alarm_has_no_data()
    {
        var created = JsonNode.Parse("""
            {"detail-type":"CloudWatch Alarm Configuration Change","source":"aws.cloudwatch","id":"i","account":"123456789012",
             "region":"eu-central-1","time":"2026-11-27T10:00:00Z","resources":["arn:aws:cloudwatch:eu-central-1:123456789012:alarm:a"],
             "detail":{"alarmName":"a","operation":"create"}}
            """)!;

        (await new AlarmStory().Observe(created).FindAsync("a"))!.Signal.Condition.ShouldBe(SignalCondition.NoData);
    }

    [Fact]
    public async Task An_alarm_of_another_account_is_unknown() =>
        (await new AlarmStory().State("a", "ALARM", "10:00", account: "210987654321").FindAsync("a")).ShouldBeNull();

    [Fact]
    public async Task An_alarm_has_its_time_series_while_they_fire()
    {
        var story = new AlarmStory().State("fleet", "ALARM", "10:00")
            .Contributor("fleet", "one", "ALARM", "10:00").Contributor("fleet", "two", "ALARM", "10:30")
            .Contributor("fleet", "one", "OK", "10:40");

        (await story.ContributorsAsync("fleet")).ShouldBe(["two"]);
        (await story.FiringAsync()).ShouldBe(["fleet"]);
    }

    [Fact]
    public async Task An_alarm_of_which_only_a_time_series_is_known_fires_as_long_as_the_series_does()
    {
        var story = new AlarmStory().Contributor("a#b", "one", "ALARM", "10:00").Contributor("a#b", "two", "OK", "10:10");

        var alarm = (await story.FindAsync("a#b"))!;
        alarm.Signal.Condition.ShouldBe(SignalCondition.Firing);
        alarm.Signal.Subject.Fingerprint.Text.ShouldBe($"alarm/{AlarmStory.Arn("a#b")}");
        (await story.ContributorsAsync("a#b")).ShouldBe(["one"]);
        story.Contributor("a#b", "one", "OK", "10:20");
        (await story.FindAsync("a#b"))!.Signal.Condition.ShouldBe(SignalCondition.Resolved);
    }

    [Fact]
    public async Task Events_without_alarms_and_invalid_events_are_ignored()
    {
        var story = new AlarmStory();
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("events"), "*.json", SearchOption.AllDirectories))
            story.Observe(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
        string[] texts =
            ["", "[]", "null", "{}", """{"detail-type":"CloudWatch Alarm Configuration Change"}""", """{"a":1,"a":2}"""];
        foreach (var text in texts)
            story.Observe(Encoding.UTF8.GetBytes(text));

        (await story.FiringAsync()).ShouldNotBeEmpty();
    }
}
