using CsCheck;
using Shouldly;
using Watchkeeper.Signals;
using Watchkeeper.Storage.Items;
using Watchkeeper.Storage.Rows;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Tests.Storage;

public sealed class DataPointsItemTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Points_are_one_short_text()
    {
        var points = DataPoints.From([new DataPoint(Noon, 88.7), new DataPoint(Noon.AddMinutes(1), 93.2)]);

        DataPointsItem.Write(points).ShouldBe("88.7@1795521600 93.2@60");
        DataPointsItem.Read("88.7@1795521600 93.2@60").ShouldBe(points);
        DataPointsItem.Write(DataPoints.From([new DataPoint(null, 1), new DataPoint(null, -0.5)])).ShouldBe("1 -0.5");
        DataPointsItem.Write(DataPoints.None).ShouldBe("");
        DataPointsItem.Read("").ShouldBe(DataPoints.None);
    }

    [Fact]
    public void Any_points_can_be_read_back_unchanged() =>
        Gen.Select(Gen.Double, Gen.DateTimeOffset.Nullable(), (value, at) => new DataPoint(at, value)).Array[0, 9].Sample(list =>
        {
            var points = DataPoints.From(list);
            return Equals(DataPointsItem.Read(DataPointsItem.Write(points)), points);
        });

    [Fact]
    public void Five_points_take_little_of_a_kilobyte()
    {
        var points = DataPoints.From(Enumerable.Range(0, 9).Select(minute => new DataPoint(Noon.AddMinutes(minute), 93.23456 + minute)));

        DataPointsItem.Write(points).Length.ShouldBeLessThan(64);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("1@")]
    [InlineData("@60")]
    [InlineData("1@60@60")]
    [InlineData("1@1.5")]
    [InlineData("1@99999999999999999999")]
    [InlineData("1@253402300800")]
    [InlineData("1@-62135596801")]
    [InlineData("1@253402300799 2@1")]
    [InlineData("1,5@60")]
    [InlineData("1@60\n2@60")]
    public void A_text_that_is_no_list_of_points_is_refused(string text) => DataPointsItem.Read(text).ShouldBeNull();

    public static TheoryData<string> Hostile => [.. HostileText.Names];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Hostile_text_in_a_row_makes_it_unreadable_and_the_path_names_the_member(string name)
    {
        var text = HostileText.Get(name);
        var row = Row.Over(new Dictionary<string, RowValue>(StringComparer.Ordinal) { ["p"] = RowValue.Text(text) });

        // A blank text has no points.
        if (text.Trim(' ').Length == 0)
        {
            MeasurementItem.Read(new ItemReader(row, "$.m.M")).Points.ShouldBe(DataPoints.None);
            return;
        }

        Should.Throw<UnreadableRowException>(() => MeasurementItem.Read(new ItemReader(row, "$.m.M")))
            .Rejection.Path.ShouldBe("$.m.M.p");
    }

    [Fact]
    public void A_measurement_of_an_earlier_version_has_no_points()
    {
        var row = MeasurementItem.Write(new Measurement { Value = 1, Limit = 2 })!.ToRow();

        row.Has("p").ShouldBeFalse();
        MeasurementItem.Read(new ItemReader(row)).Points.ShouldBe(DataPoints.None);
    }
}
