using System.Globalization;

namespace Watchkeeper.Notification.Metrics;

/// <summary>
/// A number rounded in decimal: <c>0.DIGITS</c> times ten to <c>Exponent + 1</c>. A change of unit by a power of ten moves the
/// exponent only, so that 0.07 becomes 7 % and not 7.000000000000001 %.
/// </summary>
/// <param name="IsNegative">Whether the number is below zero.</param>
/// <param name="Digits">The digits without zeros at either end; «0» for zero.</param>
/// <param name="Exponent">The power of ten of the first digit.</param>
internal readonly record struct RoundedNumber(bool IsNegative, string Digits, int Exponent)
{
    /// <summary>From this number of digits on, all digits of a double are there.</summary>
    public const int AllDigits = 17;

    private const int MinPlainExponent = -6;
    private const int MaxPlainExponent = 14;

    /// <summary>Rounds <paramref name="value"/> times ten to <paramref name="shift"/> to significant digits.</summary>
    public static RoundedNumber From(double value, int digits, int shift = 0)
    {
        // The shortest text that reads back as the same double: «80.04», not «80.040000000000006».
        var text = Scientific(Math.Abs(value), Math.Min(digits, AllDigits));
        if (digits >= AllDigits && Scientific(Math.Abs(value), AllDigits - 1) is var shorter
            && double.Parse(shorter, CultureInfo.InvariantCulture) == Math.Abs(value))
        {
            text = shorter;
        }

        var mark = text.IndexOf('E', StringComparison.Ordinal);
        var significant = text[..mark].Replace(".", "", StringComparison.Ordinal).TrimEnd('0');
        return significant.Length == 0
            ? new(false, "0", 0)
            : new(value < 0, significant, int.Parse(text.AsSpan(mark + 1), CultureInfo.InvariantCulture) + shift);
    }

    /// <summary>Rounds to significant digits, but never before the decimal point: 1,234 stays.</summary>
    public static RoundedNumber FromWhole(double value, int digits, int shift = 0)
    {
        var exponent = From(value, AllDigits).Exponent + shift;
        return From(value, Math.Clamp(exponent + 1, digits, AllDigits), shift);
    }

    /// <summary>The number in a unit that is ten to <paramref name="power"/> times as large.</summary>
    public RoundedNumber In(int power) => Digits == "0" ? this : this with { Exponent = Exponent - power };

    /// <summary>«1,234.5», or «1.23e15» for a number that is too large or too small to read.</summary>
    public override string ToString()
    {
        var sign = IsNegative ? "-" : "";
        if (Exponent is < MinPlainExponent or > MaxPlainExponent)
        {
            var rest = Digits.Length > 1 ? $".{Digits[1..]}" : "";
            return string.Create(CultureInfo.InvariantCulture, $"{sign}{Digits[0]}{rest}e{Exponent}");
        }

        if (Exponent < 0)
            return $"{sign}0.{new string('0', -Exponent - 1)}{Digits}";
        var whole = Digits.Length > Exponent ? Digits[..(Exponent + 1)] : Digits.PadRight(Exponent + 1, '0');
        for (var at = whole.Length - 3; at > 0; at -= 3)
            whole = whole.Insert(at, ",");
        return Digits.Length > Exponent + 1 ? $"{sign}{whole}.{Digits[(Exponent + 1)..]}" : sign + whole;
    }

    private static string Scientific(double value, int digits) =>
        value.ToString(string.Create(CultureInfo.InvariantCulture, $"E{digits - 1}"), CultureInfo.InvariantCulture);
}
