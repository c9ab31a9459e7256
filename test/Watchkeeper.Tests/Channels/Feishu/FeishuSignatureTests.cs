using Shouldly;
using Watchkeeper.Channels.Feishu;
using Watchkeeper.Tests.Channels.Groups;
using Xunit;

namespace Watchkeeper.Tests.Channels.Feishu;

public sealed class FeishuSignatureTests
{
    // printf '' | openssl dgst -sha256 -hmac "$(printf '1795507200\nfeishu-secret')" -binary | base64
    private static readonly FeishuSignature Signed = new("1795507200", "75LVt81WWCrQLiR+Q4ijHDdqYng8VaYdXWVryC2+xWw=");

    [Theory]
    [InlineData("feishu-secret")]
    [InlineData(" feishu-secret\n")]
    public void Time_and_secret_are_the_key_over_nothing(string secret) =>
        FeishuSignature.Create(secret, GroupDeliveries.At).ShouldBe(Signed);

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    public void Without_a_secret_there_is_none(string secret) =>
        FeishuSignature.Create(secret, GroupDeliveries.At).ShouldBeNull();
}
