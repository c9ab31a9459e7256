using System.Globalization;
using Watchkeeper.Text;

namespace Watchkeeper.Notification.Localization;

/// <summary>Formats times and durations for people: in UTC, and beside it in the readers' own zone if one is set.</summary>
internal static class TimeWords
{
    private static readonly (Unit Unit, long Seconds)[] Units =
        [(Unit.Day, 86_400), (Unit.Hour, 3_600), (Unit.Minute, 60), (Unit.Second, 1)];

    /// <summary>
    /// A time with its date: <c>2026-11-24 07:23:05 UTC</c>, or <c>2026-11-24 15:23:05 UTC+8 (07:23:05 UTC)</c>. Both have the
    /// date if it differs.
    /// </summary>
    public static string Moment(DateTimeOffset time, Translations sentences)
    {
        var utc = time.UtcDateTime;
        if (Local(time, sentences) is not { } local)
            return $"{Text(utc, "yyyy-MM-dd HH:mm:ss")} UTC";
        var beside = Text(utc, local.Time.Date == utc.Date ? "HH:mm:ss" : "yyyy-MM-dd HH:mm:ss");
        return $"{Text(local.Time, "yyyy-MM-dd HH:mm:ss")} {local.Offset} ({beside} UTC)";
    }

    /// <summary>
    /// A time that is read at <paramref name="now"/>: <c>07:23 UTC</c>, or <c>15:23 (07:23 UTC)</c>; with the day, and where the
    /// year differs with the year, if it is not today.
    /// </summary>
    public static string Near(DateTimeOffset time, DateTimeOffset now, Translations sentences)
    {
        var utc = time.UtcDateTime;
        if (Local(time, sentences) is not { } local)
            return $"{Day(utc, now.UtcDateTime, sentences)}{Text(utc, "HH:mm")} UTC";
        var day = Day(local.Time, Local(now, sentences)!.Value.Time, sentences);
        return $"{day}{Text(local.Time, "HH:mm")} ({Text(utc, "HH:mm")} UTC)";
    }

    /// <summary>A span that is read at <paramref name="now"/>: <c>07:23–08:35 UTC</c>, or from one day to another.</summary>
    public static string Span(DateTimeOffset from, DateTimeOffset to, DateTimeOffset now, Translations sentences)
    {
        var (utcFrom, utcTo) = (from.UtcDateTime, to.UtcDateTime);
        var (shownFrom, shownTo) = (Local(from, sentences)?.Time ?? utcFrom, Local(to, sentences)?.Time ?? utcTo);
        if (shownFrom.Date != shownTo.Date)
            return $"{Near(from, now, sentences)} – {Near(to, now, sentences)}";
        var utc = $"{Text(utcFrom, "HH:mm")}–{Text(utcTo, "HH:mm")} UTC";
        var day = Day(shownFrom, Local(now, sentences)?.Time ?? now.UtcDateTime, sentences);
        return sentences.Zone is null
            ? $"{day}{utc}"
            : $"{day}{Text(shownFrom, "HH:mm")}–{Text(shownTo, "HH:mm")} ({utc})";
    }

    /// <summary>The time of day alone, in the readers' zone, for the ticks of a chart.</summary>
    public static string Clock(DateTimeOffset time, Translations sentences) =>
        Text(Local(time, sentences)?.Time ?? time.UtcDateTime, "HH:mm");

    /// <summary>
    /// The largest unit and the next smaller one, such as «1 h 5 min». The rest is dropped. Clocks of different machines can give
    /// a negative duration, which counts as zero.
    /// </summary>
    public static string Duration(TimeSpan duration, Translations sentences)
    {
        var seconds = Math.Max(0, (long)duration.TotalSeconds);
        for (var i = 0; i < Units.Length - 1; i++)
        {
            if (seconds < Units[i].Seconds)
                continue;
            var below = seconds % Units[i].Seconds / Units[i + 1].Seconds;
            var first = Count(seconds / Units[i].Seconds, Units[i].Unit, sentences);
            return below == 0 ? first : $"{first} {Count(below, Units[i + 1].Unit, sentences)}";
        }

        return Count(seconds, Unit.Second, sentences);
    }

    private static string Count(long number, Unit unit, Translations sentences) =>
        Translations.Fill(sentences.Units[unit], ("n", number.ToString(CultureInfo.InvariantCulture)));

    private static ClockTime? Local(DateTimeOffset time, Translations sentences) =>
        sentences.Zone is { } zone ? ClockTime.Of(time, zone) : null;

    private static string Day(DateTime time, DateTime now, Translations sentences)
    {
        if (time.Date == now.Date)
            return "";
        var (day, year) = sentences.Locale is Locale.Chinese
            ? ("M'月'd'日' ", "yyyy'年'M'月'd'日' ")
            : ("d MMM ", "d MMM yyyy ");
        return Text(time, time.Year == now.Year ? day : year);
    }

    private static string Text(DateTime time, string format) => time.ToString(format, CultureInfo.InvariantCulture);
}
