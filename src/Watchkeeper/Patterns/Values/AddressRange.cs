using Watchkeeper.Patterns.Reading;

namespace Watchkeeper.Patterns.Values;

/// <summary>
/// <c>cidr</c>: strings that are IP addresses whose first bits are the network's. Addresses of the other family are outside.
/// A plain string in a pattern that is an address is this with all its bits, so it matches every way to write that address.
/// </summary>
internal sealed class AddressRange(byte[] network, int bits) : ValueMatcher
{
    /// <summary>All bits of the address, or null when the text is none.</summary>
    public static AddressRange? OfOne(string text)
    {
        Span<byte> bytes = stackalloc byte[IpAddressText.MostBytes];
        return IpAddressText.TryRead(text, bytes, out var length) ? new(bytes[..length].ToArray(), length * 8) : null;
    }

    public override bool Matches(ref Leaf leaf)
    {
        Span<byte> address = stackalloc byte[IpAddressText.MostBytes];
        return leaf.Text is { } text && IpAddressText.TryRead(text, address, out var length) && length == network.Length
            && Covers(address);
    }

    private bool Covers(ReadOnlySpan<byte> address)
    {
        var (whole, rest) = Math.DivRem(bits, 8);
        return address[..whole].SequenceEqual(network.AsSpan(0, whole))
            && (rest == 0 || ((address[whole] ^ network[whole]) >> (8 - rest)) == 0);
    }
}
