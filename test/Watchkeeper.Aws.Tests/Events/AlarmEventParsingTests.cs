using System.Text;
using System.Text.Json.Nodes;
using Shouldly;
using Watchkeeper.Aws.Events.Alarms;
using Watchkeeper.Signals;
using Xunit;

namespace Watchkeeper.Aws.Tests.Events;

public sealed class AlarmEventParsingTests
{
    private static readonly SampleAlarm Sample = new();

    [Theory]
    [InlineData("alarm-eventbridge/010-order-cpu-high-alarm", false)]
    [InlineData("alarm-eventbridge/070-order-cpu-high-insufficient-data", true)]
    [InlineData("alarm-eventbridge/071-order-cpu-high-alarm-tagged-critical", false)]
    [InlineData("alarm-sns/240-payment-queue-old-ok", true)]
    [InlineData("alarm-direct/110-carts-write-capacity-contributor-alarm", null)]
    public void An_event_says_whether_the_earlier_state_was_firing(string file, bool? was) =>
        EventFiles.Signal(file).WasFiring.ShouldBe(was);

    [Theory]
    [InlineData("alarm-eventbridge/071-order-cpu-high-alarm-tagged-critical", Severity.Critical)]
    [InlineData("alarm-eventbridge/080-payment-queue-old-alarm", Severity.High)]
    [InlineData("alarm-eventbridge/050-order-down-composite-alarm-suppressed", Severity.Critical)]
    [InlineData("alarm-eventbridge/060-db-cpu-critical-alarm", null)]
    public void An_event_declares_its_severity_by_tag_or_description(string file, Severity? severity) =>
        EventFiles.Signal(file).DeclaredSeverity.ShouldBe(severity);

    [Fact]
    public void A_tag_counts_before_the_description()
    {
        var document = (Sample with { Description = "severity=low" }).Document();
        document["alarmTags"] = new JsonObject { ["Severity"] = "P1" };
        SampleAlarm.Read(Sample.Event(document)).DeclaredSeverity.ShouldBe(Severity.Critical);
    }

    [Fact]
    public void The_tags_of_a_notification_are_read_from_its_list()
    {
        var notification = Sample.Notification();
        notification["AlarmTags"] = new JsonArray(new JsonObject { ["Key"] = "severity", ["Value"] = "low" });
        SampleAlarm.Read(notification).DeclaredSeverity.ShouldBe(Severity.Low);
    }

    [Theory]
    [InlineData("runbook: https://runbooks.shop.example/a.", "https://runbooks.shop.example/a")]
    [InlineData("Runbook (see https://runbooks.shop.example/b)", "https://runbooks.shop.example/b")]
    [InlineData("https://dashboards.shop.example/ is no runbook", "")]
    [InlineData("runbook=http://plain.example/", "")]
    [InlineData("runbook=javascript:alert(1)", "")]
    public void The_runbook_is_found_in_the_description(string description, string runbook) =>
        SampleAlarm.Read((Sample with { Description = description }).Event()).Subject.Runbook.ShouldBe(runbook);

    [Theory]
    [InlineData("was greater than the threshold (80.0) (minimum 1 datapoint", "> 80")]
    [InlineData("were not greater than or equal to the threshold (0.5) (min", ">= 0.5")]
    [InlineData("was less than the threshold (-3.25)", "< -3.25")]
    [InlineData("was not less than or equal to the threshold (1.0E9)", "<= 1000000000")]
    [InlineData("was above the threshold (80.0)", "")]
    [InlineData("was greater than the threshold (", "")]
    [InlineData("set by hand", "")]
    public void The_threshold_is_labelled_with_its_comparison(string reason, string threshold) =>
        SampleAlarm.Read((Sample with { Reason = reason }).Event()).Subject.Labels["threshold"].ShouldBe(threshold);

    [Fact]
    public void Namespace_metric_type_and_dimensions_are_labels() =>
        EventFiles.Signal("alarm-eventbridge/040-order-hosts-unhealthy-alarm").Subject.Labels.ToString().ShouldBe(
            "LoadBalancer=app/shop-alb/7c3a9e5d1f2b4086,TargetGroup=targetgroup/shop-order/d2f4b6a8c0e13579,alarmType=metric,"
            + "description=The balancer finds order servers ill,metric=UnHealthyHostCount,namespace=AWS/ApplicationELB,threshold=>= 1");

    [Fact]
    public void A_dimension_cannot_replace_a_label_of_the_same_name()
    {
        var posing = Sample with
        {
            Dimensions = new Dictionary<string, string>(StringComparer.Ordinal) { ["metric"] = "none", ["alarmType"] = "none" },
        };
        SampleAlarm.Read(posing.Event()).Subject.Labels["metric"].ShouldBe("CPUUtilization");
        SampleAlarm.Read(posing.Event()).Subject.Labels["alarmType"].ShouldBe("metric");
    }

    [Fact]
    public void Metric_and_resource_stay_however_many_dimensions_there_are()
    {
        var many = Enumerable.Range(0, 29).ToDictionary(i => $"A{i:00}", i => "x", StringComparer.Ordinal);
        many["InstanceId"] = "i-0a1b2c3d4e5f60718";
        var subject = SampleAlarm.Read((Sample with { Dimensions = many }).Event()).Subject;
        subject.Labels["metric"].ShouldBe("CPUUtilization");
        subject.Labels["InstanceId"].ShouldBe("i-0a1b2c3d4e5f60718");
        subject.Resource.ShouldBe("i-0a1b2c3d4e5f60718");
        subject.Labels.Count.ShouldBeLessThanOrEqualTo(SubjectLimits.Labels);
    }

    [Fact]
    public void An_alarm_without_an_ARN_gets_the_ARN_that_it_must_have()
    {
        var notification = Sample.Notification();
        notification.Remove("AlarmArn");
        SampleAlarm.Read(SampleAlarm.Sns(notification.ToJsonString())).ShouldBe(
            SampleAlarm.Read(SampleAlarm.Sns(Sample.Notification().ToJsonString())));
    }

    [Fact]
    public void Each_time_series_of_a_query_is_its_own_incident() =>
        EventFiles.Signal("alarm-direct/110-carts-write-capacity-contributor-alarm").Subject.Fingerprint.ShouldNotBe(
            EventFiles.Signal("alarm-eventbridge/110-carts-write-capacity-insights-alarm").Subject.Fingerprint);

    [Fact]
    public void A_contributor_is_read_as_an_event_too()
    {
        var document = Sample.Document();
        document["alarmContributor"] = JsonNode.Parse("""{"id":"5f2c","attributes":{"TableName":"carts"}}""");
        var happened = Sample.Event(document);
        happened["detail-type"] = "CloudWatch Alarm Contributor State Change";
        SampleAlarm.Read(happened).Subject.Fingerprint.Text.ShouldEndWith("shop-order-cpu-high#5f2c");
        SampleAlarm.Read(happened).Subject.Resource.ShouldBe("carts");
    }

    [Fact]
    public void An_event_says_who_mutes_the_alarm() =>
        EventFiles.Signal("alarm-eventbridge/310-checkout-abandoned-custom-alarm-muted").Mute!.By
            .ShouldEndWith(":alarm-mute-rule:shop-release-window");

    [Theory]
    [InlineData("""{"recentDatapoints":[1.5,97.25],"threshold":80.0}""", "newest datapoint 97.25, threshold 80")]
    [InlineData("""{"triggeringAlarms":[{"arn":"arn:aws:cloudwatch:a:b:alarm:c","state":{"value":"OK"}}]}""", "c OK")]
    [InlineData("""{"recentDatapoints":"none","threshold":[]}""", "")]
    [InlineData("no JSON", "")]
    [InlineData("[[[[", "")]
    [InlineData("""{"threshold":1e999}""", "")]
    [InlineData("", "")]
    public void The_reason_is_read_from_reasonData_if_there_is_no_other(string data, string because)
    {
        var document = (Sample with { Reason = "" }).Document();
        document["state"]!["reasonData"] = data;
        SampleAlarm.Read(Sample.Event(document)).Reason.ShouldBe(because);
    }

    [Fact]
    public void An_event_with_an_odd_optional_member_is_not_lost()
    {
        foreach (var odd in new[] { "null", "17", "true", "\"text\"", "[1,[2]]", "{\"a\":{}}" })
        {
            var document = Sample.Document();
            foreach (var name in new[] { "previousState", "configuration", "alarmTags", "alarmContributor", "muteDetail" })
                document[name] = JsonNode.Parse(odd);
            document["state"]!["reason"] = JsonNode.Parse(odd);
            document["state"]!["reasonData"] = JsonNode.Parse(odd);
            var happened = Sample.Event(document);
            happened["resources"] = JsonNode.Parse(odd);
            SampleAlarm.Read(happened).Subject.Name.ShouldBe("shop-order-cpu-high");
        }
    }

    [Fact]
    public void An_event_of_the_largest_size_that_Lambda_takes_is_accepted()
    {
        AlarmEvents.Limit.ShouldBe(1024 * 1024);
        var room = AlarmEvents.Limit - SampleAlarm.Bytes(Sample.Event()).Length;
        SampleAlarm.Read((Sample with { Description = new string('x', room) }).Event()).ShouldNotBeNull();
        SampleAlarm.Rejected((Sample with { Description = new string('x', room + 1) }).Event()).Path.ShouldBe("$");
    }

    [Fact]
    public void An_event_behind_a_byte_order_mark_is_read() =>
        AlarmEvents.Read((byte[])[.. Encoding.UTF8.Preamble, .. SampleAlarm.Bytes(Sample.Event())], SampleAlarm.Now)
            .Single().ShouldBeOfType<SignalParseResult.Accepted>();

    [Fact]
    public void One_bad_record_leaves_the_rest_of_a_batch_alone()
    {
        var good = Sample.Notification().ToJsonString();
        var batch = SampleAlarm.Sns(good, "[", "", good, "{\"AlarmName\":7}");
        AlarmEvents.Read(SampleAlarm.Bytes(batch), SampleAlarm.Now).Select(reading => reading.GetType().Name).ShouldBe(
            ["Accepted", "Rejected", "Rejected", "Accepted", "Rejected"]);
    }

    [Fact]
    public void Titles_and_names_are_one_line_whatever_they_hold()
    {
        var hostile = Sample with { Name = "a\r\nBcc: b\u2028c\u202e\U000e0069", Metric = "m\u0000\t\u2066n" };
        var subject = SampleAlarm.Read(hostile.Event()).Subject;
        subject.Name.ShouldBe("a Bcc: b c");
        subject.Title.ShouldBe("m n of shop-order-asg");
    }

    [Theory]
    [InlineData("orders", "orders\u202e")]
    [InlineData("orders", "or\U000e0069ders")]
    [InlineData("or ders", "or\u00a0ders")]
    [InlineData("or ders", "or  ders")]
    public void Have_the_identity_of_their_names_as_AWS_writes_them(string one, string other)
    {
        var (first, second) = (SampleAlarm.Read((Sample with { Name = one }).Event()).Subject,
            SampleAlarm.Read((Sample with { Name = other }).Event()).Subject);
        second.Name.ShouldBe(first.Name);
        second.Fingerprint.ShouldNotBe(first.Fingerprint);
        second.Fingerprint.Text.ShouldBe($"alarm/arn:aws:cloudwatch:eu-central-1:123456789012:alarm:{other}");
    }
}
