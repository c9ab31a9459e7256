using System.Globalization;

namespace Watchkeeper.Notification.Localization;

/// <summary>Formats times and durations for people.</summary>
internal static class TimeWords
{
    private static readonly (Unit Unit, long Seconds)[] Units =
        [(Unit.Day, 86_400), (Unit.Hour, 3_600), (Unit.Minute, 60), (Unit.Second, 1)];

    /// <summary>A time, such as <c>2026-11-24 07:23:05 UTC</c>.</summary>
    public static string Moment(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>
    /// The largest unit and the next smaller one, such as «1 hour 5 minutes». The rest is dropped. Clocks of different machines
    /// can give a negative duration, which counts as zero.
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

    private static string Count(long number, Unit unit, Translations sentences)
    {
        var (one, many) = sentences.Units[unit];
        return Translations.Fill(number == 1 ? one : many, ("n", number.ToString(CultureInfo.InvariantCulture)));
    }
}
