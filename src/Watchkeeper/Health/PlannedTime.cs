using System.Globalization;
using NodaTime;
using Watchkeeper.Text;

namespace Watchkeeper.Health;

/// <summary>A planned time in words.</summary>
/// <param name="From">When it begins.</param>
/// <param name="Until">When it ends; null, or not after the begin, if no end is planned.</param>
/// <param name="Now">The time of the reader: its year is left out.</param>
/// <param name="Zone">The reader's time zone; UTC if null.</param>
internal readonly record struct PlannedTime(DateTimeOffset From, DateTimeOffset? Until, DateTimeOffset Now, DateTimeZone? Zone)
{
    /// <summary>
    /// «on 25 Nov 02:00–06:00 UTC», «from 25 Nov 22:00 to 26 Nov 06:00 UTC+8», «on 31 Jan 2027 00:00 UTC». UTC where the clocks
    /// change in between.
    /// </summary>
    public string Text(bool chinese)
    {
        var (from, zone) = ClockTime.Of(From, Zone);
        if (Until is not { } end || end <= From)
            return chinese ? $"{Moment(from, chinese)} {zone}" : $"on {Moment(from, chinese)} {zone}";
        var (until, zoneThen) = ClockTime.Of(end, Zone);
        if (zone != zoneThen)
            return (this with { Zone = null }).Text(chinese);
        if (until.Date == from.Date)
        {
            var window = $"{Moment(from, chinese)}–{until.ToString("HH:mm", CultureInfo.InvariantCulture)} {zone}";
            return chinese ? window : $"on {window}";
        }

        return chinese
            ? $"{Moment(from, chinese)} 至 {Moment(until, chinese)} {zone}"
            : $"from {Moment(from, chinese)} to {Moment(until, chinese)} {zone}";
    }

    /// <summary>«in 8 days», «in 5 hours», «begun»; empty after the end.</summary>
    public string Away(bool chinese)
    {
        var away = From - Now;
        var end = Until ?? From;
        if (away <= TimeSpan.Zero)
            return Now > end ? "" : chinese ? "已开始" : "begun";
        return away switch
        {
            _ when away >= TimeSpan.FromHours(48) => Count((int)away.TotalDays, "day", "天", chinese),
            _ when away >= TimeSpan.FromHours(1) => Count((int)away.TotalHours, "hour", "小时", chinese),
            _ => Count(Math.Max(1, (int)away.TotalMinutes), "minute", "分钟", chinese),
        };
    }

    private string Moment(DateTime time, bool chinese)
    {
        var isThisYear = time.Year == ClockTime.Of(Now, Zone).Time.Year;
        var format = (chinese, isThisYear) switch
        {
            (true, true) => "M'月'd'日' HH:mm",
            (true, false) => "yyyy'年'M'月'd'日' HH:mm",
            (false, true) => "d MMM HH:mm",
            (false, false) => "d MMM yyyy HH:mm",
        };
        return time.ToString(format, CultureInfo.InvariantCulture);
    }

    private static string Count(int number, string unit, string chineseUnit, bool chinese) => chinese
        ? string.Create(CultureInfo.InvariantCulture, $"{number} {chineseUnit}后")
        : string.Create(CultureInfo.InvariantCulture, $"in {number} {unit}{(number == 1 ? "" : "s")}");
}
