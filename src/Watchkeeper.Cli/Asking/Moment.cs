using System.Globalization;

namespace Watchkeeper.Cli.Asking;

/// <summary>Times and durations as people read them; always UTC.</summary>
internal static class Moment
{
    /// <summary>A time to the second: <c>2026-11-17 08:15:00Z</c>.</summary>
    public static string Full(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>A time to the minute, for lists.</summary>
    public static string Short(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);

    /// <summary>The time of day; with the date if it is another day than now.</summary>
    public static string Near(DateTimeOffset time, DateTimeOffset now) => time.UtcDateTime.Date == now.UtcDateTime.Date
        ? time.UtcDateTime.ToString("HH:mm:ss'Z'", CultureInfo.InvariantCulture)
        : Full(time);

    /// <summary>
    /// A duration in its greatest unit: <c>3 s</c>, <c>12 min</c>, <c>6 h</c>, <c>11 d</c>. Clocks may differ, so it is never
    /// negative.
    /// </summary>
    public static string Span(TimeSpan span) => span switch
    {
        { TotalMinutes: < 1 } => Count(Math.Max(0, span.TotalSeconds), "s"),
        { TotalHours: < 1 } => Count(span.TotalMinutes, "min"),
        { TotalDays: < 1 } => Count(span.TotalHours, "h"),
        _ => Count(span.TotalDays, "d"),
    };

    /// <summary>How long ago: <c>3 s ago (14:02:11Z)</c>.</summary>
    public static string Ago(DateTimeOffset time, DateTimeOffset now) => $"{Span(now - time)} ago ({Near(time, now)})";

    private static string Count(double number, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{(long)number} {unit}");
}
