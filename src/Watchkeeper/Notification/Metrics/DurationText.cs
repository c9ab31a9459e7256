using System.Globalization;
using Watchkeeper.Notification.Localization;

namespace Watchkeeper.Notification.Metrics;

/// <summary>Writes a measured time: «0.4 ms», «8 s», «14 min», «1 h 30 min».</summary>
internal static class DurationText
{
    private const int CoarseDigits = 3;
    private const int SecondDigits = 4;
    private const int MaxSeconds = 90;
    private const double MaxCounted = 1e15;

    private static readonly (long Seconds, string English, string Chinese)[] Units =
        [(86_400, "d", "天"), (3_600, "h", "小时"), (60, "min", "分钟"), (1, "s", "秒")];

    /// <summary>
    /// Writes a time. Above 90 seconds, the two largest units; with more <paramref name="digits"/> whole seconds, then fractions.
    /// </summary>
    /// <param name="value">The value.</param>
    /// <param name="shift">The power of ten that makes it seconds: 0, -3 or -6.</param>
    /// <param name="digits">The significant digits of a number of seconds.</param>
    /// <param name="locale">The language.</param>
    public static string Of(double value, int shift, int digits, Locale locale)
    {
        var isChinese = locale is Locale.Chinese;
        var seconds = Math.Abs(value) / Math.Pow(10, -shift);
        var whole = Math.Round(seconds);
        if (whole > MaxSeconds)
        {
            return digits > SecondDigits || whole >= MaxCounted
                ? ChineseText.Join(NumberText.Of(value, shift, digits, locale), Second(isChinese))
                : (value < 0 ? "-" : "") + Counted(digits == CoarseDigits ? Coarse(seconds) : (long)whole, isChinese);
        }

        var rounded = RoundedNumber.From(value, digits, shift);
        return rounded.Exponent >= 0 ? $"{rounded} {Second(isChinese)}"
            : $"{RoundedNumber.From(value, digits, shift + 3)} {(isChinese ? "毫秒" : "ms")}";
    }

    private static string Second(bool isChinese) => isChinese ? "秒" : "s";

    // Whole minutes from ten minutes on, whole hours from a day on.
    private static long Coarse(double seconds)
    {
        var step = seconds switch { < 600 => 1, < 86_400 => 60, < 8_640_000 => 3_600, _ => 86_400 };
        return (long)Math.Round(seconds / step) * step;
    }

    private static string Counted(long seconds, bool isChinese)
    {
        var parts = new List<string>();
        foreach (var (length, english, chinese) in Units)
        {
            if (seconds / length is > 0 and var count)
                parts.Add($"{count.ToString("N0", CultureInfo.InvariantCulture)} {(isChinese ? chinese : english)}");
            seconds %= length;
        }

        return string.Join(' ', parts);
    }
}
