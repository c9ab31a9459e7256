using System.Globalization;
using System.Numerics;

namespace Watchkeeper.Storage.Rows;

/// <summary>
/// DynamoDB's numbers: decimal and exact, up to 38 digits, from 1E-130 to 9.99…E+125. Each number has one canonical text, without
/// an exponent and redundant zeros.
/// </summary>
internal static class RowNumber
{
    private const int MaxDigits = 38;
    private const int MinExponent = -130;
    private const int MaxExponent = 125;

    /// <summary>The canonical text of a number; null if the text is no number, or none that DynamoDB accepts.</summary>
    public static string? Canonical(string text) => IsPlain(text) ? text : Parse(text)?.ToText();

    /// <summary>The order of two canonical numbers.</summary>
    public static int Compare(string one, string other)
    {
        var (negative, otherNegative) = (one[0] is '-', other[0] is '-');
        if (negative != otherNegative)
            return negative ? -1 : 1;
        return negative ? CompareSize(other.AsSpan(1), one.AsSpan(1)) : CompareSize(one, other);
    }

    /// <summary>The sum of two canonical numbers; null where it has too many digits.</summary>
    public static string? Add(string one, string other)
    {
        if (long.TryParse(one, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var a)
            && long.TryParse(other, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var b)
            && !((a ^ (a + b)) < 0 && (b ^ (a + b)) < 0))
        {
            return (a + b).ToString(CultureInfo.InvariantCulture);
        }

        var (left, right) = (Parse(one)!.Value, Parse(other)!.Value);
        var scale = Math.Max(left.Scale, right.Scale);
        return new Parts(left.At(scale) + right.At(scale), scale).ToText();
    }

    // Counters and ranks have up to 18 digits and no point.
    private static bool IsPlain(string text)
    {
        var digits = text.AsSpan();
        if (digits is ['-', ..])
            digits = digits[1..];
        return digits.Length is > 0 and <= 18
            && !digits.ContainsAnyExceptInRange('0', '9')
            && (digits[0] is not '0' || text.Length == 1);
    }

    // If the whole parts have the same length, texts and numbers have the same order.
    private static int CompareSize(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        var (whole, otherWhole) = (WholeDigits(one), WholeDigits(other));
        return whole != otherWhole ? whole.CompareTo(otherWhole) : one.SequenceCompareTo(other);
    }

    private static int WholeDigits(ReadOnlySpan<char> number) =>
        number.IndexOf('.') is >= 0 and var point ? point : number.Length;

    private static Parts? Parse(string text)
    {
        var exponentAt = text.AsSpan().IndexOfAny('e', 'E');
        var mantissa = exponentAt < 0 ? text : text[..exponentAt];
        var exponent = 0;
        if (exponentAt >= 0
            && !int.TryParse(
                text.AsSpan(exponentAt + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
        {
            return null;
        }

        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var digits = point < 0 ? mantissa : mantissa.Remove(point, 1);
        return Math.Abs((long)exponent) <= 1000 && digits.Length <= 1000
            && BigInteger.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? new Parts(value, (point < 0 ? 0 : mantissa.Length - 1 - point) - exponent)
            : null;
    }

    /// <summary>The number <c>Value / 10^Scale</c>.</summary>
    private readonly record struct Parts(BigInteger Value, int Scale)
    {
        public BigInteger At(int scale) => Value * BigInteger.Pow(10, scale - Scale);

        public string? ToText()
        {
            if (Value.IsZero)
                return "0";
            var all = BigInteger.Abs(Value).ToString(CultureInfo.InvariantCulture);
            var digits = all.TrimEnd('0');
            var scale = Scale - (all.Length - digits.Length);
            if (digits.Length > MaxDigits || digits.Length - scale - 1 is < MinExponent or > MaxExponent)
                return null;
            var text = scale <= 0
                ? digits + new string('0', -scale)
                : scale >= digits.Length
                    ? $"0.{new string('0', scale - digits.Length)}{digits}"
                    : digits.Insert(digits.Length - scale, ".");
            return Value.Sign < 0 ? $"-{text}" : text;
        }
    }
}
