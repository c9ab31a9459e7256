using CsCheck;
using Shouldly;
using Watchkeeper.Routing;
using Watchkeeper.Routing.Expressions;
using Watchkeeper.Routing.Matching;
using Watchkeeper.Signals;
using Watchkeeper.Testing;
using Watchkeeper.Text;
using Xunit;

namespace Watchkeeper.Tests.Routing;

public class MatcherTests
{
    private static readonly Gen<string> HostileTexts = Gen.OneOf(
            "\"", "\\", "'", "`", "\n", "\r", "\t", "\0", "\a", "\u001b", "\u007f", " ", ",", "=", "!", "~", "{", "}", "a", "n",
            "x41", "u", "警", "é", "🔥", "\u0301", "\u202e", "\u00a0", "\u0085", "\u2028", "\u200d", "\ufeff", "\ufffd", "\uffff",
            "\U000e0069", "“")
        .Array[0, 8].Select(string.Concat);

    public static TheoryData<string> HostileNames => [.. HostileText.Names];

    [Fact]
    public void A_printed_matcher_parses_back_to_itself() =>
        Gen.Select(HostileTexts, Gen.OneOf(MatchOperator.Equal, MatchOperator.NotEqual), HostileTexts)
            .Sample((label, @operator, value) => ShouldReturn(new Matcher(label, @operator, value)));

    [Theory]
    [MemberData(nameof(HostileNames))]
    public void A_printed_matcher_is_one_line_that_hides_nothing(string name)
    {
        var value = HostileText.Get(name);
        var printed = new Matcher("name", MatchOperator.Equal, value).ToString();

        printed.EnumerateRunes().ShouldAllBe(rune => rune.Value == ' ' || InertText.Line(rune.ToString()) == rune.ToString());
    }

    [Theory]
    [InlineData("severity", MatchOperator.Regex, "high|critical", "severity=~\"high|critical\"")]
    [InlineData("name", MatchOperator.NotRegex, "web-\\d+", "name!~\"web-\\\\d+\"")]
    [InlineData("服务", MatchOperator.Equal, "订单🔥", "服务=\"订单🔥\"")]
    [InlineData("a b", MatchOperator.NotEqual, "", "\"a b\"!=\"\"")]
    [InlineData("", MatchOperator.Equal, "say \"hi\"\n", "\"\"=\"say \\\"hi\\\"\\n\"")]
    [InlineData("a\u202eb", MatchOperator.Equal, "\u00a0\0", "\"a\\u202eb\"=\"\\u00a0\\x00\"")]
    [InlineData("0.a:b/c", MatchOperator.Equal, "~b", "0.a:b/c=\"~b\"")]
    public void A_matcher_prints_in_alertmanagers_form(string label, MatchOperator @operator, string value, string printed)
    {
        var matcher = new Matcher(label, @operator, value);

        matcher.ToString().ShouldBe(printed);
        ShouldReturn(matcher);
    }

    [Fact]
    public void Half_a_character_prints_as_the_replacement_character() =>
        new Matcher("name", MatchOperator.Equal, "a\ud83d").ToString().ShouldBe("name=\"a\\ufffd\"");

    [Fact]
    public void A_list_of_words_gives_the_results_of_the_regular_expression() =>
        Gen.Select(Gen.OneOf("a", "b", "|", "-", "_", "/", ":", " ", "0", "Z").Array[0, 6].Select(string.Concat),
                Gen.OneOf("a", "b", "|", "-", "_", "/", ":", " ", "0", "Z", "z", "\n", "警").Array[0, 3].Select(string.Concat))
            .Sample((words, other) =>
            {
                var expression = ValueExpression.Compile(words, out _).ShouldNotBeNull();
                var matcher = new Matcher("name", MatchOperator.Regex, words);
                foreach (var value in words.Split('|').Append(other).Append(words).Append(""))
                    matcher.Matches(Named(value)).ShouldBe(expression.IsMatch(value), $"{words} on {value}");
            });

    [Theory]
    // Alertmanager takes a missing label for an empty one, with every operator.
    [InlineData("foo!=\"bar\"", true, false)]
    [InlineData("foo=\"\"", true, false)]
    [InlineData("foo!=\"\"", false, true)]
    [InlineData("foo=~\"bar|\"", true, true)]
    [InlineData("foo=~\".*\"", true, true)]
    [InlineData("foo=~\".+\"", false, true)]
    [InlineData("foo!~\".+\"", true, false)]
    [InlineData("foo!~\"x.+\"", true, true)]
    [InlineData("foo!~\"x.+|\"", false, true)]
    public void A_missing_label_is_an_empty_one(string text, bool withoutLabel, bool withLabel)
    {
        var matchers = MatcherParser.Parse(text).Matchers!;

        matchers.Matches(LabelSet.Empty).ShouldBe(withoutLabel);
        matchers.Matches(LabelSet.Empty.With("foo", "bar")).ShouldBe(withLabel);
        new Route { Receiver = "root", Routes = [new Route { Receiver = "child", Matchers = matchers.Matchers }] }
            .Match(LabelSet.Empty).ShouldBe([withoutLabel ? "child" : "root"]);
    }

    [Theory]
    [InlineData("(a)\\1")]
    [InlineData("[[:nonsense:]]")]
    [InlineData("(?!a)")]
    public void An_expression_that_is_not_supported_makes_no_matcher(string expression) =>
        Should.Throw<ArgumentException>(() => new Matcher("name", MatchOperator.Regex, expression)).ParamName.ShouldBe("value");

    private static void ShouldReturn(Matcher matcher)
    {
        var result = MatcherParser.Parse(matcher.ToString());
        var parsed = result.Matchers.ShouldNotBeNull(result.Error?.ToString()).Matchers.ShouldHaveSingleItem();

        (parsed.Label, parsed.Operator, parsed.Value).ShouldBe((matcher.Label, matcher.Operator, matcher.Value));
    }

    private static LabelSet Named(string value) => LabelSet.Empty.With("name", value);
}
