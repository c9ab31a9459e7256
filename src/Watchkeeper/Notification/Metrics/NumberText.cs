using Watchkeeper.Notification.Localization;

namespace Watchkeeper.Notification.Metrics;

/// <summary>Writes numbers with the words and prefixes of large ones.</summary>
internal static class NumberText
{
    // From ten million on, a count is read in millions; from 10^15 on, as a power of ten.
    private const int MaxWholeExponent = 6;
    private const int MaxWordExponent = 14;
    private const int MaxPrefix = 5;

    /// <summary>A number: «1,234», «12.3 million», «1,230 万». Below ten million it is whole before the point.</summary>
    /// <param name="value">The number.</param>
    /// <param name="shift">The power of ten by which it is multiplied.</param>
    /// <param name="digits">The significant digits.</param>
    /// <param name="locale">The language.</param>
    public static string Of(double value, int shift, int digits, Locale locale)
    {
        var whole = RoundedNumber.FromWhole(value, digits, shift);
        if (whole.Exponent <= MaxWholeExponent)
            return whole.ToString();
        var rounded = RoundedNumber.From(value, digits, shift);
        if (rounded.Exponent > MaxWordExponent)
            return rounded.ToString();
        var (power, word) = locale is Locale.Chinese
            ? rounded.Exponent switch { < 8 => (4, "万"), < 12 => (8, "亿"), _ => (12, "万亿") }
            : rounded.Exponent switch { < 9 => (6, "million"), < 12 => (9, "billion"), _ => (12, "trillion") };
        return $"{rounded.In(power)} {word}";
    }

    /// <summary>With a decimal prefix: «18.3 GB», «300 kbit/s».</summary>
    public static string WithPrefix(double value, int digits, string unit)
    {
        var rounded = RoundedNumber.From(value, digits);
        var prefix = Math.Clamp(rounded.Exponent / 3, 0, MaxPrefix);
        return $"{rounded.In(3 * prefix)} {(prefix > 0 ? "kMGTP"[prefix - 1] : "")}{unit}";
    }

    /// <summary>With a binary prefix: «20 GiB».</summary>
    /// <param name="value">The value.</param>
    /// <param name="prefix">The prefix in which the value is given: 0 none, 1 Ki, 2 Mi.</param>
    /// <param name="digits">The significant digits.</param>
    /// <param name="unit">The unit without a prefix.</param>
    public static string WithBinaryPrefix(double value, int prefix, int digits, string unit)
    {
        for (; Math.Abs(value) >= 1024 && prefix < MaxPrefix; prefix++)
            value /= 1024;
        for (; Math.Abs(value) is > 0 and < 1 && prefix > 0; prefix--)
            value *= 1024;
        var rounded = RoundedNumber.FromWhole(value, digits);
        if (rounded is { Digits: "1024", Exponent: 3 } && prefix < MaxPrefix)
            (rounded, prefix) = (rounded with { Digits = "1", Exponent = 0 }, prefix + 1);
        if (rounded.Exponent > MaxWordExponent)
            rounded = RoundedNumber.From(value, digits);
        return $"{rounded} {(prefix > 0 ? $"{"KMGTP"[prefix - 1]}i" : "")}{unit}";
    }
}
