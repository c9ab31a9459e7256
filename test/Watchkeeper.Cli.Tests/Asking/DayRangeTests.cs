using Shouldly;
using Watchkeeper.Cli.Asking;
using Xunit;

namespace Watchkeeper.Cli.Tests.Asking;

/// <summary>A day is that of its zone, and each instant is in exactly one of them.</summary>
public sealed class DayRangeTests
{
    private static readonly DateTimeOffset Late = new(2026, 11, 27, 23, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("2026-11-27", "UTC", true)]
    [InlineData("2026-11-28", "UTC", false)]
    [InlineData("2026-11-28", "Asia/Shanghai", true)]
    [InlineData("2026-11-27", "Asia/Shanghai", false)]
    [InlineData("2026-11-27", "america/new_york", true)]
    public void An_instant_is_in_one_day_of_a_zone(string day, string zone, bool isIn)
    {
        var range = DayRange.Parse(day, zone);

        (Late >= range.From && Late < range.To).ShouldBe(isIn);
    }

    [Theory]
    [InlineData("2026-03-29", 23)]
    [InlineData("2026-10-25", 25)]
    [InlineData("2026-11-17", 24)]
    public void A_day_on_which_clocks_change_is_shorter_or_longer(string day, int hours)
    {
        var range = DayRange.Parse(day, "Europe/Berlin");

        (range.To - range.From).TotalHours.ShouldBe(hours);
    }

    [Fact]
    public void Consecutive_days_meet() =>
        DayRange.Parse("2026-03-29", "Europe/Berlin").To.ShouldBe(DayRange.Parse("2026-03-30", "Europe/Berlin").From);

    [Theory]
    [InlineData("2026-02-30", "UTC", "--day")]
    [InlineData("17.11.2026", "UTC", "--day")]
    [InlineData("9999-12-31", "UTC", "--day")]
    [InlineData("", "UTC", "--day")]
    [InlineData("2026-11-17", "mars", "--zone")]
    public void What_is_no_day_or_zone_is_refused_by_name(string day, string zone, string option) =>
        Should.Throw<AskException>(() => DayRange.Parse(day, zone)).Message.ShouldStartWith(option);
}
