using Shouldly;
using Watchkeeper.Aws.Events.Alarms;
using Watchkeeper.Signals;
using Xunit;

namespace Watchkeeper.Aws.Tests.Events;

/// <summary>An alarm's number and limit are found in every form in which CloudWatch sends them.</summary>
public sealed class AlarmMeasurementTests
{
    [Theory]
    [InlineData("Threshold Crossed: 1 out of the last 1 datapoints [91.0 (27/11/26 10:01:00)] was greater than the threshold (80.0) "
        + "(minimum 1 datapoint for OK -> ALARM transition).", 91.0, 80.0, BreachSide.Above)]
    [InlineData("Threshold Crossed: 2 out of the last 3 datapoints [88.7 (17/11/26 08:13:00), 93.2 (17/11/26 08:14:00)] were greater "
        + "than the threshold (80.0).", 93.2, 80.0, BreachSide.Above)]
    [InlineData("Threshold Crossed: 3 datapoints [1.5 (01/12/26 00:00:00), 2.5 (30/11/26 23:59:00), 3.5 (30/11/26 23:58:00)] were "
        + "less than the threshold (5.0).", 1.5, 5.0, BreachSide.Below)]
    [InlineData("Threshold Crossed: 15 datapoints were less than the threshold (31.5). The most recent datapoints which crossed the "
        + "threshold: [6.2 (27/11/26 10:00:00), 5.9 (27/11/26 09:59:00)] (minimum 15 datapoints).", 6.2, 31.5, BreachSide.Below)]
    [InlineData("Threshold Crossed: 1 datapoint (5.0) was less than or equal to the threshold (10.0).", 5.0, 10.0, BreachSide.Below)]
    [InlineData("Threshold Crossed: 1 datapoint [1.8253611008E10 (27/11/26 10:00:00)] was less than the threshold (2.0E10).",
        18253611008.0, 2e10, BreachSide.Below)]
    [InlineData("Threshold Crossed: 1 out of the last 3 datapoints [41.3 (17/11/26 07:01:00)] was not greater than the threshold "
        + "(80.0) (minimum 1 datapoint for ALARM -> OK transition).", 41.3, 80.0, BreachSide.Above)]
    [InlineData("Threshold Crossed: 2 datapoints were greater than or equal to the threshold (80.0).", null, 80.0, BreachSide.Above)]
    [InlineData("Threshold Crossed: 2 out of the last 2 datapoints [-4.2E-5 (x), 90 (y)] were less than the threshold (0.0).",
        -4.2e-5, 0.0, BreachSide.Below)]
    public void The_sentence_of_CloudWatch_names_number_limit_and_side(string reason, double? value, double? limit, BreachSide side)
    {
        var measured = AlarmMeasurement.From(Facts(reason)).ShouldNotBeNull();

        (measured.Value, measured.Limit, measured.Side).ShouldBe((value, limit, side));
    }

    [Theory]
    [InlineData("")]
    [InlineData("set by hand: CPU was greater than ever [99]")]
    [InlineData("6 out of 6 time series evaluated to ALARM")]
    [InlineData("Threshold Crossed: 1 out of the last 1 datapoints [NaN (x)] was greater than the limit")]
    public void What_is_no_measurement_is_none(string reason) => AlarmMeasurement.From(Facts(reason)).ShouldBeNull();

    [Theory]
    [InlineData("Threshold Crossed: no datapoints were received for 1 period and 1 missing datapoint was treated as [Breaching].")]
    [InlineData("Threshold Crossed: 1 datapoint [91.0 (x)] was greater than the threshold (80.0) and 2 missing datapoints were "
        + "treated as [Breaching].")]
    public void Missing_data_is_no_number(string reason)
    {
        var measured = AlarmMeasurement.From(Facts(reason)).ShouldNotBeNull();

        (measured.Value, measured.IsMissing).ShouldBe((null, true));
    }

    [Fact]
    public void The_newest_of_the_data_counts_and_not_the_newest_that_crossed()
    {
        var facts = Facts("Threshold Crossed: 2 out of the last 3 datapoints [88.7 (x)] were greater than the threshold (80.0).");

        AlarmMeasurement.From(facts with { Newest = 79.5 })!.Value.ShouldBe(79.5);
    }

    [Fact]
    public void A_band_has_the_edges_at_the_newest_data_point()
    {
        var bySentence = AlarmMeasurement.From(Facts("Thresholds Crossed: 2 out of the last 2 datapoints [91.2 (a), 90.1 (b)] were "
            + "less than the lower thresholds [20.1, 20.3] or greater than the upper thresholds [60.2, 60.9]."))!;
        (bySentence.Value, bySentence.Limit, bySentence.Lower, bySentence.Upper, bySentence.Side)
            .ShouldBe((91.2, null, 20.1, 60.2, BreachSide.Above));

        var facts = Facts("Thresholds Crossed: 2 datapoints were greater than the upper thresholds.");
        var band = new BandPoints([90.1, 91.2], [20.3, 20.1], [60.9, 60.2]);
        var byData = AlarmMeasurement.From(facts with { Newest = 91.2, Band = band })!;
        (byData.Value, byData.Lower, byData.Upper).ShouldBe((91.2, 20.1, 60.2));
    }

    [Theory]
    [InlineData("AVERAGE", "Average")]
    [InlineData("p99", "p99")]
    public void The_statistic_is_spelled_alike_in_every_source(string given, string spelled)
    {
        var facts = Facts("Threshold Crossed: 1 datapoint [9.0 (x)] was greater than the threshold (8.0).");
        var metric = new AlarmMetric { Namespace = "AWS/EC2", Name = "CPUUtilization", Statistic = given };

        AlarmMeasurement.From(facts with { Metrics = [metric] })!.Statistic.ShouldBe(spelled);
    }

    [Theory]
    [InlineData("m2 / m1", "Order failures", "Order failures")]
    [InlineData("m2 / m1", "Expression1", "order")]
    [InlineData("m2 / m1", "e1", "order")]
    [InlineData("m2 / m1", "", "order")]
    [InlineData("100 * m2 / m1", "", "order (%)")]
    [InlineData("(m2/m1)*100", "Order failures", "Order failures (%)")]
    [InlineData("100*(1-m2/MAX([m2,m1]))", "Order failures (%)", "Order failures (%)")]
    [InlineData("100*m2/m1", "Failures in % of orders", "Failures in % of orders")]
    public void An_expression_is_named_by_its_label_or_else_its_alarm_and_a_percentage_is_marked(
        string expression, string label, string expected)
    {
        var facts = Facts("Threshold Crossed: 1 datapoint [9.0 (x)] was greater than the threshold (8.0).");
        var watched = new AlarmMetric { Id = "e1", Expression = expression, Label = label };
        var parts = new AlarmMetric { Id = "m1", Namespace = "AWS/Lambda", Name = "Errors", IsWatched = false };

        AlarmMeasurement.From(facts with { Metrics = [watched, parts] })!.Label.ShouldBe(expected);
    }

    [Fact]
    public void A_query_keeps_its_label_and_a_metric_has_none()
    {
        var facts = Facts("Threshold Crossed: 1 datapoint [9.0 (x)] was greater than the threshold (8.0).");

        LabelOf(new AlarmMetric { Id = "q1", Expression = "SELECT MAX(Errors) FROM \"AWS/Lambda\"" }).ShouldBe("");
        LabelOf(new AlarmMetric { Id = "q1", Expression = "SELECT MAX(Errors) FROM \"AWS/Lambda\"", Label = "worst" }).ShouldBe("worst");
        LabelOf(new AlarmMetric { Id = "m1", Namespace = "AWS/Lambda", Name = "Errors", Label = "x" }).ShouldBe("");

        string LabelOf(AlarmMetric metric) => AlarmMeasurement.From(facts with { Metrics = [metric] })!.Label;
    }

    [Theory]
    [InlineData("100 * errors / requests", true)]
    [InlineData("errors / requests * 100", true)]
    [InlineData("(errors/requests)*100.0", true)]
    [InlineData("100-100*(errors/requests)", true)]
    [InlineData("m1/SERVICE_QUOTA(m1)*100", true)]
    [InlineData("IF(m1 > 0, 100 * m2 / m1, 0)", true)]
    [InlineData("100 * m1", false)]
    [InlineData("m1 / m2", false)]
    [InlineData("m1 / 100", false)]
    [InlineData("1000 * m1 / m2", false)]
    [InlineData("m100 * m1 / m2", false)]
    [InlineData("0.100 * m1 / m2", false)]
    [InlineData("100 * m1 / 60", false)]
    [InlineData("100 * m1 / PERIOD(m1)", false)]
    [InlineData("", false)]
    public void A_hundred_times_a_metric_by_a_metric_is_a_percentage(string expression, bool isPercentage) =>
        MathPercentage.IsIn(expression).ShouldBe(isPercentage);

    [Fact]
    public void An_event_carries_its_number_and_limit()
    {
        var sample = new SampleAlarm
        {
            Reason = "Threshold Crossed: 1 out of the last 1 datapoints [91.0 (27/11/26 10:01:00)] was greater than the threshold "
                + "(80.0) (minimum 1 datapoint for OK -> ALARM transition).",
        };

        var signal = SampleAlarm.Read(sample.Event());

        signal.Measurement.ShouldNotBeNull();
        (signal.Measurement.Value, signal.Measurement.Limit).ShouldBe((91.0, 80.0));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(1e200)]
    [InlineData(1e-200)]
    public void A_number_that_cannot_be_stored_is_none(double value) => new Measurement { Value = value }.Value.ShouldBeNull();

    private static AlarmFacts Facts(string reason) => new()
    {
        EventId = "e",
        Arn = "arn:aws:cloudwatch:eu-central-1:123456789012:alarm:order",
        Name = "order",
        State = "ALARM",
        At = new DateTimeOffset(2026, 11, 27, 10, 1, 0, TimeSpan.Zero),
        Reason = reason,
        Threshold = Threshold.OfReason(reason),
    };
}
