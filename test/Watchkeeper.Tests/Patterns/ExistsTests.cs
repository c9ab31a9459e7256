using Shouldly;
using Xunit;
using static Watchkeeper.Tests.Patterns.Asking;

namespace Watchkeeper.Tests.Patterns;

public class ExistsTests
{
    [Theory]
    [InlineData("\"x\"", true)]
    [InlineData("\"\"", true)]
    [InlineData("0", true)]
    [InlineData("false", true)]
    [InlineData("null", true)]
    [InlineData("[1]", true)]
    [InlineData("[null]", true)]
    [InlineData("[[\"x\"]]", true)]
    [InlineData("[]", false)]
    [InlineData("[[]]", false)]
    [InlineData("{}", false)]
    [InlineData("{\"x\":1}", false)]
    [InlineData("[{\"x\":1}]", false)]
    public void A_field_exists_if_it_has_a_value_that_is_no_object(string value, bool exists)
    {
        ValueMatches("""[{"exists":true}]""", value).ShouldBe(exists);
        ValueMatches("""[{"exists":false}]""", value).ShouldBe(!exists);
    }

    [Theory]
    [InlineData("{}", true)]
    [InlineData("""{"w":1}""", true)]
    [InlineData("""{"w":{"v":1}}""", true)]
    [InlineData("""{"v":1}""", false)]
    public void A_missing_field_does_not_exist(string json, bool expected)
    {
        Matches("""{"v":[{"exists":false}]}""", json).ShouldBe(expected);
        Matches("""{"v":[{"exists":true}]}""", json).ShouldBe(!expected);
    }

    [Theory]
    [InlineData("""{"a":{"b":1}}""", false)]
    [InlineData("""{"a":{"c":1}}""", true)]
    [InlineData("""{"a":{}}""", true)]
    [InlineData("""{"a":1}""", true)]
    [InlineData("{}", true)]
    [InlineData("""{"a.b":1}""", false)]
    public void A_nested_field_can_be_absent_with_all_its_parents(string json, bool expected) =>
        Matches("""{"a":{"b":[{"exists":false}]}}""", json).ShouldBe(expected);

    [Theory]
    [InlineData("{}", true)]
    [InlineData("""{"v":"a"}""", true)]
    [InlineData("""{"v":"b"}""", false)]
    [InlineData("""{"v":null}""", false)]
    public void Absence_can_be_one_of_several_alternatives(string json, bool expected) =>
        Matches("""{"v":["a",{"exists":false}]}""", json).ShouldBe(expected);

    [Fact]
    public void A_field_may_exist_or_not_if_both_are_asked_for()
    {
        Matches("""{"v":[{"exists":true},{"exists":false}]}""", "{}").ShouldBeTrue();
        Matches("""{"v":[{"exists":true},{"exists":false}]}""", """{"v":1}""").ShouldBeTrue();
    }

    [Theory]
    [InlineData("\"true\"")]
    [InlineData("1")]
    [InlineData("null")]
    [InlineData("[true]")]
    [InlineData("{}")]
    public void Exists_takes_true_or_false(string operand) =>
        Refusal($$"""{"v":[{"exists":{{operand}}}]}""").ShouldSatisfyAllConditions(
            refusal => refusal.Path.ShouldBe("$.v[0].exists"),
            refusal => refusal.Reason.ShouldBe("exists is either true or false"));
}
