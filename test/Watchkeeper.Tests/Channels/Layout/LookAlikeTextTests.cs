using Shouldly;
using Watchkeeper.Channels.Layout;
using Watchkeeper.Testing;
using Watchkeeper.Tests.Channels.Groups;
using Watchkeeper.Text;
using Xunit;

namespace Watchkeeper.Tests.Channels.Layout;

public sealed class LookAlikeTextTests
{
    public static TheoryData<string> Hostile => [.. HostileText.Names];

    [Theory]
    [InlineData("[HIGH] Opened: CPU 93.2 % (limit 80 %) on order-web")]
    [InlineData("【高】发生：订单服务 CPU 93.2 %（上限 80 %）")]
    [InlineData("arn:aws:iam::123456789012:role/shop_order-web/i-0b7d2f4a")]
    [InlineData("Since 08:15:00 UTC (12 min) · eu-central-1, 3.5 of 4; -5 % & more, ticket#7")]
    [InlineData("{{severity}} ${x} 100% \\server\\share \"quoted\" 'so'")]
    public void What_people_copy_stays_as_it_is(string text) => LookAlikeText.Markdown(text).ShouldBe(text);

    [Theory]
    [InlineData("*bold* _slanted_ ~~struck~~ `code`", "∗bold∗ ＿slanted＿ ∼∼struck∼∼ ˋcodeˋ")]
    [InlineData("@all @所有人 @13800000000 <@userid> <at id=all></at>", "＠all ＠所有人 ＠13800000000 ‹＠userid› ‹at id=all›‹/at›")]
    [InlineData("[click](https://evil.example/a) ![x](http://evil.example/p.png)",
        "[click] (https:∕∕evil.example/a) ![x] (http:∕∕evil.example/p.png)")]
    [InlineData("[a][b] [a]: x", "[a] [b] [a] : x")]
    [InlineData("dingtalk://x www.evil.example WWW.evil.example", "dingtalk:∕∕x www․evil.example WWW․evil.example")]
    [InlineData("# heading", "＃ heading")]
    [InlineData("- item", "－ item")]
    [InlineData("+ item", "＋ item")]
    [InlineData("---", "－--")]
    [InlineData("===", "＝==")]
    [InlineData("1. item", "1․ item")]
    [InlineData("12) item", "12） item")]
    [InlineData("| a | b |", "｜ a ｜ b ｜")]
    [InlineData("> quote", "› quote")]
    [InlineData("&lt;b&gt; &#60; AT&T a & b", "＆lt;b＆gt; ＆＃60; AT＆T a & b")]
    [InlineData("AT&", "AT＆")]
    [InlineData(@"C:\temp\", @"C:\temp＼")]
    [InlineData("fine [微笑] [OK] /::)", "fine ［微笑] [OK] ∕::)")]
    [InlineData("<font color=\"warning\">x</font>", "‹font color=\"warning\"›x‹/font›")]
    public void Markup_becomes_look_alikes(string text, string expected) => LookAlikeText.Markdown(text).ShouldBe(expected);

    [Theory]
    [InlineData("*bold* `code` # x", "*bold* `code` # x")]
    [InlineData("<a href=\"https://evil.example\">x</a> @all", "‹a href=\"https:∕∕evil.example\"›x‹/a› ＠all")]
    [InlineData("[x](y)", "[x] (y)")]
    public void In_plain_text_only_tags_mentions_and_links_do(string text, string expected) =>
        LookAlikeText.Plain(text).ShouldBe(expected);

    [Theory]
    [MemberData(nameof(Hostile))]
    public void No_text_becomes_markup(string name)
    {
        var text = InertText.Line(HostileText.Get(name));

        InertLines.ShouldBeInert(LookAlikeText.Markdown(text));
        InertLines.ShouldHoldNoLink(LookAlikeText.Plain(text));
        LookAlikeText.Plain(text).IndexOfAny(['<', '>', '@']).ShouldBe(-1);
    }

    [Fact]
    public void An_address_of_ours_cannot_end_its_link() =>
        LinkAddress.Escape("https://wiki.example.com/a(b)/c d?e=<@all>|[x]*~`'\"#f&g=1%20_h")
            .ShouldBe("https://wiki.example.com/a%28b%29/c%20d?e=%3C%40all%3E%7C%5Bx%5D%2A~%60%27%22#f&g=1%20_h");
}
