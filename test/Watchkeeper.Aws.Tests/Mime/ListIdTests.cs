using Shouldly;
using Watchkeeper.Aws.Mime;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Aws.Tests.Mime;

public sealed class ListIdTests
{
    private static readonly Mailbox Sender = new("Watchkeeper", "watchkeeper@shop.example");

    public static TheoryData<string> Hostile => [.. HostileText.Names];

    [Theory]
    [InlineData("orders", "orders.watchkeeper.shop.example")]
    [InlineData("Team_A-1", "Team_A-1.watchkeeper.shop.example")]
    [InlineData("运维", "732d1ed9.watchkeeper.shop.example")]
    [InlineData("on call", "oncall-8ebce05b.watchkeeper.shop.example")]
    public void It_names_the_receiver_in_the_senders_domain(string receiver, string expected) =>
        ListId.Create(receiver, Sender).ShouldBe(expected);

    [Fact]
    public void No_two_receivers_are_one_list()
    {
        string[] receivers = ["on call", "oncall", "on\tcall", "on/call", "运维", "运 维", new('x', 40), new('x', 41), new('x', 42)];

        receivers.Select(receiver => ListId.Create(receiver, Sender)).ShouldBeUnique();
    }

    /// <summary>RFC 2919, section 3: atoms with dots between them, 255 characters at most.</summary>
    [Theory]
    [MemberData(nameof(Hostile))]
    public void Every_name_gives_a_valid_id_and_one_header(string name)
    {
        var receiver = HostileText.Get(name);
        using var mail = (Mails.Create() with { Receiver = receiver }).Read();
        using var tame = (Mails.Create() with { Receiver = "orders" }).Read();

        var id = ListId.Create(receiver, Sender);
        id.Length.ShouldBeLessThanOrEqualTo(255);
        id.ShouldMatch(@"^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)+$");
        mail.Headers["List-Id"]!.ShouldEndWith($"<{id}>");
        mail.Headers.Select(header => header.Field).ShouldBe(tame.Headers.Select(header => header.Field));
    }
}
