using System.Globalization;
using System.Text;
using CsCheck;
using Shouldly;
using Watchkeeper.Testing;
using Watchkeeper.Text;
using Xunit;

namespace Watchkeeper.Tests.Notification;

public class InertText_line
{
    [Theory]
    [InlineData("a\r\nb", "a b")]
    [InlineData("a \t\v\f\u0085\u2028\u2029\u00a0\u3000b", "a b")]
    [InlineData("\n a \n", "a")]
    [InlineData("\u202egnp.exe\u202c", "gnp.exe")]
    [InlineData("pay\u200bpal\ufeff", "paypal")]
    [InlineData("ok\U000e0069\U000e0067", "ok")]
    [InlineData("\u001b[31mred", "[31mred")]
    [InlineData("a\0b", "a b")]
    [InlineData("CPU 使用率 🔥 é", "CPU 使用率 🔥 é")]
    [InlineData("<b>&\"'", "<b>&\"'")]
    public void What_could_break_hide_or_turn_a_line_is_gone_and_all_else_stays(string text, string expected) =>
        InertText.Line(text).ShouldBe(expected);

    [Theory]
    [InlineData("high surrogate alone", "a\ufffd")]
    [InlineData("low surrogate alone", "\ufffda")]
    [InlineData("surrogates swapped", "\ufffd\ufffd")]
    [InlineData("noncharacters", "a\ufffdb\ufffdc\ufffd")]
    [InlineData("invisible letters", "abcde")]
    public void What_is_no_character_shows_as_one_that_says_so(string name, string expected) =>
        InertText.Line(HostileText.Of(name)).ShouldBe(expected);

    [Theory]
    [InlineData(4, "abc…")]
    [InlineData(5, "abcde")]
    [InlineData(6, "abcde")]
    public void It_is_shortened_where_all_can_see(int limit, string expected) =>
        InertText.Line("ab\u200bcde", limit).ShouldBe(expected);

    [Fact]
    public void Any_text_becomes_well_formed_and_printable_and_a_second_time_changes_nothing() =>
        Gen.Char.Array[0, 40].Select(chars => new string(chars)).Sample(text =>
        {
            var line = InertText.Line(text);
            var runes = line.EnumerateRunes().ToList();
            return InertText.Line(line) == line
                && Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(line)) == line
                && runes.All(rune => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
                    or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate));
        });
}
