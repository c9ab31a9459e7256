using CsCheck;
using Shouldly;
using Xunit;
using static Watchkeeper.Tests.Patterns.Asking;

namespace Watchkeeper.Tests.Patterns;

public class TextMatchTests
{
    [Theory]
    [InlineData("prefix", "\"us-\"", "\"us-east-1\"", true)]
    [InlineData("prefix", "\"us-\"", "\"us-\"", true)]
    [InlineData("prefix", "\"us-\"", "\"us\"", false)]
    [InlineData("prefix", "\"us-\"", "\"US-east-1\"", false)]
    [InlineData("prefix", "\"us-\"", "\"eu-us-\"", false)]
    [InlineData("prefix", "\"\"", "\"anything\"", true)]
    [InlineData("prefix", "\"\"", "\"\"", true)]
    [InlineData("prefix", "\"\"", "1", false)]
    [InlineData("prefix", "\"\"", "null", false)]
    [InlineData("prefix", "\"1\"", "12", false)]
    [InlineData("prefix", "\"t\"", "true", false)]
    [InlineData("prefix", "\"e\"", "\"e\\u0301\"", true)]
    [InlineData("suffix", "\".png\"", "\"a.png\"", true)]
    [InlineData("suffix", "\".png\"", "\".png\"", true)]
    [InlineData("suffix", "\".png\"", "\"a.png.gz\"", false)]
    [InlineData("suffix", "\".png\"", "\"a.PNG\"", false)]
    [InlineData("suffix", "\".png\"", "\"png\"", false)]
    [InlineData("suffix", "\"\"", "\"\"", true)]
    [InlineData("suffix", "\"\"", "1", false)]
    [InlineData("suffix", "\"2\"", "12", false)]
    [InlineData("suffix", "\"l\"", "null", false)]
    public void Prefix_and_suffix_match_strings(string type, string operand, string value, bool expected) =>
        ValueMatches($$"""[{"{{type}}":{{operand}}}]""", value).ShouldBe(expected);

    [Theory]
    [InlineData("alice", "ALICE", true)]
    [InlineData("ALICE", "aLiCe", true)]
    [InlineData("alice", "alic", false)]
    [InlineData("alice", "alicee", false)]
    [InlineData("", "", true)]
    [InlineData("", "a", false)]
    [InlineData("Éclair", "éCLAIR", true)]
    [InlineData("straße", "STRASSE", true)]
    [InlineData("STRASSE", "straße", false)]
    [InlineData("ﬀ", "FF", true)]
    [InlineData("σ", "Σ", true)]
    [InlineData("σ", "ς", false)]
    [InlineData("a-1_*", "A-1_*", true)]
    [InlineData("a*", "ab", false)]
    public void A_match_can_ignore_case(string inPattern, string inEvent, bool expected) =>
        ValueMatches($$"""[{"equals-ignore-case":"{{inPattern}}"}]""", $"\"{inEvent}\"").ShouldBe(expected);

    [Theory]
    [InlineData("prefix", "EventB", "eVENTbRIDGE", true)]
    [InlineData("prefix", "EventB", "Event", false)]
    [InlineData("prefix", "EventB", "anEventB", false)]
    [InlineData("prefix", "", "x", true)]
    [InlineData("prefix", "ß", "SSx", true)]
    [InlineData("suffix", ".PNG", "a.png", true)]
    [InlineData("suffix", ".png", "a.PNG", true)]
    [InlineData("suffix", ".png", "a.pn", false)]
    [InlineData("suffix", ".png", "png", false)]
    [InlineData("suffix", "", "x", true)]
    [InlineData("suffix", "ß", "xSS", true)]
    public void A_prefix_and_a_suffix_can_ignore_case(string type, string inPattern, string inEvent, bool expected) =>
        ValueMatches($$$"""[{"{{{type}}}":{"equals-ignore-case":"{{{inPattern}}}"}}]""", $"\"{inEvent}\"").ShouldBe(expected);

    [Theory]
    [InlineData("🙂", "🙂", false)]
    [InlineData("🙂", "??", true)]
    [InlineData("🙂", "?", false)]
    [InlineData("ok 🙂", "OK 🙂", false)]
    [InlineData("ok 🙂", "OK ??", true)]
    public void Ignoring_case_loses_characters_of_two_code_units(string inPattern, string inEvent, bool expected)
    {
        ValueMatches($$"""[{"equals-ignore-case":"{{inPattern}}"}]""", $"\"{inEvent}\"").ShouldBe(expected);
        ValueMatches($$$"""[{"prefix":{"equals-ignore-case":"{{{inPattern}}}"}}]""", $"\"{inEvent}!\"").ShouldBe(expected);
        ValueMatches($$$"""[{"suffix":{"equals-ignore-case":"{{{inPattern}}}"}}]""", $"\"!{inEvent}\"").ShouldBe(expected);
        ValueMatches($$$"""[{"anything-but":{"equals-ignore-case":"{{{inPattern}}}"}}]""", $"\"{inEvent}\"").ShouldBe(!expected);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("{\"x\":\"1\"}")]
    [InlineData("[]")]
    public void Only_strings_have_a_case(string value)
    {
        ValueMatches("""[{"equals-ignore-case":"1"},{"equals-ignore-case":"TRUE"},{"equals-ignore-case":"NULL"}]""", value)
            .ShouldBeFalse();
        ValueMatches("""[{"prefix":{"equals-ignore-case":""}},{"suffix":{"equals-ignore-case":""}}]""", value).ShouldBeFalse();
    }

    [Theory]
    [InlineData("dir/*.png", "dir/a.png", true)]
    [InlineData("dir/*.png", "dir/.png", true)]
    [InlineData("dir/*.png", "dir/a/b.png", true)]
    [InlineData("dir/*.png", "dir/a.png.gz", false)]
    [InlineData("dir/*.png", "adir/a.png", false)]
    [InlineData("*", "", true)]
    [InlineData("*", "x", true)]
    [InlineData("*a", "ba", true)]
    [InlineData("*a", "ab", false)]
    [InlineData("a*", "a", true)]
    [InlineData("a*a", "a", false)]
    [InlineData("a*a", "aa", true)]
    [InlineData("*abab*", "xabaababy", true)]
    [InlineData("*aab*", "aaab", true)]
    [InlineData("*ab*b", "ab", false)]
    [InlineData("a*b*c", "a-c-b-c", true)]
    [InlineData("a*b*c", "a-c-b", false)]
    [InlineData("plain", "plain", true)]
    [InlineData("plain", "plainer", false)]
    [InlineData("", "", true)]
    [InlineData("", "x", false)]
    [InlineData(@"a\\*b", "a*b", true)]
    [InlineData(@"a\\*b", "axb", false)]
    [InlineData(@"a\\\\*", @"a\\x", true)]
    [InlineData(@"a\\\\*", "a*", false)]
    [InlineData(@"*\\**", "a*b", true)]
    [InlineData(@"*\\**", "ab", false)]
    [InlineData("🙂*", "🙂🙃", true)]
    [InlineData("A*", "a", false)]
    [InlineData("a?c", "abc", false)]
    [InlineData("a.*c", "abc", false)]
    [InlineData("*\\n*", "one\\ntwo", true)]
    public void An_asterisk_stands_for_any_characters(string inPattern, string inEvent, bool expected) =>
        ValueMatches($$"""[{"wildcard":"{{inPattern}}"}]""", $"\"{inEvent}\"").ShouldBe(expected);

    [Theory]
    [InlineData("1")]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("{}")]
    public void An_asterisk_alone_matches_every_string_and_nothing_else(string value) =>
        ValueMatches("""[{"wildcard":"*"}]""", value).ShouldBeFalse();

    [Fact]
    public void A_wildcard_agrees_with_a_plain_matcher()
    {
        var (matched, others) = (0, 0);
        Gen.Select(Gen.Char["ab*"].Array[0, 9], Gen.Char["ab"].Array[0, 14]).Sample(
            (pattern, text) =>
            {
                var wildcard = new string(pattern);
                while (wildcard.Contains("**", StringComparison.Ordinal))
                {
                    wildcard = wildcard.Replace("**", "*", StringComparison.Ordinal);
                }
                if (wildcard.Count(character => character == '*') > 3) return;

                var expected = Covers(wildcard, new string(text));
                ValueMatches($$"""[{"wildcard":"{{wildcard}}"}]""", $"\"{new string(text)}\"").ShouldBe(expected);
                _ = expected ? Interlocked.Increment(ref matched) : Interlocked.Increment(ref others);
            },
            iter: 2_000);

        matched.ShouldBeGreaterThan(20);
        others.ShouldBeGreaterThan(50);
    }

    [Fact]
    public void Every_mix_of_cases_matches_a_text_without_case() =>
        Gen.Select(Gen.Char['A', 'z'].Where(char.IsAsciiLetter).Array[1, 20], Gen.ULong, Gen.Int[0, 19])
            .Sample((letters, mix, changed) =>
            {
                var mixed = letters.Select((letter, at) =>
                    (mix >> at) % 2 == 0 ? char.ToLowerInvariant(letter) : char.ToUpperInvariant(letter)).ToArray();
                var pattern = $$"""[{"equals-ignore-case":"{{new string(letters)}}"}]""";
                ValueMatches(pattern, $"\"{new string(mixed)}\"").ShouldBeTrue();

                mixed[changed % mixed.Length] = '1';
                ValueMatches(pattern, $"\"{new string(mixed)}\"").ShouldBeFalse();
            });

    /// <summary>By definition each asterisk matches nothing, or one character and itself again.</summary>
    private static bool Covers(string wildcard, string text)
    {
        if (wildcard.Length == 0) return text.Length == 0;
        if (wildcard[0] == '*') return Covers(wildcard[1..], text) || (text.Length > 0 && Covers(wildcard, text[1..]));
        return text.Length > 0 && text[0] == wildcard[0] && Covers(wildcard[1..], text[1..]);
    }
}
