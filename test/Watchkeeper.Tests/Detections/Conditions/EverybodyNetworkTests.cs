using System.Text.Json;
using Shouldly;
using Watchkeeper.Detections.Conditions;
using Xunit;

namespace Watchkeeper.Tests.Detections.Conditions;

public sealed class EverybodyNetworkTests
{
    [Theory]
    [InlineData("0.0.0.0/0")]
    [InlineData("8.8.8.8/0")]
    [InlineData("::/0")]
    [InlineData("0::/0")]
    [InlineData("0:0:0:0:0:0:0:0/0")]
    [InlineData("2001:db8::1/0")]
    [InlineData("2000::/3")]
    [InlineData("::ffff:0:0/0")]
    [InlineData(" 0.0.0.0/0 ")]
    [InlineData("0.0.0.0/1", "128.0.0.0/1")]
    [InlineData("0.0.0.0/2", "64.0.0.0/2", "128.0.0.0/2", "192.0.0.0/2")]
    [InlineData("0.0.0.0/1")]
    [InlineData("64.0.0.0/7")]
    [InlineData("64.0.0.0/8", "66.0.0.0/8")]
    [InlineData("64.0.0.0/8", "65.0.0.0/9", "65.128.0.0/9")]
    [InlineData("8000::/1", "::/1")]
    [InlineData("2a00::/12")]
    [InlineData("10.0.0.0/8", "0.0.0.0/0")]
    [InlineData("no network", "0.0.0.0/0")]
    public void Networks_that_hold_nearly_everybody_are_everybody(params string[] networks) => Is(networks).ShouldBeTrue();

    [Theory]
    [InlineData("203.0.113.7")]
    [InlineData("203.0.113.0/24")]
    [InlineData("64.0.0.0/8")]
    // The same twice is not more.
    [InlineData("64.0.0.0/8", "64.0.0.0/8", "64.1.0.0/16")]
    [InlineData("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "169.254.0.0/16")]
    [InlineData("10.0.0.0/7")]
    [InlineData("fd00::/8")]
    [InlineData("2001:db8::/32")]
    // Ambiguous, and refused by EC2.
    [InlineData("0.0.0.0/00")]
    [InlineData("0.0.0.0/33")]
    [InlineData("0.0.0.0/-1")]
    [InlineData("0.0.0.0/")]
    [InlineData("/0")]
    [InlineData("")]
    [InlineData("sg-12345678")]
    public void Narrower_networks_and_other_texts_are_not(params string[] networks) => Is(networks).ShouldBeFalse();

    [Fact]
    public void Values_other_than_texts_are_no_networks() =>
        EverybodyNetwork.IsMetBy([JsonElement.Parse("0"), JsonElement.Parse("{}"), JsonElement.Parse("true")]).ShouldBeFalse();

    private static bool Is(string[] networks) =>
        EverybodyNetwork.IsMetBy([.. networks.Select(text => JsonElement.Parse(JsonSerializer.Serialize(text)))]);
}
