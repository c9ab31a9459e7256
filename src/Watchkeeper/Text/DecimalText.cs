using System.Globalization;

namespace Watchkeeper.Text;

/// <summary>
/// Reads JSON numbers as the engine compares them: as doubles whose decimal digits are exact. A number that a double would round
/// (more than about 17 digits, beyond 1.8e308) is not comparable.
/// </summary>
internal static class DecimalText
{
    private const int MaxDigits = 24;

    public static bool TryRead(ReadOnlySpan<byte> json, out double value)
    {
        if (!double.TryParse(json, NumberStyles.Float, CultureInfo.InvariantCulture, out value) || !double.IsFinite(value))
            return false;

        Span<byte> shortest = stackalloc byte[40];
        return value.TryFormat(shortest, out var length, "R", CultureInfo.InvariantCulture)
            && SameDecimal(json, shortest[..length]);
    }

    private static bool SameDecimal(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        Span<byte> digits = stackalloc byte[MaxDigits];
        Span<byte> otherDigits = stackalloc byte[MaxDigits];
        return Normalize(one, digits, out var count, out var exponent)
            && Normalize(other, otherDigits, out var otherCount, out var otherExponent)
            && digits[..count].SequenceEqual(otherDigits[..otherCount])
            && (count == 0 || (exponent == otherExponent && (one[0] == '-') == (other[0] == '-')));
    }

    /// <summary>The number as 0.DIGITS times ten to the exponent, without zeros at either end of the digits.</summary>
    private static bool Normalize(ReadOnlySpan<byte> json, Span<byte> digits, out int count, out long exponent)
    {
        (count, exponent) = (0, 0);
        var zeros = 0;
        var afterPoint = false;
        var at = json[0] is (byte)'-' or (byte)'+' ? 1 : 0;
        for (; at < json.Length && json[at] is not ((byte)'e' or (byte)'E'); at++)
        {
            if (json[at] == '.')
            {
                afterPoint = true;
                continue;
            }

            if (count == 0 && json[at] == '0')
            {
                exponent -= afterPoint ? 1 : 0;
                continue;
            }

            exponent += afterPoint ? 0 : 1;
            if (json[at] == '0')
            {
                zeros++;
                continue;
            }

            if (count + zeros >= digits.Length) return false;
            digits.Slice(count, zeros).Fill((byte)'0');
            count += zeros;
            zeros = 0;
            digits[count++] = json[at];
        }

        exponent += at < json.Length ? Exponent(json[(at + 1)..]) : 0;
        return true;
    }

    private static long Exponent(ReadOnlySpan<byte> json)
    {
        // An exponent too long for an integer belongs to zero: any other such number is no finite double, or rounds to zero.
        return int.TryParse(json, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent) ? exponent : 0;
    }
}
