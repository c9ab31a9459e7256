using Shouldly;
using Watchkeeper.Routing.Matching;
using Watchkeeper.Testing;
using Watchkeeper.Text;
using Xunit;

namespace Watchkeeper.Tests.Routing.Matching;

public class MatcherParserTests
{
    private static readonly Dictionary<string, string> Reserved = new(StringComparer.Ordinal)
    {
        ["status"] = "the option --status",
        ["day"] = "the option --day",
    };

    public static TheoryData<string> HostileNames => [.. HostileText.Names];

    [Theory]
    [InlineData("severity=critical", "{severity=\"critical\"}")]
    [InlineData("{severity=~\"critical|high\", service!=\"order\",}", "{severity=~\"critical|high\",service!=\"order\"}")]
    [InlineData("", "{}")]
    [InlineData("{}", "{}")]
    [InlineData(" \t{ \n} ", "{}")]
    [InlineData("service=\"\"", "{service=\"\"}")]
    [InlineData("name=\"gum,latency\"", "{name=\"gum,latency\"}")]
    [InlineData("resource=arn:aws:sns:eu-central-1:123456789012:orders",
        "{resource=\"arn:aws:sns:eu-central-1:123456789012:orders\"}")]
    [InlineData("name=~\"web-\\\\d+\"", "{name=~\"web-\\\\d+\"}")]
    [InlineData("\"服务\"=订单", "{服务=\"订单\"}")]
    [InlineData("foo=bar,", "{foo=\"bar\"}")]
    [InlineData("{foo=bar,}", "{foo=\"bar\"}")]
    [InlineData("foo=\"\\xf0\\x9f\\x99\\x82\"", "{foo=\"🙂\"}")]
    [InlineData("foo=\"say \\\"hi\\\"\\n\"", "{foo=\"say \\\"hi\\\"\\n\"}")]
    [InlineData("foo = \"bar\" ,  dings !~ \"bums\" ", "{foo=\"bar\",dings!~\"bums\"}")]
    [InlineData("foo\n=\u00a0\"bar\"\u3000,\ndings!~bums", "{foo=\"bar\",dings!~\"bums\"}")]
    [InlineData("1.a-b/c:d=(x|y)*[z]+?$^#@%&;<>", "{1.a-b/c:d=\"(x|y)*[z]+?$^#@%&;<>\"}")]
    [InlineData("a=\"~b\",a=~b", "{a=\"~b\",a=~\"b\"}")]
    [InlineData("\"a b\"=\"c\",\"\"=d,\"x\\\"y\"!=z", "{\"a b\"=\"c\",\"\"=\"d\",\"x\\\"y\"!=\"z\"}")]
    [InlineData("foo🙂=bar🙂", "{foo🙂=\"bar🙂\"}")]
    [InlineData("a=1,a=2,a!=3", "{a=\"1\",a=\"2\",a!=\"3\"}")]
    public void A_list_of_matchers_is_read_as_in_alertmanagers_strict_mode(string text, string printed)
    {
        var result = MatcherParser.Parse(text);

        result.Matchers.ShouldNotBeNull(result.Error?.ToString()).ToString().ShouldBe(printed);
    }

    [Theory]
    [InlineData("service=", 8, 8, "expected a value, not the end", "service=\"\"")]
    [InlineData("service=,a=b", 8, 9, "expected a value", "service=\"\"")]
    [InlineData("{service=}", 9, 10, "expected a value", "service=\"\"")]
    [InlineData("name=gum,latency", 9, 16, "expected an operator", "name=\"gum,latency\"")]
    [InlineData("{name=gum,latency,a=b}", 17, 18, "expected an operator", "name=\"gum,latency\"")]
    [InlineData("name=~\"web-\\d+\"", 6, 15, "\\d is no escape; inside double quotes", "name=~\"web-\\\\d+\"")]
    [InlineData("name=~\"\\\\d\\.\\n\"", 6, 15, "\\. is no escape", "name=~\"\\\\d\\\\.\\n\"")]
    [InlineData("name=~web-\\d+", 10, 11, "a backslash must be inside double quotes", "name=~\"web-\\\\d+\"")]
    [InlineData("name=~\\d+,a=b", 6, 7, "a backslash must be inside double quotes", "name=~\"\\\\d+\"")]
    [InlineData("name=~[a-z]{2,3}", 11, 12, "expected a comma", "name=~\"[a-z]{2,3}\"")]
    [InlineData("{name=~[a-z]{2,3},b=c}", 12, 13, "expected a comma or a closing brace", "name=~\"[a-z]{2,3}\"")]
    [InlineData("name='web'", 5, 6, "single quotes quote nothing: expected a value", "name=\"web\"")]
    [InlineData("name='a b',b=c", 5, 6, "single quotes quote nothing", "name=\"a b\"")]
    [InlineData("name=`web`", 5, 6, "backticks quote nothing", "name=\"web\"")]
    [InlineData("'name'=web", 0, 1, "single quotes quote nothing: expected a label name", null)]
    [InlineData("name=shop order", 10, 15, "expected a comma, not order", "name=\"shop order\"")]
    [InlineData("name=shop order 2, service=x", 10, 15, "expected a comma, not order", "name=\"shop order 2\"")]
    [InlineData("foo=bar baz=x", 8, 11, "expected a comma, not baz", "foo=bar,baz=x")]
    [InlineData("foo=\"bar\" baz=\"x\"", 10, 13, "expected a comma, not baz", "foo=\"bar\",baz=\"x\"")]
    [InlineData("foo=\"say \"hi\"\"", 10, 12, "expected a comma, not hi", "foo=\"say \\\"hi\"")]
    [InlineData("foo=bar and baz=x", 8, 11, "expected a comma, not and", "foo=bar,baz=x")]
    [InlineData("foo=bar && baz=x", 8, 10, "expected a comma", "foo=bar,baz=x")]
    [InlineData("foo=bar or foo=x", 8, 10, "for alternatives use =~\"one|other\"", null)]
    [InlineData("foo=bar || foo=x", 8, 10, "for alternatives use =~\"one|other\"", null)]
    [InlineData("service=订单，severity=critical", 19, 20, "expected a comma, not =", "service=订单,severity=critical")]
    [InlineData("service＝订单", 0, 10, "expected an operator", "service=订单")]
    [InlineData("service!＝订单", 7, 8, "! needs = or ~ after it", "service!=\"＝订单\"")]
    [InlineData("🔥🔥=é é", 5, 6, "expected a comma", "🔥🔥=\"é é\"")]
    [InlineData("{foo=bar", 0, 8, "expected a closing brace", "{foo=bar}")]
    [InlineData("{", 0, 1, "expected a closing brace", "{}")]
    [InlineData("foo=bar}", 0, 8, "no opening brace", "foo=bar")]
    [InlineData("}", 0, 1, "no opening brace", "")]
    [InlineData("{{foo=bar}}", 1, 2, "expected a label name, not {", "{foo=bar}")]
    [InlineData("{foo=bar}}", 9, 10, "expected the end after the closing brace, not }", null)]
    [InlineData("{foo=bar},a=b", 9, 10, "expected the end after the closing brace, not ,", null)]
    [InlineData(",", 0, 1, "expected a label name, not ,", null)]
    [InlineData("{,}", 1, 2, "expected a label name, not ,", null)]
    [InlineData("foo=bar,,", 8, 9, "expected a matcher or a closing brace after the comma, not ,", null)]
    [InlineData("foo==bar", 4, 5, "expected a value, not =", "foo=\"bar\"")]
    [InlineData("foo==\"bar\"", 4, 5, "expected a value, not =", "foo=\"bar\"")]
    [InlineData("foo=!bar", 4, 5, "! needs = or ~ after it: expected a value", "foo!=\"bar\"")]
    [InlineData("foo!bar", 3, 4, "! needs = or ~ after it: expected an operator", "foo!=\"bar\"")]
    [InlineData("foo~=bar", 3, 4, "~ stands only in =~ and !~", "foo=~\"bar\"")]
    [InlineData("foo~\"bar\",a=b", 3, 4, "~ stands only in =~ and !~", "foo=~\"bar\"")]
    [InlineData("=foo", 0, 1, "expected a label name, not =", null)]
    [InlineData("foo=\"bar", 4, 8, "the closing double quote is missing: expected a value", "foo=\"bar\"")]
    [InlineData("foo=\"bar\\", 4, 9, "the closing double quote is missing", "foo=\"bar\\\\\"")]
    [InlineData("foo=\"", 4, 5, "the closing double quote is missing", "foo=\"\"")]
    [InlineData("foo=~\"a|\n  b\"", 5, 13, "a line break inside the quotes is written \\n", "foo=~\"a|\\n  b\"")]
    [InlineData("\"foo\"=\"\\xf0\\x9f\"", 6, 16, "not valid Unicode", null)]
    [InlineData("foo=~\"invalid[regexp\"", 5, 21, "the regular expression is not valid: [ lacks the closing ]", null)]
    [InlineData("foo=~\"a|*|b\"", 5, 12, "* has nothing before it to repeat; any text is .*", null)]
    [InlineData("name=~\"(?!web).*\"", 6, 17, "use the operator !~", null)]
    [InlineData("web-cpu", 0, 7, "expected an operator (=, !=, =~ or !~)", "name=\"web-cpu\"")]
    [InlineData("web-cpu instance=foo", 8, 16, "expected an operator", "name=\"web-cpu\",instance=foo")]
    [InlineData("shop order", 5, 10, "expected an operator", "name=\"shop order\"")]
    [InlineData("\"web-cpu\"", 0, 9, "expected an operator", null)]
    [InlineData("web,a=b", 3, 4, "expected an operator", "name=\"web\"")]
    public void An_error_has_its_place_and_the_correction(string text, int start, int end, string reason, string? correction)
    {
        var error = MatcherParser.Parse(text).Error.ShouldNotBeNull();

        (error.Start, error.End).ShouldBe((start, end), error.ToString());
        error.Reason.ShouldContain(reason);
        error.Correction.ShouldBe(correction);
        if (correction is not null)
            MatcherParser.Parse(correction).Error.ShouldBeNull();
    }

    [Theory]
    [InlineData("service=“orders”", 8, 16, "typographic quotes", "service=\"orders\"")]
    [InlineData("a=b,service=„orders“", 12, 20, "typographic quotes", "service=\"orders\"")]
    [InlineData("service=‘orders’", 8, 16, "typographic quotes", "service=\"orders\"")]
    [InlineData("“service”=orders", 0, 9, "belong to the name", null)]
    [InlineData("service=订单，支付", 8, 13, "full-width comma", "service=\"订单，支付\"")]
    [InlineData("severity=high|critical", 9, 22, "needs =~ or !~", "severity=~\"high|critical\"")]
    [InlineData("name!=\"web.*\"", 6, 13, "needs =~ or !~", "name!~\"web.*\"")]
    [InlineData("name=~\"^(mysql|redis)\"", 6, 22, "the whole value, not its beginning", "name=~\"^(mysql|redis).*\"")]
    [InlineData("name=~db$", 6, 9, "the whole value, not its end", "name=~\".*db$\"")]
    [InlineData("name=~\"\\bweb\\b.*\"", 6, 17, "backspace", null)]
    [InlineData("name=\" web\"", 5, 11, "blank at an end", "name=\"web\"")]
    [InlineData("\"name \"=web", 0, 7, "blank at an end", null)]
    [InlineData("name=web,name=db", 14, 16, "both values", "name=~\"web|db\"")]
    public void What_is_valid_and_hardly_meant_gives_a_warning(
        string text, int start, int end, string reason, string? correction)
    {
        var result = MatcherParser.Parse(text);

        result.IsAccepted.ShouldBeTrue();
        var warning = result.Warnings.ShouldHaveSingleItem();
        (warning.Start, warning.End, warning.Correction).ShouldBe((start, end, correction), warning.ToString());
        warning.Reason.ShouldContain(reason);
    }

    [Theory]
    [InlineData("severity=~\"high|critical\"")]
    [InlineData("service=\"“orders”\"")]
    [InlineData("name=~\"^web.*$\"")]
    [InlineData("name=~\".*db$\"")]
    [InlineData("name=~^$")]
    [InlineData("name!=web,name!=db")]
    [InlineData("name=web,name=web")]
    [InlineData("name=web,name=~\"w.*\"")]
    [InlineData("服务=\"订单，支付\"")]
    [InlineData("name=~\"\"")]
    public void What_may_be_meant_gives_no_warning(string text) => MatcherParser.Parse(text).Warnings.ShouldBeEmpty();

    [Theory]
    [InlineData("status=active", 0, 6, "status is no label; use the option --status")]
    [InlineData("a=b, \"day\"!~x", 5, 10, "day is no label; use the option --day")]
    public void A_reserved_name_is_refused_with_what_to_use(string text, int start, int end, string reason)
    {
        MatcherParser.Parse(text, Reserved).Error.ShouldBe(new MatcherProblem(start, end, reason, null));
        MatcherParser.Parse(text).IsAccepted.ShouldBeTrue();
        MatcherParser.Parse("Status=x", Reserved).IsAccepted.ShouldBeTrue();
    }

    [Fact]
    public void A_problem_is_one_line() =>
        MatcherParser.Parse("web-cpu").Error!.ToString()
            .ShouldBe("0:7: expected an operator (=, !=, =~ or !~) after the label name; did you mean name=\"web-cpu\"?");

    [Fact]
    public void Half_a_character_is_refused()
    {
        MatcherParser.Parse("a=b\ud83d").Error!.Reason.ShouldContain("surrogate");
        MatcherParser.Parse("a=\"\ude00\"").Error!.Reason.ShouldContain("not valid Unicode");
    }

    [Theory]
    [MemberData(nameof(HostileNames))]
    public void Any_text_is_parsed_or_refused_in_one_line(string name)
    {
        var value = HostileText.Get(name);
        string[] texts =
        [
            value, "a=" + value, "a=\"" + value, "a=~" + value, "a b" + value, "a=b " + value, value + "=b",
            "{a=b" + value, "a=b," + value,
        ];
        foreach (var text in texts)
        {
            var result = MatcherParser.Parse(text);

            result.IsAccepted.ShouldBe(result.Error is null);
            result.Error?.Reason.ShouldNotContain("\n");
            (result.Error?.ToString().Length ?? 0).ShouldBeLessThan(700);
            (result.Error?.Correction ?? "").EnumerateRunes()
                .ShouldAllBe(rune => rune.Value == ' ' || InertText.Line(rune.ToString()) == rune.ToString());
        }
    }
}
