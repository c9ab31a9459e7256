using Shouldly;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Tests.Notification;

public sealed class ChatTextTests
{
    public static TheoryData<string> Hostile => [.. HostileText.Names];

    [Theory]
    [InlineData("shop_order_cpu of i-0b7d2f4a: 93.5 % > 80 %", "shop_order_cpu of i-0b7d2f4a: 93.5 % › 80 %")]
    [InlineData("*bold* _slanted_ ~struck~ `code`", "∗bold∗ ＿slanted＿ ∼struck∼ ˋcodeˋ")]
    [InlineData("<!channel> <@U012AB3CD> @here #general", "‹!channel› ‹＠U012AB3CD› ＠here ＃general")]
    [InlineData("[click](https://evil.example/a/b)", "[click] (https:∕∕evil.example/a/b)")]
    [InlineData("www.evil.example", "www․evil.example")]
    [InlineData("it is :white_check_mark: now", "it is ꞉white_check_mark: now")]
    [InlineData("Since 08:15:00 UTC (12 min) · eu-central-1", "Since 08:15:00 UTC (12 min) · eu-central-1")]
    [InlineData("【高】发生：订单", "【高】发生：订单")]
    public void Formatting_links_mentions_and_emoji_become_look_alikes(string text, string expected) =>
        ChatText.Inline(text).ShouldBe(expected);

    [Theory]
    [MemberData(nameof(Hostile))]
    public void No_text_becomes_formatting_link_or_mention(string name)
    {
        var inline = ChatText.Inline(HostileText.Get(name));
        var code = ChatText.Code(HostileText.Get(name));

        inline.IndexOfAny(['<', '>', '`', '*', '~', '@']).ShouldBe(-1);
        inline.ShouldNotContain("://");
        inline.ShouldNotContain("](");
        code[1..^1].IndexOfAny(['<', '>', '`']).ShouldBe(-1);
    }

    [Theory]
    [InlineData("https://console.example/a?b=1&c=d#e", "<https://console.example/a?b=1&c=d#e>")]
    [InlineData("https://console.example/a|b> <c", "<https://console.example/a%7Cb%3E%20%3Cc>")]
    public void An_address_of_ours_is_a_link_in_both_formats(string address, string expected) =>
        ChatText.Link(address).ShouldBe(expected);
}
