using System.Globalization;
using System.Text.Json;
using Watchkeeper.Patterns.Values;
using Watchkeeper.Text;

namespace Watchkeeper.Patterns.Compilation;

/// <summary>
/// Parses <c>cidr</c>: an address, a slash, and the number of significant first bits (0 to 31, or 0 to 127 for IPv6).
/// </summary>
internal static class CidrReader
{
    public static AddressRange? Read(JsonElement operand, string path, Refusal refusal)
    {
        if (MatchExpressionReader.ReadText(operand, "cidr", path, refusal) is not { } text) return null;
        var parts = text.Split('/');
        if (parts.Length != 2) return refusal.None<AddressRange>(path, "cidr needs an address, one slash and a number of bits");
        if (!int.TryParse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var bits) || bits < 0)
            return refusal.None<AddressRange>(path, "the bits of cidr are a whole number that is not negative");

        Span<byte> bytes = stackalloc byte[IpAddressText.MaxBytes];
        if (!IpAddressText.TryRead(parts[0], bytes, out var length))
            return refusal.None<AddressRange>(path, $"{PatternPath.Quote(parts[0])} is not an IP address");
        return bits < length * 8
            ? new(bytes[..length], bits)
            : refusal.None<AddressRange>(path, "the bits of cidr are less than 32 for IPv4 and less than 128 for IPv6");
    }
}
