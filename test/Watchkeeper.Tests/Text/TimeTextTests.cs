using System.Globalization;
using Shouldly;
using Watchkeeper.Text;
using Xunit;

namespace Watchkeeper.Tests.Text;

/// <summary>Times and durations as people type them.</summary>
public sealed class TimeTextTests
{
    [Theory]
    [InlineData("2026-11-17T18:00Z", "2026-11-17T18:00:00Z")]
    [InlineData("2026-11-17T18:00:59.1234567Z", "2026-11-17T18:00:59.1234567Z")]
    [InlineData("2026-11-17 18:00+0800", null)]
    [InlineData("2026-11-17T18:00+08:00", "2026-11-17T10:00:00Z")]
    [InlineData("2026-11-17T24:00Z", "2026-11-18T00:00:00Z")]
    [InlineData("2026-11-31T18:00Z", null)]
    [InlineData("2026-11-17T18:00", null)]
    [InlineData("2026-11-17  18:00Z", null)]
    [InlineData("2026-11-17", null)]
    [InlineData("9999-12-31T23:59-18", null)]
    [InlineData("0001-01-01T00:00+18", null)]
    [InlineData("1763402400", null)]
    [InlineData("", null)]
    public void A_time_needs_its_zone(string text, string? expected) =>
        ZonedTimeText.Parse(text).ShouldBe(
            expected is null ? null : DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("2026-11-17", true)]
    [InlineData("2026-11-17T18:00", true)]
    [InlineData("2026-11-17 18:00:30", true)]
    [InlineData("2026-11-17T18:00Z", false)]
    [InlineData("18:00", false)]
    public void A_time_without_a_zone_is_known_as_such(string text, bool isLacking) =>
        ZonedTimeText.LacksZone(text).ShouldBe(isLacking);

    [Theory]
    [InlineData("1w2d3h4m5s")]
    [InlineData("2h30m")]
    [InlineData("90m", "1h30m")]
    [InlineData("366d", "52w2d")]
    [InlineData("1500ms", "1s")]
    [InlineData("0", "0s")]
    public void A_written_duration_is_read_back(string text, string? written = null)
    {
        var duration = DurationText.Parse(text).ShouldNotBeNull();

        DurationText.Write(duration).ShouldBe(written ?? text);
        (duration - DurationText.Parse(DurationText.Write(duration))!.Value).ShouldBeLessThan(TimeSpan.FromSeconds(1));
    }
}
