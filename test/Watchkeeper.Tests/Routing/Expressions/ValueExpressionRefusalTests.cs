using System.Diagnostics;
using Shouldly;
using Watchkeeper.Routing.Expressions;
using Xunit;

namespace Watchkeeper.Tests.Routing.Expressions;

/// <summary>What Go's regexp package refuses, and what cannot run in linear time here.</summary>
public class ValueExpressionRefusalTests
{
    [Theory]
    [InlineData("(?=a)", "lookahead")]
    [InlineData("^(?!.*(failed|error)).*", "use the operator !~")]
    [InlineData("(?<=a)b", "lookbehind")]
    [InlineData("(?<!a)b", "lookbehind")]
    [InlineData("(?>a)", "atomic")]
    [InlineData("(?(a)b|c)", "condition")]
    [InlineData("(?#a)", "comment")]
    [InlineData("(?P=a)", "backreference")]
    [InlineData("(?P>a)", "backreference")]
    [InlineData("(?'a'b)", "(?P<name>…)")]
    [InlineData("(?P<a-b>c)", "(?P<name>…)")]
    [InlineData("(?<>c)", "(?P<name>…)")]
    [InlineData("(?P<a", "(?P<name>…)")]
    [InlineData("(?<a>b)", "(?P<name>…)")]
    [InlineData("(?x)a b", "flags")]
    [InlineData("(?n:a)", "flags")]
    [InlineData("(?i-)a", "flags")]
    [InlineData("(?i--s)a", "flags")]
    [InlineData("(?i", "closing )")]
    [InlineData("(a)\\1", "backreference")]
    [InlineData("(a)\\k<a>", "backreference")]
    [InlineData("\\8", "backreference")]
    [InlineData("\\C", "byte")]
    [InlineData("\\Qa.b", "lacks the closing )")]
    [InlineData("a)", "( before it")]
    [InlineData("ab(?P<x>c)警\\k", "(character 12)")]
    [InlineData("(?=a)", "(character 1)")]
    [InlineData("🔥[a", "(character 2)")]
    [InlineData("(a", "(character 3)")]
    [InlineData("[\\b]", "\\x08")]
    [InlineData("\\e", "\\x1b")]
    [InlineData("\\cA", "\\x01")]
    [InlineData("\\u4e2d", "\\x{4E2D}")]
    [InlineData("\\h", "[ \\t]")]
    [InlineData("\\R", "(\\r\\n|\\n)")]
    [InlineData("a\\Z", "\\z")]
    [InlineData("\\G", "no escape")]
    [InlineData("\\K", "no escape")]
    [InlineData("\\X", "no escape")]
    [InlineData("\\中", "no escape")]
    [InlineData("a\\E", "\\Q")]
    [InlineData("[a\\z]", "no escape")]
    [InlineData("[a\\A]", "no escape")]
    [InlineData("a\\", "backslash at the end")]
    [InlineData("[a\\", "backslash at the end")]
    [InlineData("\\x4", "hexadecimal")]
    [InlineData("\\x{110000}", "hexadecimal")]
    [InlineData("\\x{}", "hexadecimal")]
    [InlineData("\\x{ 41}", "hexadecimal")]
    [InlineData("\\x{41", "hexadecimal")]
    [InlineData("\\xg0", "hexadecimal")]
    [InlineData("\\p{IsGreek}", "is unknown")]
    [InlineData("\\p{Cn}", "is unknown")]
    [InlineData("\\p{lu}", "is unknown")]
    [InlineData("\\p{}", "is unknown")]
    [InlineData("\\pX", "is unknown")]
    [InlineData("\\p{Lu", "closing }")]
    [InlineData("\\p", "is unknown")]
    [InlineData("[[:foo:]]", "[:foo:]")]
    [InlineData("[[:Alpha:]]", "[:Alpha:]")]
    [InlineData("[a", "closing ]")]
    [InlineData("[]", "closing ]")]
    [InlineData("[^]", "closing ]")]
    [InlineData("invalid[regexp", "closing ]")]
    [InlineData("[z-a]", "lower to the higher")]
    [InlineData("[a-\\d]", "no escape")]
    [InlineData("(a", "closing )")]
    [InlineData("a)", "no ( before")]
    [InlineData("*", "nothing before")]
    [InlineData("a|*|b", "nothing before")]
    [InlineData("(+a)", "nothing before")]
    [InlineData("{2}", "nothing before")]
    [InlineData("(?i)?", "nothing before")]
    [InlineData("a**", "possessive")]
    [InlineData("a++", "possessive")]
    [InlineData("a*+", "possessive")]
    [InlineData("a{2}{3}", "possessive")]
    [InlineData("a???", "possessive")]
    [InlineData("a{1001}", "at most 1000")]
    [InlineData("a{1001,}", "at most 1000")]
    [InlineData("a{1,1001}", "at most 1000")]
    [InlineData("a{99999999999999999999}", "at most 1000")]
    [InlineData("a{3,2}", "count")]
    [InlineData("(a{100}){11}", "at most 1000")]
    [InlineData("((a{2}b){20}|c){26}", "at most 1000")]
    public void What_is_wrong_or_not_in_RE2_is_refused_by_name(string expression, string hint)
    {
        ValueExpression.Compile(expression, out var reason).ShouldBeNull();

        reason.ShouldContain(hint);
        reason.ShouldNotContain("\n");
    }

    [Theory]
    [InlineData("a)(b")]
    [InlineData("a)|(?:b")]
    public void An_expression_cannot_close_the_group_that_anchors_it(string expression)
    {
        ValueExpression.Compile(expression, out var reason).ShouldBeNull();
        reason.ShouldBe(") has no ( before it (character 2)");
    }

    [Fact]
    public void Half_a_character_in_an_expression_is_refused()
    {
        ValueExpression.Compile("a\ud83d", out var reason).ShouldBeNull();
        reason.ShouldContain("surrogate");
        ValueExpression.Compile("[\ude00]", out _).ShouldBeNull();
    }

    [Fact]
    public void Deep_nesting_is_refused_without_harm()
    {
        ValueExpression.Compile(new string('(', 990) + new string(')', 990), out _).ShouldNotBeNull();
        ValueExpression.Compile(new string('(', 1001) + new string(')', 1001), out var reason).ShouldBeNull();
        reason.ShouldContain("nest");
        ValueExpression.Compile(string.Concat(Enumerable.Repeat("(?:", 100_000)) + new string(')', 100_000),
            out _).ShouldNotBeNull();
    }

    [Fact]
    public void What_is_too_large_is_refused()
    {
        ValueExpression.Compile(string.Concat(Enumerable.Repeat("[a-c]{1000}", 49)), out _).ShouldNotBeNull();
        ValueExpression.Compile(string.Concat(Enumerable.Repeat("[a-c]{1000}", 50)), out var reason).ShouldBeNull();
        reason.ShouldContain("too large");
    }

    [Fact]
    public void A_large_expression_on_a_long_value_takes_linear_time()
    {
        var expression = ValueExpression.Compile("(a?){1000}(a|aa)*(x+x+)+y", out _)!;

        var began = Stopwatch.GetTimestamp();
        expression.IsMatch(new string('a', 2_000) + new string('x', 2_000)).ShouldBeFalse();
        Stopwatch.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }
}
