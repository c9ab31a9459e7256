using System.Net;
using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Shouldly;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Packages.Tests.Clients;

/// <summary>Runs against moto; for what moto lacks, against answers in AWS's documented form.</summary>
public sealed class CloudWatchTests(MotoFixture moto) : IDisposable
{
    private readonly AmazonCloudWatchClient cloudWatch = new(
        Emulated.Credentials,
        new AmazonCloudWatchConfig { ServiceURL = moto.ServiceUrl, AuthenticationRegion = Emulated.Region });

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => cloudWatch.Dispose();

    [Fact]
    public async Task An_alarm_over_one_metric_has_its_state_and_configuration()
    {
        await moto.QueryAsync(
            "monitoring", "PutMetricAlarm", null,
            ("AlarmName", "orders & more"), ("AlarmDescription", "severity=high"), ("Namespace", "AWS/EC2"),
            ("MetricName", "CPUUtilization"),
            ("Dimensions.member.1.Name", "AutoScalingGroupName"), ("Dimensions.member.1.Value", "orders"),
            ("ComparisonOperator", "GreaterThanThreshold"), ("Threshold", "80.5"), ("EvaluationPeriods", "1"), ("Period", "60"),
            ("Statistic", "Average"), ("ActionsEnabled", "false"),
            ("AlarmActions.member.1", "arn:aws:sns:eu-central-1:123456789012:t"));
        await moto.QueryAsync(
            "monitoring", "SetAlarmState", null,
            ("AlarmName", "orders & more"), ("StateValue", "ALARM"), ("StateReason", "by hand"), ("StateReasonData", "{}"));

        var alarm = (await FindAsync("orders & more")).MetricAlarms.ShouldHaveSingleItem();

        alarm.AlarmName.ShouldBe("orders & more");
        alarm.AlarmArn.ShouldBe($"arn:aws:cloudwatch:{Emulated.Region}:{Emulated.Account}:alarm:orders & more");
        (alarm.AlarmDescription, alarm.Namespace, alarm.MetricName).ShouldBe(("severity=high", "AWS/EC2", "CPUUtilization"));
        alarm.Dimensions.Select(each => (each.Name, each.Value)).ShouldBe([("AutoScalingGroupName", "orders")]);
        (alarm.ComparisonOperator, alarm.Threshold).ShouldBe((ComparisonOperator.GreaterThanThreshold, 80.5));
        (alarm.StateValue, alarm.StateReason, alarm.StateReasonData).ShouldBe((StateValue.ALARM, "by hand", "{}"));
        alarm.ActionsEnabled.ShouldBe(false);
        alarm.AlarmActions.ShouldBe(["arn:aws:sns:eu-central-1:123456789012:t"]);
        var at = alarm.StateUpdatedTimestamp.ShouldNotBeNull();
        at.Kind.ShouldBe(DateTimeKind.Utc);
        at.ShouldBe(DateTime.UtcNow, TimeSpan.FromMinutes(1));
        alarm.AlarmConfigurationUpdatedTimestamp.ShouldNotBeNull();
        alarm.StateTransitionedTimestamp.ShouldBeNull();
    }

    [Fact]
    public async Task An_alarm_over_an_expression_has_all_of_its_metrics()
    {
        await moto.QueryAsync(
            "monitoring", "PutMetricAlarm", null,
            ("AlarmName", "math"), ("ComparisonOperator", "GreaterThanThreshold"), ("Threshold", "1"), ("EvaluationPeriods", "1"),
            ("Metrics.member.1.Id", "e1"), ("Metrics.member.1.Expression", "m1*2"), ("Metrics.member.1.Label", "twice"),
            ("Metrics.member.2.Id", "m1"), ("Metrics.member.2.ReturnData", "false"), ("Metrics.member.2.MetricStat.Period", "60"),
            ("Metrics.member.2.MetricStat.Stat", "Sum"), ("Metrics.member.2.MetricStat.Metric.Namespace", "Shop"),
            ("Metrics.member.2.MetricStat.Metric.MetricName", "Sold"),
            ("Metrics.member.2.MetricStat.Metric.Dimensions.member.1.Name", "Zone"),
            ("Metrics.member.2.MetricStat.Metric.Dimensions.member.1.Value", "a"));

        var alarm = (await FindAsync("math")).MetricAlarms.ShouldHaveSingleItem();

        alarm.MetricName.ShouldBeNull();
        alarm.Metrics.Select(each => each.Id).ShouldBe(["e1", "m1"]);
        (alarm.Metrics[0].Expression, alarm.Metrics[0].Label).ShouldBe(("m1*2", "twice"));
        alarm.Metrics[1].ReturnData.ShouldBe(false);
        var stat = alarm.Metrics[1].MetricStat;
        (stat.Period, stat.Stat, stat.Metric.Namespace, stat.Metric.MetricName).ShouldBe((60, "Sum", "Shop", "Sold"));
        stat.Metric.Dimensions.Select(each => (each.Name, each.Value)).ShouldBe([("Zone", "a")]);
    }

    [Fact]
    public async Task A_missing_alarm_is_no_error()
    {
        var answer = await FindAsync("missing");

        (answer.MetricAlarms?.Count ?? 0, answer.CompositeAlarms?.Count ?? 0, answer.HttpStatusCode)
            .ShouldBe((0, 0, HttpStatusCode.OK));
        answer.NextToken.ShouldBeNull();
    }

    [Fact]
    public async Task Alarms_of_every_type_are_read_from_a_page()
    {
        await using var server = new SmallServer(SmallServer.Answer.Json(200, """
            {"MetricAlarms":[{"AlarmName":"m","StateTransitionedTimestamp":1.795847279123E9,"StateUpdatedTimestamp":1795847280,
              "AlarmArn":"arn:m","StateValue":"INSUFFICIENT_DATA","EvaluationState":"PARTIAL_DATA","Metrics":[{"Id":"q","AccountId":"1"}]}],
             "CompositeAlarms":[{"AlarmName":"c","AlarmRule":"ALARM(m)","ActionsSuppressedBy":"WaitPeriod","ActionsSuppressedReason":"why",
              "ActionsSuppressor":"arn:s","StateTransitionedTimestamp":1795847279.001}],
             "LogAlarms":[{"AlarmName":"l","Threshold":5,"ComparisonOperator":"LessThanThreshold","ScheduledQueryConfiguration":{}}],
             "NextToken":"t"}
            """));
        using var cloudWatch = Client(server);

        var page = await cloudWatch.DescribeAlarmsAsync(Cancel);

        var metric = page.MetricAlarms.ShouldHaveSingleItem();
        metric.StateTransitionedTimestamp.ShouldBe(new DateTime(2026, 11, 28, 6, 27, 59, 123, DateTimeKind.Utc));
        metric.StateUpdatedTimestamp.ShouldBe(new DateTime(2026, 11, 28, 6, 28, 0, DateTimeKind.Utc));
        metric.StateValue.Value.ShouldBe("INSUFFICIENT_DATA");
        metric.Metrics.ShouldHaveSingleItem().AccountId.ShouldBe("1");
        var composite = page.CompositeAlarms.ShouldHaveSingleItem();
        (composite.AlarmRule, composite.ActionsSuppressedBy).ShouldBe(("ALARM(m)", ActionsSuppressedBy.WaitPeriod));
        (composite.ActionsSuppressedReason, composite.ActionsSuppressor).ShouldBe(("why", "arn:s"));
        composite.StateTransitionedTimestamp.ShouldBe(new DateTime(2026, 11, 28, 6, 27, 59, 1, DateTimeKind.Utc));
        var log = page.LogAlarms.ShouldHaveSingleItem();
        (log.AlarmName, log.Threshold, log.ComparisonOperator).ShouldBe(("l", 5, ComparisonOperator.LessThanThreshold));
        page.NextToken.ShouldBe("t");
    }

    [Fact]
    public async Task A_request_holds_what_was_set_and_nothing_else()
    {
        await using var server = new SmallServer(SmallServer.Answer.Json(200, "{}"));
        using var cloudWatch = Client(server);

        var answer = await cloudWatch.DescribeAlarmsAsync(
            new DescribeAlarmsRequest
            {
                AlarmNames = ["a"],
                AlarmTypes = [AlarmType.MetricAlarm.Value, AlarmType.CompositeAlarm.Value, AlarmType.LogAlarm.Value],
                StateValue = StateValue.ALARM,
                MaxRecords = 100,
                NextToken = "t",
            },
            Cancel);
        await cloudWatch.DescribeAlarmsAsync(Cancel);
        await cloudWatch.DescribeAlarmContributorsAsync(
            new DescribeAlarmContributorsRequest { AlarmName = "a", NextToken = "t" }, Cancel);

        (answer.MetricAlarms, answer.CompositeAlarms, answer.LogAlarms).ShouldBe((null, null, null));
        var requests = server.Requests.ToArray();
        requests[0].Head.ShouldContain("X-Amz-Target: GraniteServiceVersion20100801.DescribeAlarms\r\n");
        requests[0].Head.ShouldContain("Content-Type: application/x-amz-json-1.0");
        requests[0].Body.ShouldBe(
            """{"AlarmNames":["a"],"AlarmTypes":["MetricAlarm","CompositeAlarm","LogAlarm"],"MaxRecords":"""
                + """100,"NextToken":"t","StateValue":"ALARM"}""");
        requests[1].Body.ShouldBe("{}");
        requests[2].Head.ShouldContain("X-Amz-Target: GraniteServiceVersion20100801.DescribeAlarmContributors\r\n");
        requests[2].Body.ShouldBe("""{"AlarmName":"a","NextToken":"t"}""");
    }

    [Fact]
    public async Task The_time_series_of_an_alarm_are_listed()
    {
        await using var server = new SmallServer(SmallServer.Answer.Json(200, """
            {"AlarmContributors":[{"ContributorId":"aaaa000011112222","ContributorAttributes":{"InstanceId":"i-1","Zone":"a"},
              "StateReason":"Threshold Crossed","StateTransitionedTimestamp":1795847279.12},{"ContributorId":"b","ContributorAttributes":{}}],
             "NextToken":"t"}
            """));
        using var cloudWatch = Client(server);

        var page = await cloudWatch.DescribeAlarmContributorsAsync(
            new DescribeAlarmContributorsRequest { AlarmName = "a" }, Cancel);

        page.NextToken.ShouldBe("t");
        page.AlarmContributors.Count.ShouldBe(2);
        var first = page.AlarmContributors[0];
        (first.ContributorId, first.StateReason).ShouldBe(("aaaa000011112222", "Threshold Crossed"));
        first.ContributorAttributes.ShouldBe(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["InstanceId"] = "i-1", ["Zone"] = "a" });
        first.StateTransitionedTimestamp.ShouldBe(new DateTime(2026, 11, 28, 6, 27, 59, 120, DateTimeKind.Utc));
        page.AlarmContributors[1].StateTransitionedTimestamp.ShouldBeNull();
    }

    [Theory]
    [InlineData("InvalidNextToken", typeof(InvalidNextTokenException))]
    [InlineData("ResourceNotFoundException", typeof(ResourceNotFoundException))]
    [InlineData("AccessDeniedException", typeof(AmazonCloudWatchException))]
    [InlineData("ValidationError", typeof(AmazonCloudWatchException))]
    public async Task Each_error_code_has_its_exception(string code, Type expected)
    {
        await using var server = new SmallServer(SmallServer.Answer.Json(
            400, $$"""{"__type":"com.amazonaws.cloudwatch#{{code}}","message":"Why & how"}"""));
        using var cloudWatch = Client(server);

        Task[] calls =
        [
            cloudWatch.DescribeAlarmsAsync(Cancel),
            cloudWatch.DescribeAlarmContributorsAsync(new DescribeAlarmContributorsRequest { AlarmName = "a" }, Cancel),
        ];

        foreach (var call in calls)
        {
            var failure = await Should.ThrowAsync<AmazonCloudWatchException>(call);
            failure.ShouldBeOfType(expected);
            (failure.ErrorCode, failure.Message).ShouldBe((code, "Why & how"));
        }
    }

    private static AmazonCloudWatchClient Client(SmallServer server) => new(
        Emulated.Credentials,
        new AmazonCloudWatchConfig { ServiceURL = server.Url, AuthenticationRegion = Emulated.Region, MaxErrorRetry = 0 });

    private Task<DescribeAlarmsResponse> FindAsync(string name) => cloudWatch.DescribeAlarmsAsync(
        new DescribeAlarmsRequest { AlarmNames = [name], AlarmTypes = ["MetricAlarm", "CompositeAlarm"] }, Cancel);
}
