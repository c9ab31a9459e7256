using Shouldly;
using Watchkeeper.Text;
using Xunit;

namespace Watchkeeper.Tests.Text;

public class TextTemplateTests
{
    [Theory]
    [InlineData("{a} and {b}", "A and ")]
    [InlineData("{a}[ of {b}] is old", "A is old")]
    [InlineData("{a}[ of {a}][ or {b}] is old", "A of A is old")]
    [InlineData("[{b}: ]plain", "plain")]
    [InlineData("[{a}{b}]{a}", "A")]
    [InlineData("", "")]
    public void A_part_in_brackets_is_left_out_if_one_of_its_values_is_empty(string template, string expected) =>
        TextTemplate.Fill(template, name => name == "a" ? "A" : "").ShouldBe(expected);

    [Fact]
    public void Brackets_and_braces_inside_a_value_have_no_effect() =>
        TextTemplate.Fill("[{a}] {a}", _ => "{b}[x]").ShouldBe("{b}[x] {b}[x]");
}
