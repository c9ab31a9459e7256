using System.Text;
using System.Text.Json;
using CsCheck;
using Shouldly;
using Watchkeeper.Patterns;
using Watchkeeper.Text;
using Xunit;
using static Watchkeeper.Tests.Patterns.Asking;

namespace Watchkeeper.Tests.Patterns;

public class PatternParsingTests
{
    [Theory]
    [InlineData("", "not valid JSON (line 1, byte 1)")]
    [InlineData("{", "not valid JSON")]
    [InlineData("{\"a\":[1],}", "not valid JSON")]
    [InlineData("{'a':[1]}", "not valid JSON (line 1, byte 2)")]
    [InlineData("{\"a\":[01]}", "not valid JSON")]
    [InlineData("{\"a\":[NaN]}", "not valid JSON")]
    [InlineData("{\n\"a\":[1]\n// why\n}", "not valid JSON (line 3,")]
    [InlineData("{\"a\":[1]} {\"b\":[2]}", "not valid JSON (line 1, byte 11)")]
    [InlineData("[]", "a pattern is a JSON object")]
    [InlineData("[{\"a\":[1]}]", "a pattern is a JSON object")]
    [InlineData("\"a\"", "a pattern is a JSON object")]
    [InlineData("null", "a pattern is a JSON object")]
    [InlineData("{}", "an empty object")]
    public void JSON_that_is_no_pattern_is_refused_at_the_root(string pattern, string reason)
    {
        var refusal = RefusalOfAny(pattern);

        refusal.Path.ShouldBe("$");
        refusal.Reason.ShouldContain(reason);
    }

    [Theory]
    [InlineData("""{"a":"x"}""", "$.a", "must be an object or an array")]
    [InlineData("""{"a":1}""", "$.a", "must be an object or an array")]
    [InlineData("""{"a":null}""", "$.a", "must be an object or an array")]
    [InlineData("""{"a":true}""", "$.a", "must be an object or an array")]
    [InlineData("""{"a":{"b":"x"}}""", "$.a.b", "must be an object or an array")]
    [InlineData("""{"a":[]}""", "$.a", "an empty array")]
    [InlineData("""{"a":{}}""", "$.a", "an empty object")]
    [InlineData("""{"a":[1],"b":{"c":{}}}""", "$.b.c", "an empty object")]
    [InlineData("""{"a":[["x"]]}""", "$.a[0]", "a value is")]
    [InlineData("""{"a":[1,[]]}""", "$.a[1]", "a value is")]
    [InlineData("""{"a":[{}]}""", "$.a[0]", "exactly one property")]
    [InlineData("""{"a":[{"prefix":"x","suffix":"y"}]}""", "$.a[0]", "exactly one property")]
    [InlineData("""{"a":[{"prefix":"x","prefix":"y"}]}""", "$.a[0]", "exactly one property")]
    [InlineData("""{"a":[1,{"like":"x"}]}""", "$.a[1].like", "\"like\" is not a match type")]
    [InlineData("""{"a":[{"Prefix":"x"}]}""", "$.a[0].Prefix", "\"Prefix\" is not a match type")]
    [InlineData("""{"a":[{"regex":"x"}]}""", "$.a[0].regex", "not a match type")]
    [InlineData("""{"a b":{"c.d":1}}""", "$[\"a b\"][\"c.d\"]", "must be an object or an array")]
    [InlineData("""{"a\nb":1}""", "$[\"a\\nb\"]", "\"a\\nb\" must be")]
    [InlineData("""{"\ud800":1}""", "$[\"\ufffd\"]", "must be an object or an array")]
    public void An_error_inside_a_pattern_is_refused_at_its_place(string pattern, string path, string reason)
    {
        var refusal = Refusal(pattern);

        refusal.Path.ShouldBe(path);
        refusal.Reason.ShouldContain(reason);
        refusal.ToString().ShouldBe($"{path}: {refusal.Reason}");
    }

    [Theory]
    [InlineData("prefix", "1")]
    [InlineData("prefix", "null")]
    [InlineData("prefix", "[\"a\"]")]
    [InlineData("suffix", "true")]
    [InlineData("suffix", "[]")]
    [InlineData("equals-ignore-case", "1")]
    [InlineData("equals-ignore-case", "[\"a\"]")]
    [InlineData("equals-ignore-case", "{\"prefix\":\"a\"}")]
    [InlineData("wildcard", "1")]
    [InlineData("wildcard", "[\"a*\"]")]
    [InlineData("wildcard", "{\"equals-ignore-case\":\"a\"}")]
    [InlineData("exactly", "null")]
    [InlineData("cidr", "1")]
    public void A_match_type_for_strings_needs_a_string(string type, string operand) =>
        Refusal($$"""{"a":[{"{{type}}":{{operand}}}]}""").ShouldSatisfyAllConditions(
            refusal => refusal.Path.ShouldBe($"$.a[0].{type}"),
            refusal => refusal.Reason.ShouldBe($"{type} needs a string"));

    [Theory]
    [InlineData("prefix", "{}", "")]
    [InlineData("prefix", "{\"equals-ignore-case\":1}", ".equals-ignore-case")]
    [InlineData("prefix", "{\"equals-ignore-case\":[\"a\"]}", ".equals-ignore-case")]
    [InlineData("prefix", "{\"wildcard\":\"a*\"}", ".wildcard")]
    [InlineData("prefix", "{\"equals-ignore-case\":\"a\",\"x\":1}", "")]
    [InlineData("suffix", "{\"prefix\":\"a\"}", ".prefix")]
    [InlineData("suffix", "{\"equals-ignore-case\":null}", ".equals-ignore-case")]
    public void Prefix_and_suffix_take_only_one_kind_of_expression(string type, string operand, string path) =>
        Refusal($$"""{"a":[{"{{type}}":{{operand}}}]}""").Path.ShouldBe($"$.a[0].{type}{path}");

    [Fact]
    public void Broken_text_is_refused()
    {
        EventPattern.Parse([(byte)'{', (byte)'"', 0xff, (byte)'"', (byte)':', (byte)'[', (byte)'1', (byte)']', (byte)'}'])
            .Error!.Reason.ShouldContain("UTF-8");
        EventPattern.Parse(default(ReadOnlySpan<byte>)).Error!.Reason.ShouldContain("not valid JSON");
    }

    [Fact]
    public void Any_bytes_give_a_pattern_or_one_line_that_says_why_not() =>
        Gen.Byte.Array[0, 200].Sample(json => { ShouldBeAnswered(json); });

    [Fact]
    public void Any_damage_to_a_good_pattern_gives_a_pattern_or_one_line_that_says_why_not()
    {
        var good = Encoding.UTF8.GetBytes(
            """{"a":[{"prefix":{"equals-ignore-case":"x\u0041"}},{"numeric":[">",-1.5e3,"<=",2]},null],"$or":[{"b":["""
                + """{"cidr":"10.0.0.0/8"}]},{"c.d":[{"anything-but":{"wildcard":["a*b","\\*"]}}]}]}""");
        var (accepted, refused) = (0, 0);
        Gen.Select(Gen.Int[0, good.Length - 1], Gen.Int[0, 8], Gen.Byte.Array[0, 4]).Sample(
            (at, removed, added) => _ = ShouldBeAnswered([.. good[..at], .. added, .. good.Skip(at + removed)])
                ? Interlocked.Increment(ref accepted)
                : Interlocked.Increment(ref refused),
            iter: 5_000);

        accepted.ShouldBeGreaterThan(50);
        refused.ShouldBeGreaterThan(500);
    }

    private static bool ShouldBeAnswered(byte[] json)
    {
        var parsed = EventPattern.Parse(json);

        (parsed.Pattern is null).ShouldBe(parsed.Error is not null);
        parsed.IsAccepted.ShouldBe(parsed.Error is null);
        if (parsed.Error is null) return true;
        parsed.Error.Reason.ShouldNotBeEmpty();
        parsed.Error.ToString().ShouldNotContain("\n");
        JsonSerializer.Serialize(parsed.Error.ToString()).ShouldNotBeEmpty();
        return false;
    }

    private static Rejection RefusalOfAny(string pattern) => EventPattern.Parse(Encoding.UTF8.GetBytes(pattern)).Error!;
}
