using System.Globalization;
using System.Text;
using Watchkeeper.Text;

namespace Watchkeeper.Patterns.Values;

/// <summary>
/// <c>cidr</c>: matches strings with an IP address whose first bits equal the network's. A plain string in a pattern that is an
/// address becomes a range with all bits, so it matches every way to write that address.
/// </summary>
/// <remarks>
/// EventBridge compares the hexadecimal digits from the left and stops as soon as they lie inside the range, without checking the
/// type of the value. So 10.0.0.0/8 also matches a00::1, and a network that begins within the first digit also matches plain
/// numbers.
/// </remarks>
internal sealed class AddressRange : ValueMatcher
{
    private const int MaxDigits = 2 * IpAddressText.MaxBytes;

    private readonly string bottom;
    private readonly string top;

    public AddressRange(ReadOnlySpan<byte> address, int bits)
    {
        var (lowest, highest) = (address.ToArray(), address.ToArray());
        for (var index = 0; index < address.Length; index++)
        {
            var free = (byte)(byte.MaxValue >> Math.Clamp(bits - (8 * index), 0, 8));
            lowest[index] &= (byte)~free;
            highest[index] |= free;
        }

        (bottom, top) = (Convert.ToHexString(lowest), Convert.ToHexString(highest));
    }

    public override string Identity => $"addresses {bottom} {top}";

    /// <summary>All bits of the address; null if the text is no address.</summary>
    public static AddressRange? OfOne(string text)
    {
        Span<byte> bytes = stackalloc byte[IpAddressText.MaxBytes];
        return IpAddressText.TryRead(text, bytes, out var length) ? new(bytes[..length], length * 8) : null;
    }

    public override bool Matches(ref Leaf leaf)
    {
        if (leaf.IsText)
        {
            Span<byte> address = stackalloc byte[IpAddressText.MaxBytes];
            Span<char> digits = stackalloc char[MaxDigits];
            return IpAddressText.TryRead(leaf.Text, address, out var length)
                && Convert.TryToHexString(address[..length], digits, out var count) && Covers(digits[..count]);
        }

        return leaf.IsWholeNumber ? Covers(Begin(leaf.Raw)) : leaf.Number is { } number && Covers(Begin(number));
    }

    private bool Covers(ReadOnlySpan<char> digits)
    {
        var length = Math.Min(digits.Length, bottom.Length);
        var fromBottom = digits[..length].SequenceCompareTo(bottom.AsSpan(0, length));
        var fromTop = digits[..length].SequenceCompareTo(top.AsSpan(0, length));
        return length == bottom.Length ? fromBottom >= 0 && fromTop <= 0 : fromBottom > 0 && fromTop < 0;
    }

    private static string Begin(ReadOnlySpan<byte> raw) => Encoding.ASCII.GetString(raw[..Math.Min(raw.Length, MaxDigits)]);

    /// <summary>
    /// The digits that the engine writes before a double's point: all whole digits, or one with a power of ten.
    /// </summary>
    private static string Begin(double number)
    {
        if (double.IsNegative(number)) return "-";
        if (number is 0 or (>= 1e-3 and < 1e7)) return ((int)number).ToString(CultureInfo.InvariantCulture);
        return number.ToString("R", CultureInfo.InvariantCulture).TrimStart('0', '.')[..1];
    }
}
