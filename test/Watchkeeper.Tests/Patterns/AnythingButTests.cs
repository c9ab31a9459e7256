using Shouldly;
using Xunit;
using static Watchkeeper.Tests.Patterns.Asking;

namespace Watchkeeper.Tests.Patterns;

public class AnythingButTests
{
    [Theory]
    [InlineData("\"init\"", "\"running\"", true)]
    [InlineData("\"init\"", "\"init\"", false)]
    [InlineData("\"init\"", "\"INIT\"", true)]
    [InlineData("\"init\"", "\"\"", true)]
    [InlineData("\"init\"", "1", true)]
    [InlineData("\"init\"", "null", true)]
    [InlineData("\"init\"", "true", true)]
    [InlineData("\"1\"", "1", true)]
    [InlineData("\"\"", "\"\"", false)]
    [InlineData("\"\"", "\"x\"", true)]
    [InlineData("123", "123", false)]
    [InlineData("123", "1.23e2", false)]
    [InlineData("123", "\"123\"", true)]
    [InlineData("123", "124", true)]
    [InlineData("123", "null", true)]
    [InlineData("123", "123456789012345678901234567890", true)]
    [InlineData("[\"a\",\"b\"]", "\"c\"", true)]
    [InlineData("[\"a\",\"b\"]", "\"b\"", false)]
    [InlineData("[\"a\",\"b\"]", "false", true)]
    [InlineData("[1,2]", "3", true)]
    [InlineData("[1,2]", "2.0", false)]
    public void Values_can_be_excluded(string operand, string value, bool expected) =>
        ValueMatches($$"""[{"anything-but":{{operand}}}]""", value).ShouldBe(expected);

    [Theory]
    [InlineData("""{"prefix":"init"}""", "\"initial\"", false)]
    [InlineData("""{"prefix":"init"}""", "\"in\"", true)]
    [InlineData("""{"prefix":"1"}""", "12", true)]
    [InlineData("""{"prefix":["a","b"]}""", "\"bx\"", false)]
    [InlineData("""{"prefix":["a","b"]}""", "\"xb\"", true)]
    [InlineData("""{"suffix":".txt"}""", "\"a.txt\"", false)]
    [InlineData("""{"suffix":".txt"}""", "\".txt.gz\"", true)]
    [InlineData("""{"suffix":".txt"}""", "null", true)]
    [InlineData("""{"suffix":[".txt",".rtf"]}""", "\"a.rtf\"", false)]
    [InlineData("""{"suffix":[".txt",".rtf"]}""", "\"a.doc\"", true)]
    [InlineData("""{"equals-ignore-case":"Init"}""", "\"iNIT\"", false)]
    [InlineData("""{"equals-ignore-case":"Init"}""", "\"inits\"", true)]
    [InlineData("""{"equals-ignore-case":""}""", "\"\"", false)]
    [InlineData("""{"equals-ignore-case":""}""", "\"x\"", true)]
    [InlineData("""{"equals-ignore-case":["init","fail"]}""", "\"FAIL\"", false)]
    [InlineData("""{"equals-ignore-case":["init","fail"]}""", "true", true)]
    [InlineData("""{"wildcard":"*/lib/*"}""", "\"/usr/lib/a\"", false)]
    [InlineData("""{"wildcard":"*/lib/*"}""", "\"/usr/bin/a\"", true)]
    [InlineData("""{"wildcard":"*"}""", "\"x\"", false)]
    [InlineData("""{"wildcard":"*"}""", "1", true)]
    [InlineData("""{"wildcard":""}""", "\"\"", false)]
    [InlineData("""{"wildcard":["*/lib/*","*.zip"]}""", "\"a.zip\"", false)]
    [InlineData("""{"wildcard":["*/lib/*","*.zip"]}""", "\"a.gz\"", true)]
    public void Kinds_of_strings_can_be_excluded(string operand, string value, bool expected) =>
        ValueMatches($$"""[{"anything-but":{{operand}}}]""", value).ShouldBe(expected);

    [Theory]
    [InlineData("[\"init\",\"running\"]", true)]
    [InlineData("[\"init\",\"init\"]", false)]
    [InlineData("[]", false)]
    [InlineData("{}", false)]
    [InlineData("{\"x\":\"running\"}", false)]
    [InlineData("[{\"x\":\"running\"}]", false)]
    public void An_array_matches_if_one_value_is_not_excluded(string value, bool expected) =>
        ValueMatches("""[{"anything-but":"init"}]""", value).ShouldBe(expected);

    [Fact]
    public void A_missing_field_does_not_match() => Matches("""{"v":[{"anything-but":"init"}]}""", """{"w":1}""").ShouldBeFalse();

    [Fact]
    public void Two_entries_of_one_list_are_alternatives() =>
        ValueMatches("""[{"anything-but":"a"},{"anything-but":"b"}]""", "\"a\"").ShouldBeTrue();

    [Theory]
    [InlineData("null", "")]
    [InlineData("true", "")]
    [InlineData("[]", "")]
    [InlineData("[null]", "[0]")]
    [InlineData("[true]", "[0]")]
    [InlineData("[\"a\",1]", "")]
    [InlineData("[1,\"a\"]", "")]
    [InlineData("[\"a\",null]", "")]
    [InlineData("[[\"a\"]]", "[0]")]
    [InlineData("[{\"prefix\":\"a\"}]", "[0]")]
    [InlineData("1e400", "")]
    [InlineData("[1,123456789012345678901]", "[1]")]
    [InlineData("{}", "")]
    [InlineData("{\"prefix\":\"a\",\"suffix\":\"b\"}", "")]
    [InlineData("{\"exists\":true}", ".exists")]
    [InlineData("{\"numeric\":[\">\",1]}", ".numeric")]
    [InlineData("{\"cidr\":\"10.0.0.0/8\"}", ".cidr")]
    [InlineData("{\"anything-but\":\"a\"}", ".anything-but")]
    [InlineData("{\"exactly\":\"a\"}", ".exactly")]
    [InlineData("{\"prefix\":\"\"}", ".prefix")]
    [InlineData("{\"suffix\":\"\"}", ".suffix")]
    [InlineData("{\"prefix\":[\"a\",\"\"]}", ".prefix[1]")]
    [InlineData("{\"prefix\":[]}", ".prefix")]
    [InlineData("{\"prefix\":1}", ".prefix")]
    [InlineData("{\"prefix\":[1]}", ".prefix[0]")]
    [InlineData("{\"prefix\":{\"equals-ignore-case\":\"a\"}}", ".prefix")]
    [InlineData("{\"suffix\":{\"equals-ignore-case\":\"a\"}}", ".suffix")]
    [InlineData("{\"suffix\":null}", ".suffix")]
    [InlineData("{\"equals-ignore-case\":[]}", ".equals-ignore-case")]
    [InlineData("{\"equals-ignore-case\":1}", ".equals-ignore-case")]
    [InlineData("{\"equals-ignore-case\":[\"a\",null]}", ".equals-ignore-case[1]")]
    [InlineData("{\"wildcard\":\"a**\"}", ".wildcard")]
    [InlineData("{\"wildcard\":[\"a\",\"b\\\\c\"]}", ".wildcard[1]")]
    [InlineData("{\"wildcard\":[]}", ".wildcard")]
    public void An_operator_that_cannot_be_excluded_is_refused(string operand, string path) =>
        Refusal($$"""{"v":[{"anything-but":{{operand}}}]}""").Path.ShouldBe($"$.v[0].anything-but{path}");
}
