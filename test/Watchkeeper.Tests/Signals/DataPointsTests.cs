using Shouldly;
using Watchkeeper.Signals;
using Xunit;

namespace Watchkeeper.Tests.Signals;

public sealed class DataPointsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_newest_five_points_are_kept_oldest_first_in_whatever_order_they_come()
    {
        int[] minutes = [3, 6, 1, 0, 5, 2, 4];

        var points = DataPoints.From(minutes.Select(minute => new DataPoint(Noon.AddMinutes(minute), minute)));

        points.Points.Select(point => point.Value).ShouldBe([2, 3, 4, 5, 6]);
        points.Points.Select(point => point.At).ShouldBe(Enumerable.Range(2, 5).Select(minute => (DateTimeOffset?)Noon.AddMinutes(minute)));
    }

    [Fact]
    public void Points_keep_their_order_if_one_has_no_time()
    {
        DataPoints.From([new DataPoint(null, 3), new DataPoint(null, 1), new DataPoint(null, 2)])
            .Points.Select(point => point.Value).ShouldBe([3, 1, 2]);
        DataPoints.From([new DataPoint(Noon, 3), new DataPoint(null, 1), new DataPoint(Noon.AddMinutes(-1), 2)])
            .Points.ShouldBe([new DataPoint(null, 3), new DataPoint(null, 1), new DataPoint(null, 2)]);
    }

    [Fact]
    public void Points_that_are_no_number_are_left_out()
    {
        DataPoints.From([new DataPoint(null, double.NaN), new DataPoint(null, 1), new DataPoint(null, double.NegativeInfinity)])
            .Points.ShouldBe([new DataPoint(null, 1)]);
        DataPoints.From([new DataPoint(null, double.NaN)]).ShouldBeSameAs(DataPoints.None);
        DataPoints.None.IsEmpty.ShouldBeTrue();
    }

    [Theory]
    [InlineData(93.23456789, 93.2346)]
    [InlineData(123_456_789, 123_457_000)]
    [InlineData(0.000012345678, 0.0000123457)]
    [InlineData(1e300, 1e300)]
    public void A_value_has_six_significant_digits(double value, double expected) =>
        DataPoints.From([new DataPoint(null, value)]).Points[0].Value.ShouldBe(expected);

    [Fact]
    public void Zero_has_no_sign() =>
        double.IsNegative(DataPoints.From([new DataPoint(null, -0.0)]).Points[0].Value).ShouldBeFalse();

    [Fact]
    public void A_time_has_whole_seconds_in_UTC()
    {
        var at = new DateTimeOffset(2026, 11, 24, 13, 0, 0, 900, TimeSpan.FromHours(1));

        var point = DataPoints.From([new DataPoint(at, 1)]).Points[0];

        point.At.ShouldBe(Noon);
        point.At!.Value.Offset.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void Two_lists_of_the_same_points_are_equal()
    {
        DataPoints[] lists = [.. new[] { 1.0, 1.0, 2.0 }.Select(value => DataPoints.From([new DataPoint(Noon, value)]))];

        lists[0].ShouldBe(lists[1]);
        lists[0].GetHashCode().ShouldBe(lists[1].GetHashCode());
        lists[0].ShouldNotBe(lists[2]);
        lists[0].ShouldNotBe(DataPoints.From([new DataPoint(null, 1)]));
        new Measurement { Points = lists[0] }.ShouldBe(new Measurement { Points = lists[1] });
    }
}
