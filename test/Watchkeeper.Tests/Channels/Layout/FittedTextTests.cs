using Shouldly;
using Watchkeeper.Channels.Layout;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Rendering;
using Xunit;

namespace Watchkeeper.Tests.Channels.Layout;

public sealed class FittedTextTests
{
    private static readonly MessageLine[] Lines =
    [
        new(LineRank.Essential, "", "first"),
        new(LineRank.Detail, "Account", "123"),
        new(LineRank.Advice, "", "third"),
    ];

    [Theory]
    [InlineData(1000, "first/[Account]: 123/third/foot")]
    [InlineData(31, "first/[Account]: 123/third/foot")]
    [InlineData(30, "first/third/… shortened · foot")]
    [InlineData(29, "first/… shortened · foot")]
    [InlineData(24, "first/… shortened · foot")]
    [InlineData(23, "fir…/… shortened · foot")]
    [InlineData(1, "… shortened · foot")]
    public void What_does_not_fit_goes_by_rank_and_the_footer_stays(int limit, string expected) =>
        Write(limit, "foot").ShouldBe(expected);

    [Theory]
    [InlineData(26, "first/[Account]: 123/third")]
    [InlineData(25, "first/third/… shortened")]
    public void Without_a_footer_only_a_cut_adds_a_line(int limit, string expected) => Write(limit, "").ShouldBe(expected);

    [Theory]
    [InlineData("abcd", 4, "abcd")]
    [InlineData("abcde", 4, "abc…")]
    [InlineData("ab&cd", 9, "ab&amp;cd")]
    [InlineData("ab&cd", 8, "ab&amp;…")]
    [InlineData("ab&cd", 7, "ab…")]
    [InlineData("a🔥b", 3, "a…")]
    [InlineData("🔥🔥", 1, "…")]
    [InlineData("", 1, "")]
    public void A_line_is_cut_before_it_is_escaped_and_never_inside_a_character(string text, int limit, string expected) =>
        FittedLine.Write(text, limit, each => each.Replace("&", "&amp;", StringComparison.Ordinal), each => each.Length)
            .ShouldBe(expected);

    /// <summary>The value before a template's link may end with the sign that makes an image of the link in Markdown.</summary>
    [Theory]
    [InlineData("now!", "now! join https://x.example")]
    [InlineData("now", "nowjoin https://x.example")]
    public void An_exclamation_mark_makes_no_image_of_a_link(string text, string expected) =>
        new FittedText(new Markup(), Translations.In(Locale.English), "").Write(
            [MessageLine.Own([new OwnRun(text), new OwnRun("join") { Address = "https://x.example" }])], 100, each => each.Length)
            .ShouldBe(expected);

    private static string Write(int limit, string footer) =>
        new FittedText(new Markup(), Translations.In(Locale.English), footer).Write([.. Lines], limit, text => text.Length);

    private sealed class Markup : IMarkup
    {
        public string Text(string text) => text;

        public string Bold(string text) => $"[{text}]";

        public string Link(string name, string address) => $"{name} {address}";

        public string Join(IEnumerable<string> lines) => string.Join('/', lines);
    }
}
