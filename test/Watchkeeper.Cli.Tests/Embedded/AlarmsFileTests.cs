using Shouldly;
using Watchkeeper.Cli.Embedded;
using Watchkeeper.Cli.Processes;
using Watchkeeper.Signals;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Cli.Tests.Embedded;

public sealed class AlarmsFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("watchkeeper-alarms-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Without_a_file_there_are_no_alarms() => (await LoadAsync()).Alarms.All.ShouldBeEmpty();

    [Fact]
    public async Task A_file_as_the_AWS_command_line_prints_it_is_read()
    {
        Write("""
            {"MetricAlarms":[{"AlarmName":"TargetTracking-low","AlarmArn":"arn:aws:cloudwatch:eu-central-1:123456789012:alarm:TargetTracking-low",
              "ActionsEnabled":true,"OKActions":[],"AlarmActions":["arn:aws:autoscaling:eu-central-1:123456789012:scalingPolicy:p"],
              "StateValue":"ALARM","StateReason":"Threshold Crossed","StateUpdatedTimestamp":"2026-11-27T11:30:00.482000+00:00",
              "StateTransitionedTimestamp":"2026-11-27T09:30:00.482000+00:00","MetricName":"CPUUtilization","Namespace":"AWS/EC2",
              "Statistic":"Average","Dimensions":[{"Name":"AutoScalingGroupName","Value":"web"}],"Period":60,"EvaluationPeriods":15,
              "Threshold":35.0,"ComparisonOperator":"LessThanThreshold"},
             {"AlarmName":"math","AlarmArn":"arn:aws:cloudwatch:eu-central-1:123456789012:alarm:math","StateValue":"OK",
              "StateUpdatedTimestamp":"2026-11-27T10:30:00+01:00","Metrics":[{"Id":"e1","Expression":"m1/m2","Label":"Rate"},{"Id":"m1",
              "MetricStat":{"Metric":{"Namespace":"Shop","MetricName":"Sold","Dimensions":[]},"Period":60,"Stat":"Sum"},"ReturnData":false}]}],
             "CompositeAlarms":[{"AlarmName":"down","AlarmArn":"arn:aws:cloudwatch:eu-central-1:123456789012:alarm:down","AlarmRule":"ALARM(math)",
              "StateValue":"ALARM","StateUpdatedTimestamp":"2026-11-27T10:30:00+00:00","ActionsEnabled":true,"ActionsSuppressedBy":"Alarm"}],
             "LogAlarms":[{"AlarmName":"log","AlarmArn":"arn:aws:cloudwatch:eu-central-1:123456789012:alarm:log","StateValue":"OK",
              "StateUpdatedTimestamp":"2026-11-27T10:30:00+00:00","ActionsEnabled":false}]}
            """);

        var story = await LoadAsync();

        (await story.FiringAsync()).ShouldBe(["TargetTracking-low", "down"]);
        var low = (await story.FindAsync("TargetTracking-low"))!;
        low.Actions.ShouldBe(["arn:aws:autoscaling:eu-central-1:123456789012:scalingPolicy:p"]);
        low.Signal.OccurredAt.ShouldBe(new DateTimeOffset(2026, 11, 27, 9, 30, 0, 482, TimeSpan.Zero));
        low.Signal.Subject.Title.ShouldBe("CPUUtilization of Auto Scaling group web");
        low.Signal.Subject.Labels["threshold"].ShouldBe("< 35");
        (await story.FindAsync("math"))!.Signal.Subject.Title.ShouldBe("Rate");
        (await story.FindAsync("down"))!.Signal.Mute.ShouldBe(new Mute(MuteKind.Suppressed, "Alarm", Until: null));
        (await story.FindAsync("log"))!.Signal.Mute?.Kind.ShouldBe(MuteKind.ActionsDisabled);
    }

    [Fact]
    public async Task Alarms_keep_their_actions_and_their_mute_when_events_change_their_state()
    {
        Write("""
            {"MetricAlarms":[{"AlarmName":"a","AlarmArn":"arn:aws:cloudwatch:eu-central-1:123456789012:alarm:a","StateValue":"OK",
              "AlarmActions":["arn:aws:sns:::t"],"ActionsEnabled":false,"StateUpdatedTimestamp":"2026-11-27T09:00:00+00:00"}]}
            """);

        var alarm = (await (await LoadAsync()).State("a", "ALARM", "10:00").FindAsync("a"))!;

        (alarm.Signal.Condition, alarm.Signal.Mute?.Kind).ShouldBe((SignalCondition.Firing, MuteKind.ActionsDisabled));
        alarm.Actions.ShouldBe(["arn:aws:sns:::t"]);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("""{"MetricAlarms":{}}""")]
    [InlineData("""{"MetricAlarms":[{"AlarmName":"a"}]}""")]
    [InlineData("""{"MetricAlarms":["""
        + """{"AlarmName":"a","AlarmArn":"arn:aws:cloudwatch:r:1:alarm:a","StateValue":"OK","StateUpdatedTimestamp":"soon"}]}""")]
    [InlineData("""{"MetricAlarms":[{"AlarmName":"a","AlarmArn":"arn:aws:cloudwatch:r:1:alarm:a","StateValue":"OK"}]}""")]
    public async Task A_file_of_another_form_is_refused_by_its_name(string text)
    {
        Write(text);

        (await Should.ThrowAsync<RunException>(LoadAsync())).Message.ShouldContain("alarms.json");
    }

    private void Write(string text) => File.WriteAllText(Path.Combine(folder, "alarms.json"), text);

    private async Task<AlarmStory> LoadAsync() => new()
    {
        Alarms = await new EmbeddedApplication(folder)
            .AlarmsAsync(Emulated.Account, Emulated.Region, TimeProvider.System, TestContext.Current.CancellationToken),
    };
}
