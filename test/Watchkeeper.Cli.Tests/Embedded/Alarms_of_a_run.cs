using System.Text;
using System.Text.Json.Nodes;
using Shouldly;
using Watchkeeper.Signals;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Cli.Tests.Embedded;

public sealed class Alarms_of_a_run
{
    [Fact]
    public async Task Are_unknown_until_an_event_tells_of_them() =>
        (await new AlarmStory().State("a", "ALARM", "10:00").FindAsync("b")).ShouldBeNull();

    [Fact]
    public async Task Are_known_from_the_state_changes_that_were_fed_and_the_newest_wins()
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
    public async Task Are_known_by_whichever_way_they_are_told_of(string file)
    {
        var payload = await File.ReadAllBytesAsync(Repository.PathOf("events", file + ".json"), TestContext.Current.CancellationToken);

        (await new AlarmStory().Observe(payload).FiringAsync()).ShouldHaveSingleItem().ShouldStartWith("shop-payment");
    }

    [Fact]
    public async Task Are_there_though_their_metric_is_another_accounts_and_not_where_they_are_elsewhere()
    {
        const string account = "210987654321";
        var story = new AlarmStory().State("theirs", "ALARM", "10:00", account).Metric("ours", account, Emulated.Region)
            .Metric("far", Emulated.Account, "eu-west-1");

        (await story.FiringAsync()).ShouldBe(["ours"]);
    }

    [Fact]
    public async Task Stay_quiet_where_an_event_said_that_their_actions_are_disabled()
    {
        var story = new AlarmStory().Quiet("a", "10:00").State("a", "ALARM", "10:05");

        (await story.FindAsync("a"))!.Signal.Mute.ShouldNotBeNull().Kind.ShouldBe(MuteKind.ActionsDisabled);
        story.Configuration("a", "update", "10:10", "ALARM", enabled: true);
        (await story.FindAsync("a"))!.Signal.Mute.ShouldBeNull();
    }

    [Fact]
    public async Task Are_gone_when_they_are_deleted_and_what_comes_late_does_not_bring_them_back()
    {
        var story = new AlarmStory().State("a", "ALARM", "10:00")
            .Configuration("a", "delete", "10:10", "ALARM", since: "10:00").State("a", "ALARM", "10:05");

        (await story.FindAsync("a")).ShouldBeNull();
        (await story.FiringAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Are_there_again_when_they_are_made_anew()
    {
        var story = new AlarmStory().State("a", "ALARM", "10:00").Configuration("a", "delete", "10:10", "ALARM", since: "10:00");

        story.Configuration("a", "create", "10:20", "INSUFFICIENT_DATA");
        (await story.FindAsync("a"))!.Signal.Condition.ShouldBe(SignalCondition.NoData);
        story.State("a", "ALARM", "10:21");
        (await story.FiringAsync()).ShouldBe(["a"]);
    }

    [Fact]
    public async Task Are_there_when_only_their_state_tells_that_they_were_made_anew()
    {
        var story = new AlarmStory().Configuration("a", "delete", "10:10").State("a", "ALARM", "10:20");

        (await story.FiringAsync()).ShouldBe(["a"]);
    }

    [Fact]
    public async Task Are_not_deleted_by_an_event_that_is_older_than_their_state()
    {
        var story = new AlarmStory().State("a", "ALARM", "10:20").Configuration("a", "delete", "10:10", "OK");

        (await story.FiringAsync()).ShouldBe(["a"]);
    }

    [Fact]
    public async Task Have_the_actions_and_the_mute_of_their_newest_configuration()
    {
        var story = new AlarmStory()
            .Configuration("a", "create", "10:00", "OK", enabled: false, actions: ["arn:aws:sns:::t"]).State("a", "ALARM", "10:05");

        var muted = (await story.FindAsync("a"))!;
        muted.Actions.ShouldBe(["arn:aws:sns:::t"]);
        muted.Signal.Mute.ShouldBe(new Mute(MuteKind.ActionsDisabled, "", Until: null));
        muted.Signal.Condition.ShouldBe(SignalCondition.Firing);

        story.Configuration("a", "update", "10:10", "ALARM", since: "10:05");
        var observed = (await story.FindAsync("a"))!;
        (observed.Actions.IsEmpty, observed.Signal.Mute).ShouldBe((true, null));
    }

    [Fact]
    public async Task Have_no_state_yet_when_they_are_new()
    {
        var created = JsonNode.Parse("""
            {"detail-type":"CloudWatch Alarm Configuration Change","source":"aws.cloudwatch","id":"i","account":"123456789012",
             "region":"eu-central-1","time":"2026-11-27T10:00:00Z","resources":["arn:aws:cloudwatch:eu-central-1:123456789012:alarm:a"],
             "detail":{"alarmName":"a","operation":"create"}}
            """)!;

        (await new AlarmStory().Observe(created).FindAsync("a"))!.Signal.Condition.ShouldBe(SignalCondition.NoData);
    }

    [Fact]
    public async Task Of_other_accounts_are_not_there() =>
        (await new AlarmStory().State("a", "ALARM", "10:00", account: "210987654321").FindAsync("a")).ShouldBeNull();

    [Fact]
    public async Task Have_the_time_series_that_were_told_of_while_they_fire()
    {
        var story = new AlarmStory().State("fleet", "ALARM", "10:00")
            .Contributor("fleet", "one", "ALARM", "10:00").Contributor("fleet", "two", "ALARM", "10:30")
            .Contributor("fleet", "one", "OK", "10:40");

        (await story.ContributorsAsync("fleet")).ShouldBe(["two"]);
        (await story.FiringAsync()).ShouldBe(["fleet"]);
    }

    [Fact]
    public async Task Exist_where_only_a_time_series_was_told_of_and_fire_while_it_does()
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
    public async Task Do_not_mind_what_is_no_alarm_or_no_event()
    {
        var story = new AlarmStory();
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("events"), "*.json", SearchOption.AllDirectories))
            story.Observe(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
        string[] texts = ["", "[]", "null", "{}", """{"detail-type":"CloudWatch Alarm Configuration Change"}""", """{"a":1,"a":2}"""];
        foreach (var text in texts)
            story.Observe(Encoding.UTF8.GetBytes(text));

        (await story.FiringAsync()).ShouldNotBeEmpty();
    }
}
