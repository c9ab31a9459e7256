using System.Buffers;
using System.Net;
using System.Net.Sockets;

namespace Watchkeeper.Text;

/// <summary>
/// Reads IP addresses as the engine does: four decimal numbers (no octal despite a leading zero), or IPv6 in hexadecimal without
/// a zone and without a dotted tail. An IPv6 address that maps an IPv4 address is that IPv4 address.
/// </summary>
internal static class IpAddressText
{
    public const int MaxBytes = 16;

    private const int MaxIpv4Length = 15;
    private const int MaxIpv6Length = 45;
    private static readonly SearchValues<char> Ipv4Characters = SearchValues.Create("0123456789.");
    private static readonly SearchValues<char> Ipv6Characters = SearchValues.Create("0123456789abcdefABCDEF:");

    /// <summary>Writes the 4 or 16 bytes of the address.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, Span<byte> bytes, out int length)
    {
        length = 0;
        if (text.Length <= MaxIpv4Length && !text.ContainsAnyExcept(Ipv4Characters)) return TryReadIpv4(text, bytes, out length);

        return text.Length <= MaxIpv6Length && text.Contains(':') && !text.ContainsAnyExcept(Ipv6Characters)
            && IPAddress.TryParse(text, out var address) && address.AddressFamily == AddressFamily.InterNetworkV6
            && (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).TryWriteBytes(bytes, out length);
    }

    private static bool TryReadIpv4(ReadOnlySpan<char> text, Span<byte> bytes, out int length)
    {
        length = 0;
        foreach (var part in text.Split('.'))
        {
            if (length == 4 || !byte.TryParse(text[part], out bytes[length])) return false;
            length++;
        }

        return length == 4;
    }
}
