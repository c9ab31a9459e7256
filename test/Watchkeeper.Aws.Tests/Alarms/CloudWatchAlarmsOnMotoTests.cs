using Amazon.CloudWatch;
using Shouldly;
using Watchkeeper.Aws.Alarms;
using Watchkeeper.Packages.Tests.Clients;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Aws.Tests.Alarms;

/// <summary>The whole stack against moto's CloudWatch: client, protocol, adapter.</summary>
public sealed class CloudWatchAlarmsOnMotoTests(MotoFixture moto) : IClassFixture<MotoFixture>
{
    [Fact]
    public async Task Alarms_are_found_by_name_and_by_state()
    {
        using var client = new AmazonCloudWatchClient(
            Emulated.Credentials,
            new AmazonCloudWatchConfig { ServiceURL = moto.ServiceUrl, AuthenticationRegion = Emulated.Region });
        var inventory = new CloudWatchAlarms(client, TimeProvider.System, _ => { });
        await moto.QueryAsync(
            "monitoring", "PutMetricAlarm", null,
            ("AlarmName", "cpu"), ("Namespace", "AWS/EC2"), ("MetricName", "CPUUtilization"),
            ("ComparisonOperator", "GreaterThanThreshold"),
            ("Threshold", "80"), ("EvaluationPeriods", "1"), ("ActionsEnabled", "false"));
        await moto.QueryAsync(
            "monitoring", "SetAlarmState", null, ("AlarmName", "cpu"), ("StateValue", "ALARM"), ("StateReason", "by hand"));

        var firing = (await inventory.FiringAsync()).ShouldHaveSingleItem();
        var found = (await inventory.FindAsync("cpu", "gone")).Alarms.ShouldHaveSingleItem();

        found.Signal.ShouldBe(firing.Signal);
        (found.Name, found.Signal.Reason, found.Signal.Mute?.Kind).ShouldBe(("cpu", "by hand", Signals.MuteKind.ActionsDisabled));
        found.Signal.Subject.Labels["threshold"].ShouldBe("> 80");
    }
}
