using System.Buffers.Binary;
using System.Net;
using CsCheck;
using Shouldly;
using Xunit;
using static Watchkeeper.Tests.Patterns.Asking;

namespace Watchkeeper.Tests.Patterns;

public class AddressRangeTests
{
    [Theory]
    [InlineData("10.0.0.0/24", "10.0.0.255", true)]
    [InlineData("10.0.0.0/24", "10.0.1.0", false)]
    [InlineData("10.0.0.77/24", "10.0.0.1", true)]
    [InlineData("10.0.0.0/0", "255.255.255.255", true)]
    [InlineData("10.0.0.0/31", "10.0.0.1", true)]
    [InlineData("10.0.0.0/31", "10.0.0.2", false)]
    [InlineData("10.0.0.1/31", "10.0.0.0", true)]
    [InlineData("10.0.0.0/8", "10.0.0.0/8", false)]
    [InlineData("10.0.0.0/8", "10.0.0", false)]
    [InlineData("10.0.0.0/8", "10.0.0.256", false)]
    [InlineData("10.0.0.0/8", "10.0.0.1 ", false)]
    [InlineData("10.0.0.0/8", "", false)]
    [InlineData("10.0.0.0/8", "host", false)]
    [InlineData("10.0.0.0/8", "::ffff:a01:203", true)]
    [InlineData("2001:db8::/32", "2001:db8:ffff::1", true)]
    [InlineData("2001:db8::/32", "2001:db9::", false)]
    [InlineData("2001:DB8::/127", "2001:0db8:0:0:0:0:0:1", true)]
    [InlineData("2001:db8::/127", "2001:db8::2", false)]
    [InlineData("::/0", "fe80::1", true)]
    [InlineData("fe80::/10", "fe80::1%eth0", false)]
    public void A_network_contains_the_addresses_that_begin_with_its_prefix(string network, string address, bool expected) =>
        ValueMatches($$"""[{"cidr":"{{network}}"}]""", $"\"{address}\"").ShouldBe(expected);

    [Theory]
    [InlineData("0.0.0.0/0", "::", true)]
    [InlineData("0.0.0.0/0", "fe80::1", true)]
    [InlineData("::/0", "10.0.0.1", true)]
    [InlineData("::/0", "0.0.0.0", false)]
    [InlineData("::/0", "255.255.255.255", false)]
    [InlineData("192.168.0.0/16", "c0a8:77::", true)]
    [InlineData("192.168.0.0/16", "c0a9:77::", false)]
    [InlineData("ffff::/16", "255.255.0.1", true)]
    [InlineData("fd00::/8", "253.0.0.1", true)]
    [InlineData("fd00::/8", "254.0.0.1", false)]
    [InlineData("10.0.0.1", "a00:1::5", true)]
    [InlineData("10.0.0.1", "a00:2::5", false)]
    public void The_families_of_addresses_differ_by_their_digits_only(string network, string address, bool expected) =>
        ValueMatches(network.Contains('/') ? $$"""[{"cidr":"{{network}}"}]""" : $"[\"{network}\"]", $"\"{address}\"")
            .ShouldBe(expected);

    [Theory]
    [InlineData("0.0.0.0/0", "5", true)]
    [InlineData("0.0.0.0/0", "1984", true)]
    [InlineData("0.0.0.0/0", "3.75", true)]
    [InlineData("0.0.0.0/0", "2e-7", true)]
    [InlineData("0.0.0.0/0", "8e30", true)]
    [InlineData("0.0.0.0/0", "0", false)]
    [InlineData("0.0.0.0/0", "0.75", false)]
    [InlineData("0.0.0.0/0", "-5", false)]
    [InlineData("0.0.0.0/0", "-0.5", false)]
    [InlineData("64.0.0.0/2", "5", true)]
    [InlineData("64.0.0.0/2", "4", false)]
    [InlineData("64.0.0.0/2", "80", false)]
    [InlineData("10.0.0.0/8", "10", false)]
    [InlineData("::/0", "7", true)]
    [InlineData("0.0.0.0/0", "1e400", false)]
    public void A_network_whose_prefix_ends_within_the_first_digit_contains_numbers_too(
        string network, string number, bool expected) =>
        ValueMatches($$"""[{"cidr":"{{network}}"}]""", number).ShouldBe(expected);

    [Theory]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("\"5\"")]
    public void A_value_that_is_no_address_and_no_number_is_in_no_network(string value) =>
        ValueMatches("""[{"cidr":"0.0.0.0/0"},{"cidr":"::/0"}]""", value).ShouldBeFalse();

    [Theory]
    [InlineData("10.0.0.1", "10.0.0.1", true)]
    [InlineData("10.0.0.1", "10.000.00.01", true)]
    [InlineData("10.0.0.1", "10.0.0.2", false)]
    [InlineData("2001:db8::1", "2001:0DB8:0:0::1", true)]
    [InlineData("2001:db8::1", "2001:db8::2", false)]
    [InlineData("10.0.0.1", "10.0.0.1/32", false)]
    public void A_plain_address_is_matched_however_it_is_written(string inPattern, string inEvent, bool expected) =>
        ValueMatches($"[\"{inPattern}\"]", $"\"{inEvent}\"").ShouldBe(expected);

    [Theory]
    [InlineData("\"10.0.0.0\"")]
    [InlineData("\"10.0.0.0/\"")]
    [InlineData("\"/8\"")]
    [InlineData("\"10.0.0.0/8/8\"")]
    [InlineData("\"10.0.0.0/32\"")]
    [InlineData("\"10.0.0.0/33\"")]
    [InlineData("\"10.0.0.0/-1\"")]
    [InlineData("\"10.0.0.0/x\"")]
    [InlineData("\"10.0.0.0/1.5\"")]
    [InlineData("\"10.0.0/8\"")]
    [InlineData("\"10.0.0.256/8\"")]
    [InlineData("\"host/8\"")]
    [InlineData("\"2001:db8::/128\"")]
    [InlineData("\"2001:db8::/129\"")]
    [InlineData("\"2001:zz8::/32\"")]
    [InlineData("\"\"")]
    [InlineData("8")]
    [InlineData("null")]
    [InlineData("[\"10.0.0.0/8\"]")]
    public void An_invalid_network_is_refused(string operand) =>
        Refusal($$"""{"v":[{"cidr":{{operand}}}]}""").Path.ShouldBe("$.v[0].cidr");

    [Fact]
    public void Four_byte_networks_agree_with_arithmetic() =>
        Gen.Select(Gen.UInt, Gen.UInt, Gen.Int[0, 31]).Sample((network, noise, bits) =>
        {
            var address = network ^ (noise >> (int)(noise % 32));
            var mask = bits == 0 ? 0 : uint.MaxValue << (32 - bits);

            ValueMatches($$"""[{"cidr":"{{Written(network)}}/{{bits}}"}]""", $"\"{Written(address)}\"")
                .ShouldBe((network & mask) == (address & mask));
        });

    [Fact]
    public void Sixteen_byte_networks_agree_with_arithmetic() =>
        Gen.Select(Gen.ULong, Gen.ULong, Gen.Int[0, 127], Gen.Int[0, 127]).Sample((high, low, bits, flipped) =>
        {
            var network = new UInt128(high, low);
            var address = network ^ (UInt128.One << flipped);
            var mask = bits == 0 ? UInt128.Zero : UInt128.MaxValue << (128 - bits);

            ValueMatches($$"""[{"cidr":"{{Written(network)}}/{{bits}}"}]""", $"\"{Written(address)}\"")
                .ShouldBe((network & mask) == (address & mask));
        });

    private static string Written(uint address)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, address);
        return new IPAddress(bytes).ToString();
    }

    /// <summary>Writes eight groups, so that no address ends in a dotted quad.</summary>
    private static string Written(UInt128 address) =>
        string.Join(':', Enumerable.Range(0, 8).Select(group => ((ushort)(address >> (112 - (16 * group)))).ToString("x", null)));
}
