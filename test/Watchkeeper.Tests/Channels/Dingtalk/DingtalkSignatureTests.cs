using Shouldly;
using Watchkeeper.Channels.Dingtalk;
using Watchkeeper.Tests.Channels.Groups;
using Xunit;

namespace Watchkeeper.Tests.Channels.Dingtalk;

public sealed class DingtalkSignatureTests
{
    private const string Address = "https://oapi.dingtalk.com/robot/send?access_token=abc";
    private const string Secret = "SEC0123456789abcdef";

    // printf '1795507200000\nSEC0123456789abcdef' | openssl dgst -sha256 -hmac SEC0123456789abcdef -binary | base64
    private const string Signed = $"{Address}&timestamp=1795507200000&sign=ZszizklmiYLWLsQNTUXO78lLGGW8%2BRke8ZIsqbkhCmU%3D";

    [Fact]
    public void Time_and_signature_both_stand_in_the_address() =>
        DingtalkSignature.Sign(Address, Secret, GroupDeliveries.At).ShouldBe(Signed);

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    public void Without_a_secret_the_address_stays_as_it_is(string secret) =>
        DingtalkSignature.Sign(Address, secret, GroupDeliveries.At).ShouldBe(Address);

    [Fact]
    public void A_line_feed_that_was_pasted_with_the_secret_does_not_spoil_the_signature() =>
        DingtalkSignature.Sign(Address, $"{Secret}\r\n", GroupDeliveries.At).ShouldBe(Signed);

    [Theory]
    [InlineData($"{Address}&timestamp=1600000000000&sign=OLD")]
    [InlineData($"https://oapi.dingtalk.com/robot/send?sign=OLD&access_token=abc&timestamp=1600000000000#top")]
    public void An_old_signature_in_the_address_gives_way(string address) =>
        DingtalkSignature.Sign(address, Secret, GroupDeliveries.At).ShouldBe(Signed);

    [Fact]
    public void An_address_without_a_query_gets_one() =>
        DingtalkSignature.Sign("https://example.com/robot", Secret, GroupDeliveries.At)
            .ShouldStartWith("https://example.com/robot?timestamp=1795507200000&sign=");

    [Fact]
    public void A_signature_is_escaped_once()
    {
        for (var second = 0; second < 200; second++)
        {
            var sign = DingtalkSignature.Sign(Address, Secret, GroupDeliveries.At.AddSeconds(second)).Split("&sign=")[1];

            sign.IndexOfAny(['+', '/', '=']).ShouldBe(-1);
            Convert.FromBase64String(Uri.UnescapeDataString(sign)).Length.ShouldBe(32);
        }
    }
}
