using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Watchkeeper.Text;

namespace Watchkeeper.Detections.Conditions;

/// <summary>
/// Whether networks in CIDR notation, taken together, are nearly everybody: more public addresses than any one organisation has.
/// That is a /7 of IPv4 or a /12 of IPv6 (the size that a regional registry gets), as one network or in parts. Private networks
/// («IANA IPv4 Special-Purpose Address Registry») do not count. Bits behind the prefix are ignored, as EC2 does.
/// </summary>
internal static class EverybodyNetwork
{
    private const int Ipv4Bits = 32;
    private const int Ipv6Bits = 128;
    private const int WideIpv4 = 7;
    private const int WideIpv6 = 12;

    private static readonly ImmutableArray<(int Bits, (UInt128 First, UInt128 Last) Range)> Private =
    [
        .. ((string[])
            [
                "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7",
                "fe80::/10",
            ])
            .Select(text => Parse(text)!.Value),
    ];

    /// <summary>Whether the values are everybody. A value that is no network counts as none.</summary>
    public static bool IsMetBy(ImmutableArray<JsonElement> values)
    {
        var networks = values.Where(value => value.ValueKind is JsonValueKind.String)
            .Select(value => Parse(JsonText.Read(value).Trim()))
            .OfType<(int Bits, (UInt128 First, UInt128 Last) Range)>().ToList();
        return Size(networks, Ipv4Bits) >= UInt128.One << (Ipv4Bits - WideIpv4)
            || Size(networks, Ipv6Bits) >= UInt128.One << (Ipv6Bits - WideIpv6);
    }

    // The number of public addresses of one family.
    private static UInt128 Size(List<(int Bits, (UInt128 First, UInt128 Last) Range)> networks, int bits)
    {
        var ranges = networks.Where(network => network.Bits == bits).Select(network => network.Range).ToList();
        var hidden =
            from range in ranges
            from other in Private
            where other.Bits == bits
            let first = UInt128.Max(range.First, other.Range.First)
            let last = UInt128.Min(range.Last, other.Range.Last)
            where first <= last
            select (first, last);
        return Sum(ranges) - Sum(hidden);
    }

    private static UInt128 Sum(IEnumerable<(UInt128 First, UInt128 Last)> ranges)
    {
        UInt128 sum = 0;
        UInt128? end = null;
        foreach (var (first, last) in ranges.OrderBy(range => range.First))
        {
            if (end is { } reached && last <= reached)
                continue;
            var from = end is { } covered && covered >= first ? covered + 1 : first;
            sum = Add(sum, last - from);
            end = last;
        }

        return sum;
    }

    // All addresses of IPv6 are one more than fit in the type.
    private static UInt128 Add(UInt128 sum, UInt128 sizeLessOne) =>
        sizeLessOne >= UInt128.MaxValue - sum ? UInt128.MaxValue : sum + sizeLessOne + 1;

    private static (int Bits, (UInt128 First, UInt128 Last) Range)? Parse(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        Span<byte> bytes = stackalloc byte[IpAddressText.MaxBytes];
        if (!IpAddressText.TryRead(slash < 0 ? text : text[..slash], bytes, out var length))
            return null;
        var bits = length * 8;
        var prefix = bits;
        if (slash >= 0 && !TryPrefix(text.AsSpan(slash + 1), bits, out prefix))
            return null;
        UInt128 address = 0;
        foreach (var octet in bytes[..length])
            address = (address << 8) | octet;
        var hosts = prefix == 0 ? (bits == Ipv6Bits ? UInt128.MaxValue : uint.MaxValue) : (UInt128.One << (bits - prefix)) - 1;
        return (bits, (address & ~hosts, address | hosts));
    }

    // EC2 refuses 0.0.0.0/00; what a caller means by it is unknown.
    private static bool TryPrefix(ReadOnlySpan<char> text, int bits, out int prefix) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out prefix)
        && prefix <= bits && (text.Length == 1 || text[0] != '0');
}
