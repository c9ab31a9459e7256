using Shouldly;
using Watchkeeper.Patterns;
using Xunit;
using static Watchkeeper.Tests.Patterns.Asking;

namespace Watchkeeper.Tests.Patterns;

public class ExactMatchTests
{
    [Theory]
    [InlineData("""["running"]""", "\"running\"", true)]
    [InlineData("""["running"]""", "\"Running\"", false)]
    [InlineData("""["running"]""", "\"running \"", false)]
    [InlineData("""["stopped","running"]""", "\"running\"", true)]
    [InlineData("""["stopped","running"]""", "\"pending\"", false)]
    [InlineData("""[""]""", "\"\"", true)]
    [InlineData("""[""]""", "null", false)]
    [InlineData("""[""]""", "\" \"", false)]
    [InlineData("""[{"exactly":"running"}]""", "\"running\"", true)]
    [InlineData("""[{"exactly":"running"}]""", "\"run\"", false)]
    public void Strings_match_character_by_character(string values, string value, bool expected) =>
        ValueMatches(values, value).ShouldBe(expected);

    [Theory]
    [InlineData("[true]", "true", true)]
    [InlineData("[true]", "false", false)]
    [InlineData("[true]", "\"true\"", false)]
    [InlineData("[true]", "1", false)]
    [InlineData("[\"true\"]", "true", false)]
    [InlineData("[false]", "false", true)]
    [InlineData("[false]", "null", false)]
    [InlineData("[null]", "null", true)]
    [InlineData("[null]", "\"\"", false)]
    [InlineData("[null]", "\"null\"", false)]
    [InlineData("[null]", "0", false)]
    [InlineData("[null]", "{}", false)]
    [InlineData("[null]", "[]", false)]
    [InlineData("[null]", "[null]", true)]
    [InlineData("[1,true,null,\"x\"]", "null", true)]
    public void True_false_and_null_match_themselves_and_no_strings(string values, string value, bool expected) =>
        ValueMatches(values, value).ShouldBe(expected);

    [Fact]
    public void A_missing_field_is_not_null() => Matches("""{"v":[null]}""", """{"w":null}""").ShouldBeFalse();

    [Theory]
    [InlineData("\"caf\\u00e9\"", "\"café\"", true)]
    [InlineData("\"café\"", "\"caf\\u00E9\"", true)]
    [InlineData("\"café\"", "\"cafe\\u0301\"", false)]
    [InlineData("\"a\\/b\"", "\"a/b\"", true)]
    [InlineData("\"a\\tb\"", "\"a\\u0009b\"", true)]
    [InlineData("\"\\\\\"", "\"\\u005c\"", true)]
    [InlineData("\"🙂\"", "\"\\ud83d\\ude42\"", true)]
    [InlineData("\"🙂\"", "\"🙃\"", false)]
    [InlineData("\"\\ud83d\"", "\"\\ud83d\"", true)]
    [InlineData("\"\\ud83d\"", "\"\\ude42\"", false)]
    [InlineData("\"\\u0000\"", "\"\\u0000\"", true)]
    [InlineData("\"\\u0000\"", "\"\"", false)]
    [InlineData("\"é\"", "\"É\"", false)]
    [InlineData("\"ﬁ\"", "\"fi\"", false)]
    public void Escapes_are_decoded_and_nothing_is_normalised(string inPattern, string inEvent, bool expected) =>
        ValueMatches($"[{inPattern}]", inEvent).ShouldBe(expected);

    [Theory]
    [InlineData("""{"st\u0061te":["on"]}""", """{"state":"on"}""", true)]
    [InlineData("""{"state":["on"]}""", """{"st\u0061te":"on"}""", true)]
    [InlineData("""{"state":["on"]}""", """{"State":"on"}""", false)]
    [InlineData("""{"":["on"]}""", """{"":"on"}""", true)]
    [InlineData("""{"\ud800":["on"]}""", """{"\ud800":"on"}""", true)]
    public void Names_are_compared_like_strings(string pattern, string json, bool expected) =>
        Matches(pattern, json).ShouldBe(expected);

    [Theory]
    [InlineData("""{"a":{"b":["x"]}}""", """{"a":{"b":"x","c":1},"d":2}""", true)]
    [InlineData("""{"a":{"b":["x"]}}""", """{"a":{"c":"x"}}""", false)]
    [InlineData("""{"a":{"b":["x"]}}""", """{"a":"x"}""", false)]
    [InlineData("""{"a":{"b":["x"]}}""", """{"b":"x"}""", false)]
    [InlineData("""{"a":["x"]}""", """{"a":{"b":"x"}}""", false)]
    [InlineData("""{"a":["x"],"b":["y"]}""", """{"a":"x"}""", false)]
    [InlineData("""{"a":["x"],"b":["y"]}""", """{"b":"y","a":"x"}""", true)]
    [InlineData("""{"a":{"b":{"c":{"d":["x"]}}}}""", """{"a":{"b":{"c":{"d":"x"}}}}""", true)]
    [InlineData("""{"a":{"b":{"c":{"d":["x"]}}}}""", """{"a":{"b":{"c":{"e":"x"}}}}""", false)]
    public void Every_field_of_the_pattern_must_match_and_other_fields_do_not_count(string pattern, string json, bool expected) =>
        Matches(pattern, json).ShouldBe(expected);

    [Theory]
    [InlineData("""{"a.b":["x"]}""", """{"a":{"b":"x"}}""", true)]
    [InlineData("""{"a":{"b":["x"]}}""", """{"a.b":"x"}""", true)]
    [InlineData("""{"a.b":["x"]}""", """{"a.b":"x"}""", true)]
    [InlineData("""{"a":{"b.c":["x"]}}""", """{"a.b":{"c":"x"}}""", true)]
    [InlineData("""{"a.b":["x"]}""", """{"a":{"b":{"c":"x"}}}""", false)]
    public void A_dot_joins_names(string pattern, string json, bool expected) => Matches(pattern, json).ShouldBe(expected);

    [Theory]
    [InlineData("""{"a":["x"],"a":["y"]}""", """{"a":"x"}""", false)]
    [InlineData("""{"a":["x"],"a":["y"]}""", """{"a":"y"}""", true)]
    [InlineData("""{"a":{"b":["x"]},"a":{"c":["y"]}}""", """{"a":{"b":"x","c":"y"}}""", true)]
    [InlineData("""{"a":{"b":["x"]},"a.b":["y"]}""", """{"a":{"b":"y"}}""", true)]
    [InlineData("""{"a":{"b":["x"]},"a.b":["y"]}""", """{"a":{"b":"x"}}""", false)]
    public void The_last_of_two_equal_fields_of_a_pattern_counts(string pattern, string json, bool expected) =>
        Matches(pattern, json).ShouldBe(expected);

    [Theory]
    [InlineData("x", true)]
    [InlineData("y", true)]
    [InlineData("z", false)]
    public void Each_of_two_equal_fields_of_an_event_counts(string value, bool expected) =>
        Matches($$"""{"a":["{{value}}"]}""", """{"a":"x","a":"y"}""").ShouldBe(expected);

    [Theory]
    [InlineData("[]")]
    [InlineData("[{\"v\":1}]")]
    [InlineData("\"v\"")]
    [InlineData("null")]
    [InlineData("1")]
    public void An_event_that_is_no_object_matches_nothing(string json)
    {
        Matches("""{"v":[1]}""", json).ShouldBeFalse();
        Matches("""{"v":[{"exists":false}]}""", json).ShouldBeFalse();
    }

    [Fact]
    public void A_pattern_outlives_the_document_it_was_read_from()
    {
        EventPattern pattern;
        using (var document = System.Text.Json.JsonDocument.Parse("""{"v":["x",12345678901234567890,{"numeric":[">",5]}]}"""))
            pattern = EventPattern.Parse(document.RootElement).Pattern!;

        pattern.Matches(Event("""{"v":12345678901234567890}""")).ShouldBeTrue();
        pattern.Matches(Event("""{"v":6}""")).ShouldBeTrue();
        pattern.Matches(Event("""{"v":4}""")).ShouldBeFalse();
    }
}
