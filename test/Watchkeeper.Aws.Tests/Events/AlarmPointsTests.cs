using Shouldly;
using Watchkeeper.Aws.Events.Alarms;
using Watchkeeper.Signals;
using Xunit;

namespace Watchkeeper.Aws.Tests.Events;

/// <summary>The data points that an alarm judged are found, oldest first, with the time of each.</summary>
public sealed class AlarmPointsTests
{
    [Theory]
    [InlineData("Threshold Crossed: 2 out of the last 3 datapoints [88.7 (17/11/26 08:13:00), 93.2 (17/11/26 08:14:00)] were greater "
        + "than the threshold (80.0).", "08:13 88.7, 08:14 93.2")]
    [InlineData("Threshold Crossed: 3 datapoints [1.5 (01/12/26 00:00:00), 2.5 (30/11/26 23:59:00), 3.5 (30/11/26 23:58:00)] were "
        + "less than the threshold (5.0).", "23:58 3.5, 23:59 2.5, 00:00 1.5")]
    [InlineData("Threshold Crossed: 1 datapoint [1.8253611008E10 (27/11/26 10:00:00)] was less than the threshold (2.0E10).",
        "10:00 18253600000")]
    // Without times nobody knows which is the newest.
    [InlineData("Threshold Crossed: 1 datapoint (5.0) was less than or equal to the threshold (10.0).", "")]
    [InlineData("Threshold Crossed: 2 datapoints [5.0 (x), 6.0 (17/11/26 08:14:00)] were greater than the threshold (1.0).", "")]
    [InlineData("Threshold Crossed: 2 datapoints were greater than or equal to the threshold (80.0).", "")]
    [InlineData("Threshold Crossed: 1 datapoint [91.0 (27/11/26 10:00:00)] was greater than the threshold (80.0) and 2 missing "
        + "datapoints were treated as [Breaching].", "")]
    public void The_sentence_of_CloudWatch_names_its_points(string reason, string points) =>
        Text(AlarmMeasurement.From(SampleFacts(reason))!.Points).ShouldBe(points);

    [Fact]
    public void The_points_of_the_data_are_exacter_than_those_of_the_sentence()
    {
        var facts = SampleFacts("Threshold Crossed: 1 datapoint [93.0 (17/11/26 08:14:00)] was greater than the threshold (80.0).");
        var data = ReasonData.Parse(
            """
            {"recentDatapoints":[93.2],"threshold":80.0,"evaluatedDatapoints":[
             {"timestamp":"2026-11-17T08:14:00.000+0000","sampleCount":3.0,"value":93.2},
             {"timestamp":"2026-11-17T08:13:00.000+0000","sampleCount":3.0,"value":88.7},
             {"timestamp":"2026-11-17T08:12:00.000+0000"}, {"value":1.0}, {"timestamp":"yesterday","value":2.0}, 7, null]}
            """);

        Text(AlarmMeasurement.From(facts with { Points = data.Points })!.Points).ShouldBe("08:13 88.7, 08:14 93.2");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"evaluatedDatapoints":null}""")]
    [InlineData("""{"evaluatedDatapoints":{"timestamp":"2026-11-17T08:14:00.000+0000","value":1}}""")]
    [InlineData("""{"evaluatedDatapoints":[{"timestamp":"2026-11-17T08:14:00.000+0000","value":"1"}]}""")]
    public void Data_without_points_has_none(string data) => ReasonData.Parse(data).Points.ShouldBe(DataPoints.None);

    [Theory]
    [InlineData("alarm-eventbridge/010-order-cpu-high-alarm", "08:13 88.7, 08:14 93.2")]
    [InlineData("alarm-direct/080-payment-queue-old-alarm-third-way", null)]
    [InlineData("alarm-sns/080-payment-queue-old-alarm-second-way", null)]
    public void An_event_carries_its_points(string name, string? points)
    {
        var read = Text(EventFiles.Signal(name).Measurement!.Points);

        if (points is null)
            read.ShouldNotBeEmpty();
        else
            read.ShouldBe(points);
    }

    private static string Text(DataPoints points) =>
        string.Join(", ", points.Points.Select(point => FormattableString.Invariant($"{point.At:HH:mm} {point.Value}")));

    private static AlarmFacts SampleFacts(string reason) => new()
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
