using CsCheck;
using Shouldly;
using Xunit;

namespace Watchkeeper.Aws.Tests.Events;

public sealed class SignalIdTests
{
    private static readonly Gen<SampleAlarm> Alarms =
        from name in Gen.String[Gen.Char.AlphaNumeric, 1, 255]
        from state in Gen.OneOf("ALARM", "OK", "INSUFFICIENT_DATA")
        from before in Gen.OneOf("ALARM", "OK", "INSUFFICIENT_DATA")
        from milliseconds in Gen.Long[0, 500_000_000_000]
        from dimensions in Gen.Dictionary(
            Gen.OneOf("InstanceId", "AutoScalingGroupName", "Stage", "QueueName", "Host", "Zone", "TableName", "Rack"),
            Gen.String[Gen.Char.AlphaNumeric, 1, 40])[0, 8]
        from metric in Gen.OneOf("CPUUtilization", "NetworkIn", "DiskReadOps", "Stock")
        from space in Gen.OneOf("AWS/EC2", "AWS/RDS", "Shop/Warehouse")
        from description in Gen.OneOf("", "Stock is low. severity=high", "See runbook https://runbooks.shop.example/1")
        select new SampleAlarm
        {
            Name = name,
            State = state,
            PreviousState = before,
            At = DateTimeOffset.FromUnixTimeMilliseconds(1_262_304_000_000 + milliseconds),
            Dimensions = dimensions,
            Metric = metric,
            Namespace = space,
            Description = description,
        };

    [Fact]
    public void A_state_change_has_one_id_whichever_way_it_comes() => Alarms.Sample(alarm =>
    {
        var byEvent = SampleAlarm.Read(alarm.Event());
        var ways = new[]
        {
            SampleAlarm.Read(alarm.Action()),
            SampleAlarm.Read(SampleAlarm.Sns(alarm.Notification().ToJsonString())),
            SampleAlarm.Read(alarm.Notification()),
            SampleAlarm.Read(SampleAlarm.Sns(alarm.Event().ToJsonString())),
        };
        foreach (var way in ways)
            (way with { EventId = byEvent.EventId }).ShouldBe(byEvent);
    });

    [Fact]
    public void Another_state_time_or_alarm_has_another_id() => Gen.Select(Alarms, Alarms).Sample((one, other) =>
    {
        var isSame = one.Name == other.Name && one.State == other.State && one.At == other.At;
        (SampleAlarm.Read(one.Event()).Id == SampleAlarm.Read(other.Notification()).Id).ShouldBe(isSame);
    });

    [Theory]
    [InlineData(
        "alarm-eventbridge/080-payment-queue-old-alarm",
        "alarm-sns/080-payment-queue-old-alarm-second-way",
        "alarm-direct/080-payment-queue-old-alarm-third-way")]
    [InlineData(
        "alarm-eventbridge/050-order-down-composite-alarm-suppressed",
        "alarm-direct/050-order-down-composite-alarm-second-way",
        "alarm-sns/050-order-down-composite-alarm-third-way")]
    [InlineData("alarm-eventbridge/030-order-5xx-rate-math-alarm", "alarm-sns/030-order-5xx-rate-math-alarm-second-way")]
    [InlineData(
        "alarm-direct/110-carts-write-capacity-contributor-alarm",
        "alarm-sns/110-carts-write-capacity-contributor-alarm-second-way")]
    public void The_files_of_one_state_change_have_one_id(string first, params string[] others)
    {
        var signal = EventFiles.Signal(first);
        foreach (var other in others.Select(EventFiles.Signal))
        {
            other.Id.ShouldBe(signal.Id);
            other.OccurredAt.ShouldBe(signal.OccurredAt);
            other.Reason.ShouldBe(signal.Reason);
            other.DeclaredSeverity.ShouldBe(signal.DeclaredSeverity);
            other.Subject.ShouldBe(signal.Subject);
        }
    }
}
