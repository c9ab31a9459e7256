using System.Text;
using CsCheck;
using Shouldly;
using Watchkeeper.Aws.Channels;
using Xunit;

namespace Watchkeeper.Aws.Tests.Channels;

public class VisibleCutTests
{
    [Theory]
    [InlineData("abcdef", 7, "abcdef")]
    [InlineData("abcdef", 6, "abcdef")]
    [InlineData("abcdef", 5, "ab…")]
    [InlineData("警报警报", 12, "警报警报")]
    [InlineData("警报警报", 11, "警报…")]
    [InlineData("警报警报", 9, "警报…")]
    [InlineData("警报警报", 8, "警…")]
    [InlineData("a🔥🔥", 8, "a🔥…")]
    [InlineData("a🔥🔥", 7, "a…")]
    [InlineData("abcdef", 3, "…")]
    [InlineData("abcdef", 2, "")]
    public void A_text_is_cut_by_bytes_and_never_inside_a_character(string text, int limit, string expected) =>
        VisibleCut.To(text, limit, "…", Size).ShouldBe(expected);

    [Fact]
    public void A_cut_keeps_as_much_text_as_fits() =>
        Gen.Select(Gen.String[Gen.Char["ab警é…"], 0, 60], Gen.Int[3, 80]).Sample((text, limit) =>
        {
            var cut = VisibleCut.To(text, limit, "…", Size);
            return Size(cut) <= limit
                && (cut == text || (Size(text) > limit && Size(text[..cut.Length]) + 3 > limit));
        });

    private static long Size(string text) => Encoding.UTF8.GetByteCount(text);
}
