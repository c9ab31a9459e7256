using Shouldly;
using Watchkeeper.Text;
using Xunit;

namespace Watchkeeper.Tests.Text;

public class QuotedTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData(@"\a\b\f\n\r\t\v\\\""", "\a\b\f\n\r\t\v\\\"")]
    [InlineData(@"\101\x41\u0041\U00000041", "AAAA")]
    [InlineData(@"\xf0\x9f\x99\x82", "🙂")]
    [InlineData(@"\360\237\231\202", "🙂")]
    [InlineData(@"\xF0\u005f", null)]
    [InlineData(@"\U0001F642", "🙂")]
    [InlineData(@"\xf0\x9f", null)]
    [InlineData(@"\x80", null)]
    [InlineData(@"\377", null)]
    [InlineData(@"\400", null)]
    [InlineData(@"\18", null)]
    [InlineData(@"\x4", null)]
    [InlineData(@"\xg1", null)]
    [InlineData(@"\u004", null)]
    [InlineData(@"\ud83d\ude42", null)]
    [InlineData(@"\U00110000", null)]
    [InlineData(@"\UFFFFFFFF", null)]
    [InlineData(@"\d", null)]
    [InlineData(@"\.", null)]
    [InlineData(@"\'", null)]
    [InlineData(@"\/", null)]
    [InlineData(@"a\", null)]
    [InlineData("a\nb", null)]
    [InlineData("a\rb\tc", "a\rb\tc")]
    [InlineData("服务 'x' `y`", "服务 'x' `y`")]
    public void Quoted_text_has_the_escapes_of_Go(string content, string? text) => QuotedText.Read(content).ShouldBe(text);

    [Fact]
    public void Half_a_character_is_no_text() => QuotedText.Read("a\ud83d").ShouldBeNull();

    [Theory]
    [InlineData("a b", "\"a b\"")]
    [InlineData("\"\\\n\a", "\"\\\"\\\\\\n\\a\"")]
    [InlineData("\u001b[31m\u007f", "\"\\x1b[31m\\x7f\"")]
    [InlineData("警🔥é", "\"警🔥é\"")]
    [InlineData("\u202e\u00a0\u0085\u3000", "\"\\u202e\\u00a0\\u0085\\u3000\"")]
    [InlineData("\U000e0069", "\"\\U000e0069\"")]
    public void What_cannot_be_seen_is_escaped(string text, string quoted) => QuotedText.Write(text).ShouldBe(quoted);
}
