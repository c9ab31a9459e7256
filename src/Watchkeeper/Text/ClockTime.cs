using System.Globalization;
using NodaTime;

namespace Watchkeeper.Text;

/// <summary>A moment as the clocks of a time zone show it.</summary>
/// <param name="Time">The date and time of day.</param>
/// <param name="Offset">The zone's distance from UTC then: <c>UTC</c>, <c>UTC+8</c>, <c>UTC-3:30</c>.</param>
internal readonly record struct ClockTime(DateTime Time, string Offset)
{
    /// <summary>The moment in a zone; in UTC without one.</summary>
    public static ClockTime Of(DateTimeOffset time, DateTimeZone? zone)
    {
        if (zone is null)
            return new ClockTime(time.UtcDateTime, "UTC");
        var local = Instant.FromDateTimeOffset(time).InZone(zone);
        return new ClockTime(local.ToDateTimeUnspecified(), OffsetText(local.Offset.Seconds / 60));
    }

    private static string OffsetText(int minutes)
    {
        var (sign, distance) = (minutes < 0 ? '-' : '+', Math.Abs(minutes));
        return (minutes, distance % 60) switch
        {
            (0, _) => "UTC",
            (_, 0) => string.Create(CultureInfo.InvariantCulture, $"UTC{sign}{distance / 60}"),
            var (_, rest) => string.Create(CultureInfo.InvariantCulture, $"UTC{sign}{distance / 60}:{rest:00}"),
        };
    }
}
