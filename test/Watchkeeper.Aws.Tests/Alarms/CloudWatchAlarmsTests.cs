using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Shouldly;
using Watchkeeper.Alarms;
using Watchkeeper.Signals;
using Xunit;

namespace Watchkeeper.Aws.Tests.Alarms;

public sealed class CloudWatchAlarmsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_names_every_type_of_alarm_and_asks_for_the_largest_pages()
    {
        var fake = new CloudWatchFake();

        await fake.Inventory.FindAsync("a");
        await fake.Inventory.FiringAsync();

        fake.Asked.ShouldAllBe(
            request => request.AlarmTypes.SequenceEqual(new[] { "MetricAlarm", "CompositeAlarm", "LogAlarm" }));
        fake.Asked.ShouldAllBe(request => request.MaxRecords == 100);
        fake.Asked.Select(request => request.StateValue).ShouldBe([null, StateValue.ALARM]);
    }

    [Fact]
    public async Task A_request_asks_for_a_hundred_names_at_most_and_for_each_name_once()
    {
        var fake = new CloudWatchFake();
        string[] names = [.. Enumerable.Range(0, 250).Select(each => $"alarm {each}")];

        await fake.Inventory.FindAsync([.. names, .. names]);

        fake.Asked.Select(request => request.AlarmNames.Count).ShouldBe([100, 100, 50]);
        fake.Asked.SelectMany(request => request.AlarmNames).ShouldBe(names);
    }

    [Fact]
    public async Task Without_a_name_no_request_is_made_since_it_would_list_all_alarms()
    {
        var fake = new CloudWatchFake();

        (await fake.Inventory.FindAsync()).Alarms.ShouldBeEmpty();
        (await fake.Inventory.FindAsync("", new string('x', 256))).Alarms.ShouldBeEmpty();

        fake.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_page_is_read_to_the_last_one()
    {
        var fake = new CloudWatchFake
        {
            Alarms = request => new DescribeAlarmsResponse
            {
                MetricAlarms = [Sample.Alarm($"alarm {request.NextToken}")],
                NextToken = request.NextToken switch { null => "2", "2" => "3", _ => "" },
            },
        };

        (await fake.Inventory.FiringAsync()).Select(alarm => alarm.Name).ShouldBe(["alarm ", "alarm 2", "alarm 3"]);
        fake.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Pages_without_an_end_are_left_after_a_hundred_and_the_rest_is_reported()
    {
        var fake = new CloudWatchFake
        {
            Alarms = request => new DescribeAlarmsResponse { MetricAlarms = [Sample.Alarm()], NextToken = "more" },
        };

        (await fake.Inventory.FiringAsync()).Count.ShouldBe(100);

        fake.Warnings.ShouldHaveSingleItem().ShouldContain("more alarms than 100 pages");
    }

    [Fact]
    public async Task An_alarm_that_does_not_exist_is_missing_from_the_answer() =>
        (await new CloudWatchFake().Inventory.FindAsync("gone")).ShouldSatisfyAllConditions(
            found => found.Alarms.ShouldBeEmpty(),
            found => found.Unreadable.ShouldBeEmpty());

    [Fact]
    public async Task Alarms_of_all_types_are_in_one_answer_with_their_actions()
    {
        var fake = new CloudWatchFake
        {
            Alarms = _ => new DescribeAlarmsResponse
            {
                MetricAlarms = [WithActions(Sample.Alarm("metric", "OK"))],
                CompositeAlarms = [Composite("composite", suppressedBy: null)],
                LogAlarms = [Log("log")],
            },
        };

        var found = (await fake.Inventory.FindAsync("metric", "composite", "log")).Alarms;

        found.Select(alarm => alarm.Name).ShouldBe(["metric", "composite", "log"]);
        found.Select(alarm => alarm.Signal.Condition)
            .ShouldBe([SignalCondition.Resolved, SignalCondition.Firing, SignalCondition.NoData]);
        found[0].Actions.ShouldBe(["arn:aws:sns:eu-central-1:123456789012:alarms", "arn:aws:automate:eu-central-1:ec2:reboot"]);
        found[0].Signal.Subject.Title.ShouldBe("CPUUtilization of shop-order-asg");
        found[0].Signal.Subject.Labels["threshold"].ShouldBe("> 80");
        found[1].Signal.Subject.Title.ShouldBe("Combination of a");
        found[2].Signal.Subject.Labels["threshold"].ShouldBe("<= 5.5");
        found[2].Signal.Reason.ShouldBe("newest datapoint 3");
        found.ShouldAllBe(alarm => alarm.Signal.Mute == null);
    }

    [Theory]
    [InlineData("Alarm")]
    [InlineData("WaitPeriod")]
    [InlineData("ExtensionPeriod")]
    public async Task An_alarm_that_another_alarm_suppresses_is_muted(string by)
    {
        var fake = new CloudWatchFake { Alarms = _ => new DescribeAlarmsResponse { CompositeAlarms = [Composite("c", by)] } };

        var alarm = (await fake.Inventory.FiringAsync()).ShouldHaveSingleItem();

        alarm.Signal.Mute.ShouldBe(new Mute(MuteKind.Suppressed, by, Until: null));
    }

    [Fact]
    public async Task An_alarm_with_disabled_actions_is_muted_whatever_else_suppresses_it()
    {
        var metric = Sample.Alarm();
        var composite = Composite("c", "Alarm");
        var log = Log("l");
        (metric.ActionsEnabled, composite.ActionsEnabled, log.ActionsEnabled) = (false, false, false);
        var fake = new CloudWatchFake
        {
            Alarms = _ =>
                new DescribeAlarmsResponse { MetricAlarms = [metric], CompositeAlarms = [composite], LogAlarms = [log] },
        };

        (await fake.Inventory.FindAsync("orders", "c", "l")).Alarms.Select(alarm => alarm.Signal.Mute?.Kind)
            .ShouldBe([MuteKind.ActionsDisabled, MuteKind.ActionsDisabled, MuteKind.ActionsDisabled]);
    }

    [Theory]
    [InlineData("ValidationError")]
    [InlineData("ValidationException")]
    [InlineData("InvalidParameterValue")]
    public async Task Log_alarms_are_not_asked_for_in_a_region_that_does_not_know_them(string code)
    {
        var fake = new CloudWatchFake
        {
            Alarms = request => request.AlarmTypes.Contains("LogAlarm")
                ? throw CloudWatchFake.Refusal(
                    code, "Value '[MetricAlarm, CompositeAlarm, LogAlarm]' at 'alarmTypes' failed to satisfy constraint")
                : CloudWatchFake.Page(Sample.Alarm()),
        };
        var inventory = fake.Inventory;

        (await inventory.FindAsync("orders")).Alarms.ShouldHaveSingleItem();
        (await inventory.FiringAsync()).ShouldHaveSingleItem();

        // The adapter remembers the refusal.
        fake.Asked.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("AccessDenied")]
    [InlineData("AccessDeniedException")]
    [InlineData("UnrecognizedClientException")]
    [InlineData("OptInRequired")]
    [InlineData("ValidationError")]
    public async Task A_refused_permission_gives_an_answer_with_the_reason(string code)
    {
        var fake = new CloudWatchFake { Alarms = _ => throw CloudWatchFake.Refusal(code, "User: arn:aws:sts::1:assumed-role/x") };

        var answer = await fake.Inventory.FindAsync(["orders"], Token);

        var reason = answer.ShouldBeOfType<AlarmLookup.Unavailable>().Reason;
        reason.ShouldStartWith(code + ": ");
        reason.ShouldNotContain("arn:");
        await Should.ThrowAsync<AmazonCloudWatchException>(fake.Inventory.FiringAsync().AsTask());
    }

    [Theory]
    [InlineData("Throttling")]
    [InlineData("ThrottlingException")]
    [InlineData("InternalFailure")]
    [InlineData("ExpiredToken")]
    [InlineData("SomethingNew")]
    public async Task A_temporary_error_is_a_failure(string code)
    {
        var fake = new CloudWatchFake { Alarms = _ => throw CloudWatchFake.Refusal(code) };

        await Should.ThrowAsync<AmazonCloudWatchException>(fake.Inventory.FindAsync(["orders"], Token));
    }

    private static MetricAlarm WithActions(MetricAlarm alarm)
    {
        alarm.AlarmActions = ["arn:aws:sns:eu-central-1:123456789012:alarms", "arn:aws:automate:eu-central-1:ec2:reboot"];
        return alarm;
    }

    private static CompositeAlarm Composite(string name, string? suppressedBy) => new()
    {
        AlarmName = name,
        AlarmArn = Sample.Arn(name),
        AlarmRule = "ALARM(a)",
        StateValue = "ALARM",
        StateTransitionedTimestamp = Sample.At,
        ActionsSuppressedBy = suppressedBy is null ? null : new ActionsSuppressedBy(suppressedBy),
    };

    private static LogAlarm Log(string name) => new()
    {
        AlarmName = name,
        AlarmArn = Sample.Arn(name),
        StateValue = "INSUFFICIENT_DATA",
        StateReasonData = """{"recentDatapoints":[1,3]}""",
        StateTransitionedTimestamp = Sample.At,
        ComparisonOperator = "LessThanOrEqualToThreshold",
        Threshold = 5.5,
    };
}
