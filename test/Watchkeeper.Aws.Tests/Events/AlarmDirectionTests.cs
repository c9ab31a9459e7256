using System.Text.Json.Nodes;
using Shouldly;
using Watchkeeper.Signals;
using Xunit;

namespace Watchkeeper.Aws.Tests.Events;

public sealed class AlarmDirectionTests
{
    private const string Above = "Threshold Crossed: 1 out of the last 1 datapoints [91.0 (27/11/26 "
        + "10:00:00)] was greater than the threshold (80.0) (minimum 1 datapoint for OK -> ALARM transition).";

    private const string Below =
        "Threshold Crossed: 15 datapoints were less than the threshold (31.5). The most recent datapoints "
            + "which crossed the threshold: [6.2 (27/11/26 10:00:00), 5.9 (27/11/26 09:59:00)] (minimum 15 datapoints).";

    private static readonly SampleAlarm Sample = new() { Reason = Above };

    [Theory]
    [InlineData(Above, "high")]
    [InlineData(Below, "low")]
    [InlineData("Threshold Crossed: 1 datapoint (5.0) was less than or equal to the threshold (10.0).", "low")]
    [InlineData("Threshold Crossed: 2 datapoints were greater than or equal to the threshold (80.0).", "high")]
    [InlineData("Threshold Crossed: 1 out of the last 1 datapoints [9.0 (x)] was not greater than the threshold (80.0).", "high")]
    [InlineData("Threshold Crossed: 1 out of the last 1 datapoints [99.0 (x)] was not less than the threshold (20.0).", "low")]
    [InlineData(
        "Threshold Crossed: no datapoints were received for 1 period and 1 missing datapoint was treated as [Breaching].", "")]
    [InlineData("Threshold Crossed: 1 datapoint [91.0 (x)] was greater than the threshold (80.0) and 2 missing datapoints were "
        + "treated as [Breaching].", "")]
    [InlineData("Insufficient Data: 2 datapoints were unknown.", "")]
    [InlineData("6 out of 6 time series evaluated to ALARM", "")]
    [InlineData("set by hand: CPU was greater than ever", "")]
    [InlineData("", "")]
    public void The_direction_is_read_from_the_reason_of_CloudWatch(string reason, string load) =>
        Load((Sample with { Reason = reason }).Event()).ShouldBe(load);

    [Theory]
    [InlineData(
        "[91.2 (a), 90.1 (b)] were less than the lower thresholds [20.1, 20.3] or greater than the upper thresholds [60.2, 60.9]",
        "high")]
    [InlineData(
        "[2.2 (a), 3.1 (b)] were less than the lower thresholds [20.1, 20.3] or greater than the upper thresholds [60.2, 60.9]",
        "low")]
    [InlineData(
        "[2.2 (a), 40 (b)] were less than the lower thresholds [20.1, 20.3] or greater than the upper thresholds [60.2, 60.9]",
        "low")]
    [InlineData(
        "[91.2 (a), 2.1 (b)] were less than the lower thresholds [20.1, 20.3] or greater than the upper thresholds [60.2, 60.9]",
        "")]
    [InlineData("[30 (a)] was not less than the lower thresholds [20.1] or not greater than the upper thresholds [60.2]", "")]
    [InlineData("[9x (a)] was less than the lower thresholds [20.1] or greater than the upper thresholds [60.2]", "")]
    [InlineData(
        "[91.2 (a), 90.1 (b)] were less than the lower thresholds [20.1] or greater than the upper thresholds [60.2]", "")]
    [InlineData("[0.0 (a)] was less than the lower thresholds [0.02] (minimum 1 datapoint)", "low")]
    [InlineData("[91.0 (a)] was greater than the upper thresholds [60.02] (minimum 1 datapoint)", "high")]
    public void The_direction_of_a_band_is_the_side_where_the_data_lies(string points, string load)
    {
        var document = (Sample with { Reason = $"Thresholds Crossed: 2 out of the last 2 datapoints {points}." }).Document();
        AddMetric(document, """{"id":"ad1","expression":"ANOMALY_DETECTION_BAND(m1, 2)","returnData":true}""");

        Load(Sample.Event(document)).ShouldBe(load);
    }

    [Theory]
    [InlineData(
        """{"recentDatapoints":[40.0,1.5],"recentLowerThresholds":[20.0,20.0],"recentUpperThresholds":[60.0,60.0]}""", "low")]
    [InlineData("""{"recentDatapoints":[99.5],"recentLowerThresholds":[20.0],"recentUpperThresholds":[60.0]}""", "high")]
    [InlineData("""{"recentDatapoints":[],"recentLowerThresholds":[],"recentUpperThresholds":[]}""", "")]
    [InlineData("""{"recentDatapoints":["x"],"recentLowerThresholds":[7],"recentUpperThresholds":{}}""", "")]
    public void The_direction_of_a_band_is_read_from_reasonData_if_the_reason_lists_no_data(string data, string load)
    {
        var document = (Sample with
        {
            Reason = "Thresholds Crossed: 1 datapoint was less than the lower thresholds or greater than the upper thresholds.",
        }).Document();
        document["state"]!["reasonData"] = data;
        AddMetric(document, """{"id":"ad1","expression":"ANOMALY_DETECTION_BAND(m1)","returnData":true}""");

        Load(Sample.Event(document)).ShouldBe(load);
    }

    [Theory]
    [InlineData("GreaterThanThreshold", "drill", "high")]
    [InlineData("LessThanOrEqualToThreshold", "drill", "low")]
    [InlineData("LessThanLowerThreshold", "drill", "low")]
    [InlineData("GreaterThanUpperThreshold", "drill", "high")]
    [InlineData("LessThanLowerOrGreaterThanUpperThreshold", "drill", "")]
    [InlineData("MoreThanEnough", "drill", "")]
    [InlineData("LessThanThreshold", Above, "")]
    [InlineData("GreaterThanThreshold", "Threshold Crossed: no datapoints were received for 3 periods.", "")]
    public void The_direction_is_read_from_the_comparison_first_and_unknown_if_the_reason_contradicts(
        string comparison, string reason, string load)
    {
        var document = (Sample with { Reason = reason }).Document();
        document["configuration"]!["comparisonOperator"] = comparison;
        Load(Sample.Event(document)).ShouldBe(load);

        var notification = (Sample with { Reason = reason }).Notification();
        notification["Trigger"]!["ComparisonOperator"] = comparison;
        Load(notification).ShouldBe(load);
    }

    [Theory]
    [InlineData("CWAgent", "cpu_usage_idle", "low")]
    [InlineData("CWAgent", "cpu_usage_active", "high")]
    [InlineData("CWAgent", "cpu_usage_user", "high")]
    [InlineData("CWAgent", "cpu_usage_steal", "")]
    [InlineData("CWAgent", "cpu_usage_iowait", "")]
    [InlineData("CWAgent", "cpu_usage_softirq", "")]
    [InlineData("CWAgent", "cpu_usage_guest_nice", "")]
    [InlineData("Windows", "Processor % Processor Time", "high")]
    [InlineData("AWS/RDS", "CPUUtilization", "high")]
    [InlineData("AWS/ElastiCache", "EngineCPUUtilization", "high")]
    [InlineData("ContainerInsights", "node_cpu_utilization", "high")]
    [InlineData("AWS/EC2", "CPUCreditBalance", "")]
    [InlineData("AWS/EC2", "NetworkIn", "")]
    public void The_direction_follows_the_meaning_of_the_metric(string space, string metric, string load) =>
        Load((Sample with { Namespace = space, Metric = metric }).Event()).ShouldBe(load);

    [Theory]
    [InlineData("Average", "high")]
    [InlineData("p99", "high")]
    [InlineData("TM(10%:90%)", "high")]
    [InlineData("SampleCount", "")]
    [InlineData("SAMPLE_COUNT", "")]
    [InlineData("TC(80:)", "")]
    [InlineData("PR(:80)", "")]
    public void A_statistic_that_counts_has_no_direction(string statistic, string load)
    {
        var document = Sample.Document();
        document["configuration"]!["metrics"]![0]!["metricStat"]!["stat"] = statistic;
        Load(Sample.Event(document)).ShouldBe(load);

        var notification = Sample.Notification();
        notification["Trigger"]!["Statistic"] = statistic;
        Load(notification).ShouldBe(load);
    }

    [Theory]
    [InlineData("AVG([m1, m2])", "high")]
    [InlineData("AVG(METRICS())", "high")]
    [InlineData("MAX(METRICS(\"m\"))", "high")]
    [InlineData("(m1 + m2) / 2", "high")]
    [InlineData("0.5 * SUM([m1,m2]) + 3", "high")]
    [InlineData("FILL(m1, 0)", "high")]
    [InlineData("FILL(METRICS(), REPEAT)", "high")]
    [InlineData("m1 - 5", "high")]
    [InlineData("SUM(METRICS()) / PERIOD(m1)", "high")]
    [InlineData("e2 * 100", "high")]
    [InlineData("100 - m1", "")]
    [InlineData("m1 / m2", "")]
    [InlineData("m1 * m2", "")]
    [InlineData("m1 - m2", "")]
    [InlineData("m1 * -1", "")]
    [InlineData("m1 * 0", "")]
    [InlineData("m1 / 0", "")]
    [InlineData("-m1", "")]
    [InlineData("IF(m1 > 80, m1, 0)", "")]
    [InlineData("RATE(m1)", "")]
    [InlineData("DIFF(m1)", "")]
    [InlineData("STDDEV(METRICS())", "")]
    [InlineData("m1 > 80", "")]
    [InlineData("METRICS(\"z\")", "")]
    [InlineData("AVG(m3)", "")]
    [InlineData("e1", "")]
    [InlineData("AVG([m1", "")]
    [InlineData("(((((((((((((((((((((((((((((((((((((((m1)))))))))))))))))))))))))))))))))))))))", "")]
    public void The_direction_of_metric_math_is_known_if_it_grows_with_its_metrics(string expression, string load)
    {
        var document = Sample.Document();
        document["configuration"]!["metrics"]![0]!["returnData"] = false;
        AddMetric(document, """
            {"id":"m2","metricStat":{"metric":{"namespace":"AWS/EC2","name":"CPUUtilization",
            "dimensions":{"AutoScalingGroupName":"shop-order-asg"}},"stat":"Maximum"},"returnData":false}
            """);
        AddMetric(document, """{"id":"e2","expression":"MIN([m1, m2])","returnData":false}""");
        document["configuration"]!["metrics"]!.AsArray().Add(
            new JsonObject { ["id"] = "e1", ["expression"] = expression, ["returnData"] = true });

        Load(Sample.Event(document)).ShouldBe(load);
    }

    [Theory]
    [InlineData("SELECT AVG(CPUUtilization) FROM \\\"AWS/EC2\\\" GROUP BY AutoScalingGroupName", "high")]
    [InlineData("SELECT MAX(cpu_usage_idle) FROM CWAgent", "low")]
    [InlineData("SELECT COUNT(CPUUtilization) FROM \\\"AWS/EC2\\\"", "")]
    public void The_direction_of_a_query_is_that_of_its_metric_unless_it_counts(string query, string load)
    {
        var document = Sample.Document();
        document["configuration"]!["metrics"] = JsonNode.Parse($$"""[{"id":"q1","expression":"{{query}}","returnData":true}]""");

        Load(Sample.Event(document)).ShouldBe(load);
    }

    [Theory]
    [InlineData("was greater than or equal to", "failed")]
    [InlineData("was less than", "passed")]
    [InlineData("was odder than", "")]
    public void The_direction_of_a_status_check_says_whether_it_failed_or_passed(string words, string check)
    {
        var subject = SampleAlarm.Read((Sample with
        {
            Metric = "StatusCheckFailed_Instance",
            Reason = $"Threshold Crossed: 1 datapoint [1.0] {words} the threshold (1.0).",
        }).Event()).Subject;

        subject.Labels["check"].ShouldBe(check);
        subject.Labels["load"].ShouldBe("");
    }

    [Fact]
    public void Many_expressions_that_refer_to_each_other_are_read_quickly()
    {
        var document = Sample.Document();
        for (var number = 0; number < 60; number++)
        {
            AddMetric(document, $$"""{"id":"e{{number}}","expression":"e{{number + 1}} + e{{number + 1}} + """
                + $$"""e{{number}}","returnData":{{(number == 0 ? "true" : "false")}}}""");
        }
        document["configuration"]!["metrics"]![0]!["returnData"] = false;

        Load(Sample.Event(document)).ShouldBe("");
    }

    [Fact]
    public void An_alarm_for_too_low_a_value_has_low_severity()
    {
        SeverityRules.Default.Classify(SampleAlarm.Read((Sample with { Reason = Below }).Event())).ShouldBe(Severity.Low);
        SeverityRules.Default.Classify(SampleAlarm.Read((Sample with { Reason = Below, Description = "severity=high" }).Event()))
            .ShouldBe(Severity.High);
        SeverityRules.Default.Classify(SampleAlarm.Read(Sample.Event())).ShouldBe(Severity.High);
    }

    private static string Load(JsonNode document) => SampleAlarm.Read(document).Subject.Labels["load"];

    private static void AddMetric(JsonObject document, string metric) =>
        document["configuration"]!["metrics"]!.AsArray().Add(JsonNode.Parse(metric));
}
