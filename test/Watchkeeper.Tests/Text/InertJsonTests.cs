using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Shouldly;
using Watchkeeper.Testing;
using Watchkeeper.Text;
using Xunit;

namespace Watchkeeper.Tests.Text;

public class InertJsonTests
{
    [Fact]
    public void Whatever_a_line_does_not_show_is_escaped()
    {
        var hidden = Enumerable.Range(0x20, char.MaxValue - 0x20 + 1)
            .Where(value => Rune.TryCreate(value, out var rune) && InertText.Line($"a{rune}b") != $"a{rune}b")
            .Select(value => (char)value)
            .ToList();

        hidden.Count.ShouldBeGreaterThan(100);
        hidden.ShouldAllBe(c => !InertJson.Encoder.Encode(c.ToString()).Contains(c));
    }

    [Fact]
    public void Whatever_a_line_shows_is_written_as_an_encoder_of_all_characters_writes_it()
    {
        var usual = JavaScriptEncoder.Create(UnicodeRanges.All);
        var shown = Enumerable.Range(0, char.MaxValue + 1)
            .Where(value => Rune.TryCreate(value, out var rune) && InertText.Line($"a{rune}b") == $"a{rune}b")
            .Select(value => ((char)value).ToString())
            .ToList();

        shown.Count.ShouldBeGreaterThan(50_000);
        shown.ShouldAllBe(text => InertJson.Encoder.Encode(text) == usual.Encode(text));
    }

    [Theory]
    [InlineData("bidi override")]
    [InlineData("bidi isolates")]
    [InlineData("zero width")]
    [InlineData("tag characters")]
    [InlineData("invisible letters")]
    [InlineData("interlinear annotation")]
    public void Text_that_hides_or_turns_is_all_printable_ASCII(string name) =>
        InertJson.Encoder.Encode(HostileText.Get(name)).ShouldAllBe(c => c >= ' ' && c <= '~');

    [Theory]
    [InlineData("CPU 使用率 é Größe אבג دهو")]
    [InlineData("a, b; c: d (e) [f] {g} = h/i - j_k")]
    public void Letters_of_every_script_stay(string text) => InertJson.Encoder.Encode(text).ShouldBe(text);
}
