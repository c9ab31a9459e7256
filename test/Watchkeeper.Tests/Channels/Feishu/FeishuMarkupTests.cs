using System.Net;
using System.Text.RegularExpressions;
using Shouldly;
using Watchkeeper.Channels.Feishu;
using Watchkeeper.Testing;
using Watchkeeper.Tests.Channels.Groups;
using Watchkeeper.Text;
using Xunit;

namespace Watchkeeper.Tests.Channels.Feishu;

public sealed partial class FeishuMarkupTests
{
    private static readonly FeishuMarkup Markup = new();

    public static TheoryData<string> Hostile => [.. HostileText.Names];

    [Theory]
    [InlineData("arn:aws:iam::123456789012:user/a_b", "arn&#58;aws&#58;iam::123456789012:user/a_b")]
    [InlineData("08:15:00 UTC, jonas@example.com, 3.5 %", "08:15:00 UTC, jonas@example.com, 3.5 %")]
    [InlineData("*a* ~b~ `c` [d](e) f>g _h_", "&#42;a&#42; &#126;b&#126; &#96;c&#96; &#91;d&#93;(e) f&#62;g &#95;h&#95;")]
    [InlineData(":DONE: <at id=all></at>", "&#58;DONE: ‹at id=all&#62;‹/at&#62;")]
    [InlineData("https://evil.example www.evil.example", "https:∕∕evil.example www․evil.example")]
    [InlineData("&lt;at id=all&gt; & more", "＆lt;at id=all＆gt; & more")]
    [InlineData("AT&", "AT＆")]
    [InlineData("# a", "&#35; a")]
    [InlineData("- a", "&#45; a")]
    [InlineData("1. a", "1&#46; a")]
    public void Signs_are_numbers_so_that_people_copy_what_they_see(string text, string expected) =>
        Markup.Text(text).ShouldBe(expected);

    [Theory]
    [MemberData(nameof(Hostile))]
    public void No_text_becomes_markup_or_a_mention_even_decoded(string name)
    {
        var text = Markup.Text(InertText.Line(HostileText.Get(name)));

        InertLines.ShouldBeInert(Number().Replace(text, "").Replace("@", "", StringComparison.Ordinal));
        WebUtility.HtmlDecode(text).ShouldNotContain('<');
    }

    [GeneratedRegex("&#[0-9]+;", RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
