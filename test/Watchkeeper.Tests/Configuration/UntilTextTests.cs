using Shouldly;
using Watchkeeper.Configuration.Reading;
using Xunit;

namespace Watchkeeper.Tests.Configuration;

public sealed class UntilTextTests
{
    [Theory]
    [InlineData("2027-06-30", "2027-07-01T00:00:00Z")]
    [InlineData("2028-02-28", "2028-02-29T00:00:00Z")]
    [InlineData("2027-12-31", "2028-01-01T00:00:00Z")]
    [InlineData("2026-12-31T12:00:00+01:00", "2026-12-31T11:00:00Z")]
    [InlineData("2026-12-31T12:00:00Z", "2026-12-31T12:00:00Z")]
    public void A_day_ends_with_the_day_and_a_time_is_itself(string text, string end) =>
        UntilText.Parse(text).ShouldBe(DateTimeOffset.Parse(end, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void The_last_day_of_the_calendar_ends_never() => UntilText.Parse("9999-12-31").ShouldBe(DateTimeOffset.MaxValue);

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("2027-02-29")]
    [InlineData("2027-6-30")]
    [InlineData("30.06.2027")]
    [InlineData("2027-06-30 ")]
    [InlineData("-0001-01-01")]
    [InlineData("0000-01-01")]
    [InlineData("0001-01-01T00:00:00+05:00")]
    [InlineData("9999-12-31T23:00:00-05:00")]
    public void What_is_neither_is_no_end(string text) => UntilText.Parse(text).ShouldBeNull();
}
