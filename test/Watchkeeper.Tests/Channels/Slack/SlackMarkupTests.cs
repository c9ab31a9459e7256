using Shouldly;
using Watchkeeper.Channels.Layout;
using Watchkeeper.Channels.Slack;
using Xunit;

namespace Watchkeeper.Tests.Channels.Slack;

public sealed class SlackMarkupTests
{
    private static readonly IMarkup Markup = new SlackMarkup();

    [Theory]
    [InlineData("93.5 % > 80 % & rising", "93.5 % &gt; 80 % &amp; rising")]
    [InlineData("<!channel> <@U012AB3CD>", "&lt;!channel&gt; &lt;@U012AB3CD&gt;")]
    [InlineData("&lt;!channel&gt;", "&amp;lt;!channel&amp;gt;")]
    [InlineData("> quoted", "› quoted")]
    [InlineData("• item", "· item")]
    [InlineData("*bold* _slanted_ ~struck~ `code`", "∗bold∗ ＿slanted＿ ∼struck∼ ˋcodeˋ")]
    [InlineData("shop_order_cpu", "shop_order_cpu")]
    [InlineData("it is :fire: and :ありがとう:", "it is ꞉fire: and ꞉ありがとう:")]
    [InlineData(":+1: :100: :1234:", "꞉+1: ꞉100: ꞉1234:")]
    [InlineData("Since 08:15:00 UTC: now", "Since 08:15:00 UTC: now")]
    [InlineData("li.wei@example.com, https://wiki.example.com", "li.wei@example.com, https://wiki.example.com")]
    [InlineData("【高】发生：订单", "【高】发生：订单")]
    [InlineData("", "")]
    public void Text_is_escaped_and_no_format(string text, string expected) => Markup.Text(text).ShouldBe(expected);

    [Theory]
    [InlineData("arn:aws:sns:eu-central-1:1:*_x_", "`arn:aws:sns:eu-central-1:1:*_x_`")]
    [InlineData("a`<b>&", "`aˋ&lt;b&gt;&amp;`")]
    public void A_value_can_be_copied_as_it_is(string text, string expected) => Markup.Value(text).ShouldBe(expected);

    [Theory]
    [InlineData("Account", ": ", "*Account:* 1")]
    [InlineData("账号", "：", "*账号：* 1")]
    [InlineData("x:smile", ": ", "*x꞉smile:* 1")]
    public void A_label_is_bold_with_its_colon(string label, string colon, string expected) =>
        Markup.Field(label, colon, "1").ShouldBe(expected);

    [Fact]
    public void An_address_cannot_leave_its_link() =>
        Markup.Link("a|b>", "https://x.example/?a=1&b=<2|3> 4")
            .ShouldBe("<https://x.example/?a=1&amp;b=%3C2%7C3%3E%204|a¦b&gt;>");

    [Theory]
    [InlineData("U012AB3CD,W1,S012AB3CD", "<@U012AB3CD> <@W1> <!subteam^S012AB3CD>")]
    [InlineData("here, channel ,everyone,all", "<!here> <!channel> <!everyone> <!channel>")]
    [InlineData("u012ab3cd,@here,<!channel>,U1|x,U,C012AB3CD,U1>,", "")]
    [InlineData("", "")]
    public void Only_ids_and_names_of_Slack_are_mentions(string setting, string expected) =>
        SlackMentions.Write(setting).ShouldBe(expected);
}
