using Amazon.CloudWatch.Model;
using Shouldly;
using Xunit;

namespace Watchkeeper.Aws.Tests.Alarms;

/// <summary>An odd alarm in CloudWatch affects no other one, and does not count as deleted.</summary>
public sealed class OddAlarmTests
{
    public static TheoryData<string, Action<MetricAlarm>> Oddities => new()
    {
        { "no ARN", alarm => alarm.AlarmArn = null },
        { "another ARN", alarm => alarm.AlarmArn = "arn:aws:sns:eu-central-1:123456789012:alarm:odd" },
        { "no state", alarm => alarm.StateValue = null },
        { "a new state", alarm => alarm.StateValue = "PAUSED" },
        { "no time", alarm => (alarm.StateTransitionedTimestamp, alarm.StateUpdatedTimestamp) = (null, null) },
        { "1970", alarm => alarm.StateTransitionedTimestamp = DateTime.UnixEpoch },
        { "tomorrow", alarm => alarm.StateTransitionedTimestamp = CloudWatchFake.Now.UtcDateTime.AddDays(1) },
        { "the end of time", alarm => alarm.StateTransitionedTimestamp = DateTime.MaxValue },
    };

    [Theory, MemberData(nameof(Oddities), DisableDiscoveryEnumeration = true)]
    public async Task An_odd_alarm_is_left_out_counted_and_named(string what, Action<MetricAlarm> make)
    {
        var odd = Sample.Alarm("odd");
        make(odd);
        var fake = new CloudWatchFake { Alarms = _ => CloudWatchFake.Page(Sample.Alarm("first"), odd, Sample.Alarm("last")) };

        var firing = await fake.Inventory.FiringAsync();
        var found = await fake.Inventory.FindAsync("first", "odd", "last");

        firing.Select(alarm => alarm.Name).ShouldBe(["first", "last"], what);
        found.Alarms.Select(alarm => alarm.Name).ShouldBe(["first", "last"], what);
        found.Unreadable.ShouldBe(["odd"], what);
        fake.Warnings.Count.ShouldBe(2);
        fake.Warnings.ShouldAllBe(warning => warning.StartsWith("1 "));
    }

    [Fact]
    public async Task Only_the_alarm_without_a_name_is_left_out()
    {
        var odd = Sample.Alarm();
        odd.AlarmName = null;
        var fake = new CloudWatchFake { Alarms = _ => CloudWatchFake.Page(odd, Sample.Alarm()) };

        var found = await fake.Inventory.FindAsync("orders");

        found.Alarms.ShouldHaveSingleItem();
        found.Unreadable.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_alarm_with_incomplete_metrics_is_read_as_far_as_possible()
    {
        var alarm = Sample.Alarm();
        (alarm.MetricName, alarm.Dimensions, alarm.StateReason) = (null, null, null);
        alarm.Metrics =
        [
            new MetricDataQuery { Id = "a" },
            new MetricDataQuery { Id = "b", MetricStat = new MetricStat() },
            new MetricDataQuery
            {
                Id = "c",
                MetricStat = new MetricStat { Metric = new Metric { MetricName = "M", Dimensions = [new Dimension()] } },
            },
        ];
        var fake = new CloudWatchFake { Alarms = _ => CloudWatchFake.Page(alarm) };

        (await fake.Inventory.FiringAsync()).ShouldHaveSingleItem().Signal.Subject.Labels["metric"].ShouldBe("M");
    }

    [Fact]
    public async Task The_texts_of_an_alarm_stay_on_one_line()
    {
        var alarm = Sample.Alarm("orders\r\nSubject: you have won");
        var fake = new CloudWatchFake { Alarms = _ => CloudWatchFake.Page(alarm) };

        var observed = (await fake.Inventory.FiringAsync()).ShouldHaveSingleItem();

        observed.Signal.Subject.Name.ShouldNotContain("\n");
        observed.Name.ShouldBe(alarm.AlarmName);
    }
}
