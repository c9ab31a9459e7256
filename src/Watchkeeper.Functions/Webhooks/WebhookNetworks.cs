using System.Collections.Immutable;
using System.Net;
using Microsoft.Security.AntiSSRF;

namespace Watchkeeper.Functions.Webhooks;

/// <summary>
/// The networks that webhooks may reach besides the public internet: those of receivers inside a VPC. What belongs to the
/// function itself is never one of them: loopback with Lambda's Runtime API, and link-local addresses with the metadata services
/// and the X-Ray daemon.
/// </summary>
public sealed class WebhookNetworks
{
    // RFC 1122 «this host», RFC 6890 loopback and link-local, and AWS's metadata services over IPv6.
    private static readonly ImmutableArray<IPNetwork> Never =
    [
        .. new[]
        {
            "0.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "224.0.0.0/4", "255.255.255.255/32", "::/96", "::ffff:0:0/96",
            "::ffff:0:0:0/96", "64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32", "fe80::/10", "ff00::/8",
            "fd00:ec2::/32", "fd20:ce::/32",
        }.Select(IPNetwork.Parse),
    ];

    // Spellings of IPv4 in IPv6 that the library's own list lacks (RFC 4291, section 2.5.5.1; RFC 2765, section 2.1).
    private static readonly string[] AlsoDenied = ["::/96", "::ffff:0:0:0/96"];

    private readonly ImmutableArray<IPNetwork> allowed;

    private WebhookNetworks(ImmutableArray<IPNetwork> allowed) => this.allowed = allowed;

    /// <summary>The public internet alone.</summary>
    public static WebhookNetworks Public { get; } = new([]);

    /// <summary>Reads networks in CIDR notation, separated by commas or blanks.</summary>
    /// <param name="text">The networks: <c>10.20.0.0/16,fd12:3456::/48</c>.</param>
    /// <param name="problem">Why they cannot be allowed; null on success.</param>
    public static WebhookNetworks? Parse(string text, out string? problem)
    {
        ArgumentNullException.ThrowIfNull(text);
        problem = null;
        var networks = ImmutableArray.CreateBuilder<IPNetwork>();
        foreach (var part in text.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!IPNetwork.TryParse(part, out var network) || !IsBase(part, network))
                problem ??= $"«{part}» is no network such as 10.20.0.0/16, whose bits beyond the prefix are 0";
            else if (Never.Where(each => Overlap(each, network)).Select(each => each.ToString()).FirstOrDefault() is { } never)
                problem ??= $"«{part}» overlaps {never}, which belongs to the function itself and is never allowed";
            else
                networks.Add(network);
        }

        return problem is null ? new WebhookNetworks(networks.ToImmutable()) : null;
    }

    /// <summary>
    /// The policy of all connections. It judges each address after the name is resolved, and connects to no other.
    /// </summary>
    internal AntiSSRFPolicy Policy()
    {
        // Its header is for metadata services of other clouds, and false for everybody else.
        var policy = new AntiSSRFPolicy(PolicyConfigOptions.ExternalOnlyLatest) { AddXFFHeader = false };
        policy.AddDeniedAddresses(AlsoDenied);
        if (allowed.Length > 0)
            policy.AddAllowedAddresses([.. allowed.Select(network => network.ToString())]);
        return policy;
    }

    private static bool IsBase(string text, IPNetwork network) =>
        IPAddress.TryParse(text.AsSpan(0, text.IndexOf('/', StringComparison.Ordinal)), out var address)
        && address.Equals(network.BaseAddress);

    // Bit by bit: IPNetwork takes ::ffff:0:0/96 for all of IPv4.
    private static bool Overlap(IPNetwork one, IPNetwork other)
    {
        var (a, b) = (one.BaseAddress.GetAddressBytes(), other.BaseAddress.GetAddressBytes());
        if (a.Length != b.Length)
            return false;
        var bits = Math.Min(one.PrefixLength, other.PrefixLength);
        return a.AsSpan(0, bits / 8).SequenceEqual(b.AsSpan(0, bits / 8))
            && (bits % 8 == 0 || (a[bits / 8] ^ b[bits / 8]) >> (8 - (bits % 8)) == 0);
    }
}
