using Shouldly;
using Watchkeeper.Alarms;
using Xunit;

namespace Watchkeeper.Tests.Alarms;

public sealed class ScalingAlarmTests
{
    private const string Uuid = "5c0f1d9a-7b21-4c55-9d0e-2f6f0a1b7c33";
    private const string Policy = "arn:aws:autoscaling:eu-central-1:123456789012:scalingPolicy:";

    [Theory]
    [InlineData("TargetTracking-web-asg-AlarmLow-" + Uuid, true, "web-asg")]
    [InlineData("TargetTracking-web-asg-AlarmHigh-" + Uuid, true, "web-asg")]
    [InlineData("TargetTracking-a-AlarmHigh-b-AlarmLow-" + Uuid, true, "a-AlarmHigh-b")]
    [InlineData("TargetTracking-service/shop/orders-AlarmHigh-" + Uuid, true, null)]
    [InlineData("TargetTracking-table/orders-ProvisionedCapacityHigh-" + Uuid, true, null)]
    [InlineData("TargetTracking-table/orders/index/by-day-ProvisionedCapacityLow-" + Uuid, true, null)]
    [InlineData("TargetTracking-web-asg-AlarmMiddle-" + Uuid, false, null)]
    [InlineData("TargetTracking-web-asg-AlarmLow-by-hand", false, null)]
    [InlineData("TargetTracking--AlarmLow-" + Uuid, false, null)]
    [InlineData("targettracking-web-asg-AlarmLow-" + Uuid, false, null)]
    [InlineData("my TargetTracking-web-asg-AlarmLow-" + Uuid, false, null)]
    [InlineData("TargetTracking-", false, null)]
    [InlineData("", false, null)]
    public void A_scaling_alarm_is_known_by_the_name_that_target_tracking_gives_it(string name, bool isOne, string? group)
    {
        ScalingAlarm.IsOne(name, []).ShouldBe(isOne);
        ScalingAlarm.GroupOf(name, []).ShouldBe(group);
    }

    [Theory]
    [InlineData(Policy + Uuid + ":autoScalingGroupName/web-asg:policyName/in", true, "web-asg")]
    [InlineData(Policy + Uuid + ":autoScalingGroupName/team/web:policyName/in", true, "team/web")]
    [InlineData(
        "arn:aws-cn:autoscaling:cn-north-1:123456789012:scalingPolicy:1:autoScalingGroupName/web:policyName/p", true, "web")]
    [InlineData(Policy + Uuid + ":resource/ecs/service/shop/orders:policyName/in", true, null)]
    [InlineData("arn:aws:sns:eu-central-1:123456789012:scalingPolicy", false, null)]
    [InlineData("arn:aws:autoscaling:eu-central-1:123456789012:autoScalingGroup:1:autoScalingGroupName/web", false, null)]
    [InlineData("arn:aws:automate:eu-central-1:ec2:recover", false, null)]
    [InlineData("", false, null)]
    public void A_scaling_alarm_is_known_by_a_scaling_policy_among_its_actions(string action, bool isOne, string? group)
    {
        ScalingAlarm.IsOne("web-cpu", ["arn:aws:sns:eu-central-1:123456789012:people", action]).ShouldBe(isOne);
        ScalingAlarm.GroupOf("web-cpu", ["arn:aws:sns:eu-central-1:123456789012:people", action]).ShouldBe(group);
    }
}
