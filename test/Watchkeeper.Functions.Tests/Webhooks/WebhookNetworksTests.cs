using System.Net;
using System.Net.Sockets;
using Shouldly;
using Watchkeeper.Aws.Connections;
using Watchkeeper.Channels.Http;
using Watchkeeper.Functions.Webhooks;
using Watchkeeper.Notification;
using Xunit;

namespace Watchkeeper.Functions.Tests.Webhooks;

public sealed class WebhookNetworksTests
{
    // Spellings of addresses that belong to the function, its network or its cloud.
    public static TheoryData<string> Spellings() => new(
        "127.0.0.1", "127.1", "127.0.1", "2130706433", "0x7f000001", "0x7f.0.0.1", "0x7f.1", "0177.0.0.1", "017700000001",
        "127.0.0.1.", "127.255.255.254", "localhost", "LOCALHOST", "localhost.", "１２７.０.０.１", "127。0。0。1", "①②⑦.⓪.⓪.①",
        "[::1]", "[0:0:0:0:0:0:0:1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::127.0.0.1]", "[::7f00:1]",
        "[0:0:0:0:0:ffff:127.0.0.1]", "[::ffff:0:127.0.0.1]", "[64:ff9b::127.0.0.1]", "[64:ff9b:1::7f00:1]", "[2002:7f00:1::]",
        "0", "0.0.0.0", "0x0", "[::]", "[::ffff:0.0.0.0]",
        "169.254.169.254", "2852039166", "0xa9fea9fe", "0xA9.0xFE.0xA9.0xFE", "0251.0376.0251.0376", "169.254.43518",
        "169.16689662", "[::ffff:169.254.169.254]", "[::ffff:a9fe:a9fe]", "[64:ff9b::a9fe:a9fe]", "[2002:a9fe:a9fe::]",
        "[::169.254.169.254]", "[fd00:ec2::254]", "[fd00:ec2::23]", "169.254.170.2", "169.254.170.23", "169.254.79.129",
        "169.254.169.123", "[2001:0:a9fe:a9fe::]", "100.100.100.200", "168.63.129.16", "100.64.0.1",
        "10.0.0.1", "172.16.0.1", "172.31.255.254", "192.168.1.1", "192.0.0.192", "198.18.0.1", "224.0.0.1", "255.255.255.255",
        "240.0.0.1", "[fe80::1]", "[fe80::1%25lo]", "[fc00::1]", "[fd12:3456::1]", "[fec0::1]", "[ff02::1]", "[::ffff:10.0.0.1]");

    [Theory]
    [MemberData(nameof(Spellings))]
    public async Task No_spelling_reaches_what_belongs_to_the_function(string host)
    {
        // Whoever listens everywhere would get the connection.
        using var listener = new TcpListener(IPAddress.IPv6Any, 0);
        listener.Server.DualMode = true;
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        using var client = new WebhookClient(
            WebhookConnections.Create(WebhookNetworks.Public, TrustStore.Amazon), TimeProvider.System)
        {
            Limit = TimeSpan.FromSeconds(5),
        };

        var result = await client.SendAsync(
            new HttpCall($"https://{host}:{port}/") { Body = [] }, TestContext.Current.CancellationToken);

        // Some spellings are names that nobody resolves.
        var outcome = result.ShouldBeOfType<HttpResult.Unanswered>().Result;
        (outcome is SendResult.GiveUp || outcome is SendResult.Retry { Reason: var reason }
            && reason.EndsWith("cannot be resolved", StringComparison.Ordinal)).ShouldBeTrue(outcome.ToString());
        listener.Pending().ShouldBeFalse();
    }

    [Theory]
    [InlineData("10.20.0.0/16")]
    [InlineData("10.20.0.0/16,192.168.4.0/22 fd12:3456::/48")]
    [InlineData("")]
    public void Networks_of_ones_own_can_be_allowed(string text)
    {
        WebhookNetworks.Parse(text, out var problem).ShouldNotBeNull();
        problem.ShouldBeNull();
    }

    [Theory]
    [InlineData("169.254.0.0/16", "overlaps 169.254.0.0/16")]
    [InlineData("169.254.169.254/32", "overlaps 169.254.0.0/16")]
    [InlineData("0.0.0.0/0", "overlaps 0.0.0.0/8")]
    [InlineData("127.0.0.1/32", "overlaps 127.0.0.0/8")]
    [InlineData("::/0", "overlaps ::/96")]
    [InlineData("::1/128", "overlaps ::/96")]
    [InlineData("fe80::/64", "overlaps fe80::/10")]
    [InlineData("fd00::/8", "overlaps fd00:ec2::/32")]
    [InlineData("::ffff:169.254.169.254/128", "overlaps")]
    [InlineData("10.0.0.1/16", "is no network")]
    [InlineData("10.0.0.0/16,metadata", "is no network")]
    [InlineData("10.0.0.0/33", "is no network")]
    public void What_belongs_to_the_function_is_never_allowed(string text, string problem)
    {
        WebhookNetworks.Parse(text, out var said).ShouldBeNull();
        said.ShouldNotBeNull().ShouldContain(problem);
    }

    [Fact]
    public async Task An_allowed_network_is_tried_and_its_neighbour_is_not()
    {
        using var client = new WebhookClient(
            WebhookConnections.Create(WebhookNetworks.Parse("10.255.255.0/24", out _)!, TrustStore.Amazon), TimeProvider.System)
        {
            Limit = TimeSpan.FromMilliseconds(300),
        };

        (await SendAsync("https://10.255.255.1:9/")).ShouldBeOfType<SendResult.Retry>();
        (await SendAsync("https://10.255.254.1:9/")).ShouldBeOfType<SendResult.GiveUp>().Reason.ShouldContain("WebhookNetworks");

        async Task<SendResult> SendAsync(string url) =>
            (await client.SendAsync(new HttpCall(url) { Body = [] }, TestContext.Current.CancellationToken))
                .ShouldBeOfType<HttpResult.Unanswered>().Result;
    }
}
