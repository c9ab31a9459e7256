using System.Globalization;
using System.Text;
using CsCheck;
using Shouldly;
using Watchkeeper.Testing;
using Watchkeeper.Text;
using Xunit;

namespace Watchkeeper.Tests.Notification;

public class InertTextTests
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
    public void Characters_that_break_hide_or_turn_a_line_are_removed_and_all_others_stay(string text, string expected) =>
        InertText.Line(text).ShouldBe(expected);

    [Theory]
    [InlineData("high surrogate alone", "a\ufffd")]
    [InlineData("low surrogate alone", "\ufffda")]
    [InlineData("surrogates swapped", "\ufffd\ufffd")]
    [InlineData("noncharacters", "a\ufffdb\ufffdc\ufffd")]
    [InlineData("invisible letters", "abcde")]
    public void An_invalid_character_is_replaced_by_the_replacement_character(string name, string expected) =>
        InertText.Line(HostileText.Get(name)).ShouldBe(expected);

    [Theory]
    [InlineData(4, "abc…")]
    [InlineData(5, "abcde")]
    [InlineData(6, "abcde")]
    public void A_shortened_text_shows_that_it_was_shortened(int limit, string expected) =>
        InertText.Line("ab\u200bcde", limit).ShouldBe(expected);

    [Fact]
    public void Any_text_becomes_well_formed_and_printable_and_a_second_pass_changes_nothing() =>
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
