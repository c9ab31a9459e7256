using System.Text.Json.Nodes;
using Shouldly;
using Watchkeeper.Aws.Events.Alarms;
using Watchkeeper.Signals;
using Xunit;

namespace Watchkeeper.Aws.Tests.Events;

public sealed class AlarmScopeTests
{
    private const string Own = "123456789012";
    private const string Foreign = "210987654321";
    private static readonly SampleAlarm Sample = new();

    [Theory]
    [InlineData("\"210987654321\"", Foreign)]
    [InlineData("210987654321", Foreign)]
    [InlineData("\"123456789012\"", Own)]
    [InlineData("null", Own)]
    [InlineData("\"somebody\"", "")]
    public void The_account_of_the_metric_is_named(string account, string expected)
    {
        var document = Sample.Document();
        document["configuration"]!["metrics"]![0]!["accountId"] = JsonNode.Parse(account);

        var subject = SampleAlarm.Read(Sample.Event(document)).Subject;

        subject.Account.ShouldBe(expected);
        subject.Region.ShouldBe("eu-central-1");
        subject.Fingerprint.Text.ShouldBe($"alarm/arn:aws:cloudwatch:eu-central-1:{Own}:alarm:{Sample.Name}");
        SampleAlarm.Read(Sample.Action(document.DeepClone().AsObject())).Subject.ShouldBe(subject);
    }

    [Fact]
    public void A_notification_names_the_first_foreign_account_of_several()
    {
        var notification = Sample.Notification();
        notification["Trigger"] = JsonNode.Parse($$"""
            {"ComparisonOperator":"GreaterThanThreshold","Threshold":80.0,"Metrics":[
              {"Id":"e1","Expression":"AVG([m1,m2])","ReturnData":true},
              {"Id":"m1","AccountId":"{{Own}}","MetricStat":{"Metric":{"MetricName":"CPUUtilization","Namespace":"AWS/EC2"},"Stat":"Average"},"ReturnData":false},
              {"Id":"m2","AccountId":"{{Foreign}}","MetricStat":{"Metric":{"MetricName":"CPUUtilization","Namespace":"AWS/EC2"},"Stat":"Average"},"ReturnData":false}]}
            """);

        SampleAlarm.Read(notification).Subject.Account.ShouldBe(Foreign);
        SampleAlarm.Read(notification).Subject.Labels["load"].ShouldBe("high");
    }

    [Theory]
    [InlineData("""{"AWS.AccountId":"210987654321","AutoScalingGroupName":"web"}""", Foreign)]
    [InlineData("""{"AWS.AccountId":"123456789012","AutoScalingGroupName":"web"}""", Own)]
    [InlineData("""{"AutoScalingGroupName":"web"}""", Own)]
    public void The_account_of_a_contributor_is_named(string attributes, string account)
    {
        var document = Sample.Document();
        document["alarmContributor"] = JsonNode.Parse($$"""{"id":"5f2c","attributes":{{attributes}}}""");
        SampleAlarm.Read(Sample.Event(document)).Subject.Account.ShouldBe(account);

        var notification = Sample.Notification();
        notification["AlarmContributorId"] = "5f2c";
        notification["AlarmContributorAttributes"] = JsonNode.Parse(attributes);
        SampleAlarm.Read(notification).Subject.Account.ShouldBe(account);
    }

    [Theory]
    [InlineData("SELECT AVG(CPUUtilization) FROM \\\"AWS/EC2\\\" WHERE AWS.AccountId = '210987654321' GROUP BY x", Foreign)]
    [InlineData("SELECT AVG(CPUUtilization) FROM \\\"AWS/EC2\\\" GROUP BY AWS.AccountId", Own)]
    public void The_account_that_a_query_asks_for_is_named(string query, string account)
    {
        var document = Sample.Document();
        document["configuration"]!["metrics"] = JsonNode.Parse($$"""[{"id":"q1","expression":"{{query}}","returnData":true}]""");

        SampleAlarm.Read(Sample.Event(document)).Subject.Account.ShouldBe(account);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_place_of_a_forwarded_event_is_the_place_of_its_origin(bool hasArn)
    {
        var happened = Sample.Event();
        happened["account"] = Foreign;
        happened["region"] = "us-west-2";
        happened["resources"] = hasArn
            ? new JsonArray($"arn:aws:cloudwatch:us-west-2:{Foreign}:alarm:{Sample.Name}")
            : new JsonArray();

        var subject = SampleAlarm.Read(happened).Subject;

        (subject.Account, subject.Region).ShouldBe((Foreign, "us-west-2"));
        subject.Fingerprint.Text.ShouldBe($"alarm/arn:aws:cloudwatch:us-west-2:{Foreign}:alarm:{Sample.Name}");
    }

    [Theory]
    [InlineData(
        "muteDetail",
        """{"mutedByArn":"rule","muteWindowStart":"2026-11-17T08:00:00.000+0000","muteWindowEnd":"2026-"""
            + """11-17T12:00:00.000+0000"}""",
        true)]
    [InlineData("muteDetail", """{"mutedBy":"rule","muteWindowEnd":"2026-11-17T12:00:00.000Z"}""", true)]
    [InlineData("muteDetail", """{"mutedByArn":"rule"}""", false)]
    [InlineData("muteDetail", """{"mutedByArn":"rule","muteWindowEnd":"soon"}""", false)]
    public void The_end_of_a_mute_rule_is_read_beside_the_detail_and_inside_it(string name, string detail, bool hasEnd)
    {
        var expected = new Mute(
            MuteKind.MuteRule, "rule", hasEnd ? new DateTimeOffset(2026, 11, 17, 12, 0, 0, TimeSpan.Zero) : null);
        var inside = Sample.Document();
        inside[name] = JsonNode.Parse(detail);
        var (beside, action, notification) = (Sample.Event(), Sample.Action(), Sample.Notification());
        beside[name] = JsonNode.Parse(detail);
        action[name] = JsonNode.Parse(detail);
        notification["MuteDetail"] = JsonNode.Parse(detail);

        foreach (var document in new JsonNode[]
        {
            Sample.Event(inside), beside, Sample.Action(inside.DeepClone().AsObject()), action, notification,
        })
        {
            SampleAlarm.Read(document).Mute.ShouldBe(expected);
        }
    }

    [Fact]
    public void The_suppressor_and_disabled_actions_are_named()
    {
        var suppressed = Sample.Document();
        suppressed["state"]!["actionsSuppressedBy"] = "WaitPeriod";
        suppressed["state"]!["actionsSuppressedReason"] = "Actions suppressed by WaitPeriod";
        SampleAlarm.Read(Sample.Event(suppressed)).Mute
            .ShouldBe(new Mute(MuteKind.Suppressed, "WaitPeriod: Actions suppressed by WaitPeriod", null));

        var disabled = Sample.Document();
        disabled["configuration"]!["actionsEnabled"] = false;
        SampleAlarm.Read(Sample.Action(disabled)).Mute.ShouldBe(new Mute(MuteKind.ActionsDisabled, "", null));
        var notification = Sample.Notification();
        notification["ActionsEnabled"] = false;
        SampleAlarm.Read(notification).Mute.ShouldBe(new Mute(MuteKind.ActionsDisabled, "", null));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("\"rule\"")]
    public void An_empty_mute_does_not_mute(string detail)
    {
        var happened = Sample.Event();
        happened["muteDetail"] = JsonNode.Parse(detail);
        SampleAlarm.Read(happened).Mute.ShouldBeNull();
    }

    [Theory]
    [InlineData("TargetTracking-web-asg-AlarmLow-5c0f1d9a-7b21-4c55-9d0e-2f6f0a1b7c33")]
    [InlineData("TargetTracking-table/orders-ProvisionedCapacityHigh-5c0f1d9a-7b21-4c55-9d0e-2f6f0a1b7c33")]
    public void An_alarm_that_target_tracking_made_is_no_incident(string name)
    {
        var alarm = Sample with { Name = name };

        foreach (var document in new JsonNode[] { alarm.Event(), alarm.Action(), alarm.Notification() })
        {
            AlarmEvents.Read(SampleAlarm.Bytes(document), SampleAlarm.Now).Single()
                .ShouldBeOfType<SignalParseResult.Ignored>().Reason.ShouldBe("scaling-alarm");
        }
    }

    [Theory]
    [InlineData("AlarmActions", true)]
    [InlineData("OKActions", true)]
    [InlineData("AlarmActions", false)]
    public void An_alarm_whose_actions_serve_a_scaling_policy_is_no_incident(string list, bool isPolicy)
    {
        var notification = Sample.Notification();
        notification[list] = new JsonArray(
            "arn:aws:sns:eu-central-1:123456789012:alarms",
            isPolicy
                ? "arn:aws:autoscaling:eu-central-1:123456789012:scalingPolicy:1f2e:autoScalingGroupName/web:policyName/in"
                : "");

        (AlarmEvents.Read(SampleAlarm.Bytes(notification), SampleAlarm.Now).Single() is SignalParseResult.Ignored)
            .ShouldBe(isPolicy);
    }

    [Theory]
    [InlineData("i-0aa11bb22cc33dd01", """[{"name":"InstanceId","value":"i-0aa11bb22cc33dd01"}]""")]
    [InlineData("i-0aa11bb22cc33dd01", """[{"Name":"InstanceId","Value":"i-0aa11bb22cc33dd01"}]""")]
    [InlineData("i-0aa11bb22cc33dd01", """{"InstanceId":"i-0aa11bb22cc33dd01"}""")]
    public void The_resource_is_named_in_every_form_of_dimensions(string resource, string dimensions)
    {
        var document = Sample.Document();
        document["configuration"]!["metrics"]![0]!["metricStat"]!["metric"]!["dimensions"] = JsonNode.Parse(dimensions);
        SampleAlarm.Read(Sample.Event(document)).Subject.Resource.ShouldBe(resource);
    }

    [Fact]
    public void An_alarm_of_a_terminated_instance_is_accepted() => AlarmEvents.Read(
        SampleAlarm.Bytes(JsonNode.Parse("""
            {"version":"0","id":"7bf7","detail-type":"EC2 Instance State-change Notification","source":"aws.ec2","account":"123456789012",
            "time":"2026-11-17T08:15:00Z","region":"eu-central-1","resources":[],"detail":{"instance-id":"i-0a1b","state":"terminated"}}
            """)!), SampleAlarm.Now).Single().ShouldBeOfType<SignalParseResult.Gone>().Resource.ShouldBe("i-0a1b");
}
