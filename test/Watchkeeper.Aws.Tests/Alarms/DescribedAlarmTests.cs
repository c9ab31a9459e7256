using System.Text.Json.Nodes;
using Amazon.CloudWatch.Model;
using CsCheck;
using Shouldly;
using Watchkeeper.Aws.Tests.Events;
using Watchkeeper.Signals;
using Xunit;

namespace Watchkeeper.Aws.Tests.Alarms;

public sealed class DescribedAlarmTests
{
    private static readonly Gen<SampleAlarm> Alarms =
        from name in Gen.String[Gen.Char[' ', '~'], 1, 255]
        from state in Gen.OneOf("ALARM", "OK", "INSUFFICIENT_DATA")
        from milliseconds in Gen.Long[0, 500_000_000_000]
        from dimensions in Gen.Dictionary(
            Gen.OneOf("InstanceId", "AutoScalingGroupName", "Stage", "QueueName", "Host", "Zone"),
            Gen.String[Gen.Char.AlphaNumeric, 1, 40])[0, 6]
        from metric in Gen.OneOf("CPUUtilization", "NetworkIn", "Stock")
        from space in Gen.OneOf("AWS/EC2", "AWS/RDS", "Shop/Warehouse")
        from description in Gen.OneOf("", "Stock is low. severity=high", "See runbook https://runbooks.shop.example/1")
        select new SampleAlarm
        {
            Name = name,
            State = state,
            At = DateTimeOffset.FromUnixTimeMilliseconds(1_262_304_000_000 + milliseconds),
            Dimensions = dimensions,
            Metric = metric,
            Namespace = space,
            Description = description,
        };

    [Fact]
    public async Task A_described_alarm_gives_the_signal_of_its_event_whatever_it_watches() =>
        await Alarms.SampleAsync(async alarm =>
        {
            var signal = SampleAlarm.Read(alarm.Event());
            var fake = new CloudWatchFake { Alarms = _ => CloudWatchFake.Page(Sample.Described(alarm), Sample.Listed(alarm)) };

            var found = await fake.Inventory.FindAsync(alarm.Name);

            found.Alarms.Length.ShouldBe(2);
            // DescribeAlarms shows neither an envelope's id nor the previous state.
            foreach (var observed in found.Alarms)
                observed.Signal.ShouldBe(signal with { EventId = signal.Id, WasFiring = null });
        });

    [Fact]
    public async Task A_composite_alarm_with_its_rule_gives_the_signal_of_its_event()
    {
        var signal = EventFiles.Signal("alarm-direct/050-order-down-composite-alarm-second-way");
        var rule = Document("alarm-direct/050-order-down-composite-alarm-second-way")["alarmData"]!["configuration"]!;
        var alarm = new CompositeAlarm
        {
            AlarmName = signal.Subject.Name,
            AlarmArn = signal.Subject.Fingerprint.Text["alarm/".Length..],
            AlarmDescription = (string?)rule["description"],
            AlarmRule = (string?)rule["alarmRule"],
            StateValue = "ALARM",
            StateReason = signal.Reason,
            StateTransitionedTimestamp = signal.OccurredAt.UtcDateTime,
            ActionsEnabled = true,
        };
        var fake = new CloudWatchFake { Alarms = _ => new DescribeAlarmsResponse { CompositeAlarms = [alarm] } };

        var observed = (await fake.Inventory.FindAsync(alarm.AlarmName)).Alarms.ShouldHaveSingleItem();

        observed.Signal.Id.ShouldBe(signal.Id);
        observed.Signal.Subject.Title.ShouldBe(signal.Subject.Title);
        observed.Signal.Subject.Kind.ShouldBe(SignalKind.CompositeAlarm);
        observed.Signal.Subject.Fingerprint.ShouldBe(signal.Subject.Fingerprint);
    }

    [Fact]
    public async Task A_time_series_gives_the_signal_of_its_event()
    {
        var signal = SampleAlarm.Read(Contributor());
        var fake = new CloudWatchFake
        {
            Alarms = _ => CloudWatchFake.Page(Insights()),
            Contributors = _ => new DescribeAlarmContributorsResponse { AlarmContributors = [Described(signal)] },
        };
        var alarm = (await fake.Inventory.FindAsync("fleet-cpu")).Alarms.ShouldHaveSingleItem();

        var observed = (await fake.Inventory.ContributorsAsync(alarm)).ShouldHaveSingleItem();

        observed.Name.ShouldBe("fleet-cpu");
        observed.Signal.ShouldBe(signal with { EventId = signal.Id, WasFiring = null });
        observed.Signal.Id.ShouldNotBe(alarm.Signal.Id);
    }

    [Fact]
    public async Task Digits_that_are_finer_than_those_of_an_event_do_not_count()
    {
        var alarm = Sample.Alarm();
        alarm.StateTransitionedTimestamp = Sample.At.AddTicks(6_543);
        var fake = new CloudWatchFake { Alarms = _ => CloudWatchFake.Page(alarm, Sample.Alarm()) };

        var found = await fake.Inventory.FindAsync("orders");

        found.Alarms.Select(each => each.Signal.Id).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_alarm_without_a_transition_time_takes_the_time_of_its_last_update()
    {
        var alarm = Sample.Alarm();
        (alarm.StateTransitionedTimestamp, alarm.StateUpdatedTimestamp) = (null, Sample.At);
        var fake = new CloudWatchFake { Alarms = _ => CloudWatchFake.Page(alarm, Sample.Alarm()) };

        var found = await fake.Inventory.FindAsync("orders");

        found.Alarms.Select(each => each.Signal.Id).Distinct().ShouldHaveSingleItem();
    }

    private static JsonObject Contributor()
    {
        var document = new JsonObject
        {
            ["alarmName"] = "fleet-cpu",
            ["state"] = new JsonObject
            {
                ["value"] = "ALARM",
                ["reason"] = "Threshold Crossed: 1 datapoint [91.0] was greater than the threshold (80.0).",
                ["timestamp"] = "2026-11-17T10:00:00.120+0000",
            },
            ["configuration"] = new JsonObject
            {
                ["description"] = "severity=high",
                ["metrics"] = new JsonArray(
                    new JsonObject { ["id"] = "q1", ["expression"] = Sample.Query, ["returnData"] = true }),
            },
            ["alarmContributor"] = new JsonObject
            {
                ["id"] = "aaaa000011112222",
                ["attributes"] = new JsonObject { ["Zone"] = "eu-central-1a", ["InstanceId"] = "i-0aa11bb22cc33dd01" },
            },
        };
        var json = new SampleAlarm { Name = "fleet-cpu" }.Event(document);
        json["detail-type"] = "CloudWatch Alarm Contributor State Change";
        return json;
    }

    private static MetricAlarm Insights()
    {
        var alarm = Sample.Alarm("fleet-cpu");
        (alarm.Namespace, alarm.MetricName, alarm.Dimensions, alarm.AlarmDescription) = (null, null, null, "severity=high");
        alarm.Metrics = [new MetricDataQuery { Id = "q1", Expression = Sample.Query, ReturnData = true }];
        return alarm;
    }

    private static AlarmContributor Described(Signal signal) => new()
    {
        ContributorId = "aaaa000011112222",
        ContributorAttributes =
            new(StringComparer.Ordinal) { ["InstanceId"] = "i-0aa11bb22cc33dd01", ["Zone"] = "eu-central-1a" },
        StateReason = signal.Reason,
        StateTransitionedTimestamp = signal.OccurredAt.UtcDateTime,
    };

    private static JsonNode Document(string name) =>
        JsonNode.Parse(File.ReadAllText(Testing.Repository.PathOf("events", name + ".json")))!;
}
