using Watchkeeper.Notification.Localization;
using Watchkeeper.Text;

namespace Watchkeeper.Notification.Metrics;

/// <summary>
/// Writes a value as people do: three significant digits, with its unit. What is not zero is never written as zero. A value and
/// the number beside it get as many digits as tell them apart, so that a value never seems to be on its limit's other side.
/// </summary>
internal static class QuantityText
{
    private const int MinDigits = 3;
    private const int MaxCurrency = 8;

    /// <summary>Writes a value; null for NaN and the infinities, which are no value.</summary>
    /// <param name="value">The value, in <paramref name="unit"/>.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="beside">
    /// The number that is read beside it, such as the limit; null if there is none. Both are written in the same unit: call this
    /// once for each, with the other one beside.
    /// </param>
    /// <param name="locale">The language.</param>
    /// <param name="currency">The code of the currency; used for <see cref="MetricUnit.Currency"/> only.</param>
    public static string? Of(double value, MetricUnit unit, double? beside, Locale locale, string currency = "")
    {
        if (!double.IsFinite(value))
            return null;
        var other = beside is { } number && double.IsFinite(number) ? number : (double?)null;
        unit = UnitOf(unit, value, other);
        var isBinary = other is { } limit && IsBinary(value, limit);
        for (var digits = MinDigits; ; digits++)
        {
            var text = Format(value, unit, isBinary, digits, locale);
            if (other is null || other == value || digits >= RoundedNumber.AllDigits
                || text != Format(other.Value, unit, isBinary, digits, locale))
            {
                return unit is MetricUnit.Currency ? $"{text} {InertText.Line(currency, MaxCurrency)}".TrimEnd() : text;
            }
        }
    }

    // Decided from both numbers, whichever comes first: a percentage is not compared with a number.
    private static MetricUnit UnitOf(MetricUnit unit, double value, double? other) =>
        unit is MetricUnit.Fraction && (Math.Abs(value) > 1 || Math.Abs(other ?? 0) > 1) ? MetricUnit.None : unit;

    // Who sets a limit of 20 GiB reads GiB. A value may be a whole number of MiB by chance, so a decimal limit decides.
    private static bool IsBinary(double value, double limit) =>
        (IsWhole(value, 1 << 20) || IsWhole(limit, 1 << 20)) && !IsWhole(value, 1_000_000) && !IsWhole(limit, 1_000_000);

    private static bool IsWhole(double bytes, double unit) => bytes != 0 && bytes % unit == 0;

    private static string Format(double value, MetricUnit unit, bool isBinary, int digits, Locale locale)
    {
        var isChinese = locale is Locale.Chinese;
        switch (unit)
        {
            case MetricUnit.Percent:
                return NumberText.Of(value, 0, digits, locale) + (isChinese ? "%" : " %");
            case MetricUnit.Fraction:
                return NumberText.Of(value, 2, digits, locale) + (isChinese ? "%" : " %");
            case MetricUnit.Bytes:
                return isBinary ? NumberText.WithBinaryPrefix(value, 0, digits, "B") : NumberText.WithPrefix(value, digits, "B");
            case MetricUnit.BytesPerSecond:
                return isBinary
                    ? NumberText.WithBinaryPrefix(value, 0, digits, "B/s")
                    : NumberText.WithPrefix(value, digits, "B/s");
            case MetricUnit.Megabytes:
                return NumberText.WithBinaryPrefix(value, 2, digits, "B");
            case MetricUnit.BitsPerSecond:
                return NumberText.WithPrefix(value, digits, "bit/s");
            case MetricUnit.Seconds:
                return DurationText.Of(value, 0, digits, locale);
            case MetricUnit.Milliseconds:
                return DurationText.Of(value, -3, digits, locale);
            case MetricUnit.Microseconds:
                return DurationText.Of(value, -6, digits, locale);
        }

        var number = NumberText.Of(value, 0, digits, locale);
        return unit switch
        {
            MetricUnit.PerSecond => number + (isChinese ? "/秒" : "/s"),
            MetricUnit.Days when isChinese => ChineseText.Join(number, "天"),
            MetricUnit.Days => number is "1" or "-1" ? $"{number} day" : $"{number} days",
            _ => number,
        };
    }
}
