using CsCheck;
using Shouldly;
using Watchkeeper.Routing.Expressions;
using Xunit;

namespace Watchkeeper.Tests.Routing.Expressions;

/// <summary>Values and results as Go's regexp package has them for <c>^(?:expression)$</c>; amtool is asked about them
/// too.</summary>
public class ValueExpressionTests
{
    internal static readonly Dictionary<string, (string[] Matching, string[] Others)> Cases = new(StringComparer.Ordinal)
    {
        // The whole value, and nothing but it.
        ["web"] = (["web"], ["web-1", "my web", "Web", "web\n", ""]),
        ["a|b"] = (["a", "b"], ["ab", "a\n", "xb"]),
        ["^(mysql|redis)"] = (["mysql", "redis"], ["mysql01", "^mysql"]),
        ["a$|b"] = (["a", "b"], ["a$"]),
        ["a^b|c"] = (["c"], ["a^b", "ab", "a\nb"]),
        [""] = ([""], ["a"]),
        ["bar|"] = (["bar", ""], ["b", "|"]),
        ["|(|x)"] = (["", "x"], ["xx"]),
        // The dot, the line feed and other line ends.
        ["a.b"] = (["a b", "a\rb", "a\u2028b", "a警b", "a🔥b", "a\u0085b"], ["a\nb", "ab", "a12b"]),
        ["(?s)a.b"] = (["a\nb", "a b"], []),
        ["(?s:a.)b."] = (["a\nbc"], ["a\nb\n"]),
        ["[^x]"] = (["\n", "y", "🔥"], ["x", "xy", ""]),
        [".*"] = (["", "abc"], ["a\nb"]),
        ["..."] = (["a警🔥"], ["🔥🔥", "🔥🔥🔥🔥"]),
        // Lines.
        ["(?m)a$\n^b"] = (["a\nb"], ["ab"]),
        ["a$\n^b"] = ([], ["a\nb"]),
        ["(?m:^a$)\n"] = (["a\n"], []),
        ["\\Aa\\z"] = (["a"], ["a\n", "Aaz"]),
        ["a\\z\nb"] = ([], ["a\nb"]),
        // ASCII classes.
        ["\\d"] = (["0", "9"], ["٣", "९", "１", "a"]),
        ["\\D"] = (["٣", "a", "🔥"], ["5", ""]),
        ["\\w"] = (["a", "Z", "0", "_"], ["é", "警", "ſ", "-", "\u200d"]),
        ["\\W"] = (["é", "警", "-", "🔥"], ["a", "_"]),
        ["\\s"] = ([" ", "\t", "\n", "\f", "\r"], ["\v", "\u00a0", "\u0085", "\u2003", "\u3000"]),
        ["\\S"] = (["\v", "\u00a0", "a", "🔥"], [" ", "\n"]),
        ["[\\d\\s]"] = (["7", " "], ["d", "s", "\\"]),
        ["[^\\d]"] = (["a", "٣"], ["7"]),
        ["[\\D]"] = (["a", "٣"], ["7"]),
        ["[^\\D]"] = (["7"], ["a"]),
        // POSIX classes.
        ["[[:alpha:]]"] = (["a", "Z"], ["a]", ":]", "é", "1", ":"]),
        ["[[:^alpha:]]"] = (["1", "é", ":", "🔥"], ["a"]),
        ["[[:digit:][:space:]_]"] = (["1", "\v", "_"], ["a"]),
        ["[[:punct:]]"] = (["!", "/", ":", "@", "[", "`", "{", "~", "$", "+"], ["a", " ", "\u00a1"]),
        ["[[:word:]]"] = (["_", "a", "0"], ["-"]),
        ["[[:xdigit:]]"] = (["f", "F", "9"], ["g"]),
        ["[[:cntrl:]]"] = (["\0", "\u001f", "\u007f"], [" ", "\u0080"]),
        ["[[:ascii:]]"] = (["\0", "~", "\u007f"], ["\u0080"]),
        ["[[:blank:]]"] = ([" ", "\t"], ["\n"]),
        ["[[:graph:]]"] = (["!", "~"], [" "]),
        ["[[:print:]]"] = (["!", "~", " "], ["\t"]),
        ["[[:lower:]-]"] = (["a", "-"], ["A"]),
        ["[:alpha:]"] = ([":", "a", "l", "p", "h"], ["b", "z"]),
        // No subtraction, no intersection: brackets and hyphens are members.
        ["[a-z-[aeiou]]"] = (["b]", "a]", "-]", "[]"], ["b", "a", "]"]),
        ["[a-z&&[aeiou]]"] = (["b]", "&]", "[]"], ["b", "a"]),
        ["[]a]"] = (["]", "a"], ["["]),
        ["[^]a]"] = (["b"], ["]", "a"]),
        ["[a-]"] = (["a", "-"], ["b"]),
        ["[-a]"] = (["a", "-"], ["b"]),
        ["[\\d-z]"] = (["1", "-", "z"], ["a"]),
        ["[a\\-z]"] = (["a", "-", "z"], ["b", "\\"]),
        ["[a^]"] = (["a", "^"], ["b"]),
        ["[.$*]"] = ([".", "$", "*"], ["a", ""]),
        ["[\\]\\\\]"] = (["]", "\\"], ["a"]),
        // Characters beyond U+FFFF are one.
        ["[🔥警]"] = (["🔥", "警"], ["火"]),
        ["[^🔥]"] = (["警", "🙂", "a"], ["🔥"]),
        ["[🔥-🙂]"] = (["🔥", "🙂", "😀"], ["🔤", "警"]),
        ["🔥?x"] = (["🔥x", "x"], ["🔥🔥x"]),
        ["🔥{2}"] = (["🔥🔥"], ["🔥"]),
        ["[\\x{10000}-\\x{10FFFF}]"] = (["🔥", "\U00010000", "\U0010FFFF"], ["警"]),
        ["[\\x{FFF0}-\\x{10400}]"] = (["\ufffd", "\U00010000", "\U00010400"], ["\U00010401", "警"]),
        ["[^\\x00-\\x{10FFFF}]|y"] = (["y"], ["a", ""]),
        // Unicode categories; the group C has no unassigned characters.
        ["\\pN"] = (["1", "٣", "Ⅷ", "½", "𝟙"], ["a"]),
        ["\\PN"] = (["a", "警", "🔥"], ["1", "𝟙"]),
        ["\\p{Lu}"] = (["A", "É", "Σ", "𝐀"], ["a", "1", "中"]),
        ["\\p{^Lu}"] = (["a", "1"], ["A"]),
        ["\\P{^Lu}"] = (["A"], ["a"]),
        ["[\\pL\\p{Nd}]"] = (["a", "中", "٣"], ["½", "-"]),
        ["[^\\pL]"] = (["1"], ["a", "𝐀"]),
        ["\\p{Any}"] = (["a", "\n", "🔥"], [""]),
        ["\\p{Cf}"] = (["\u200d", "\u202e"], ["a"]),
        ["\\pC"] = (["\0", "\u200d", "\ue000"], ["\u0378", "a"]),
        ["\\p{Sc}"] = (["$", "¥", "€"], ["a"]),
        ["\\pZ"] = ([" ", "\u00a0", "\u2028", "\u3000"], ["\t"]),
        // Word boundaries know ASCII only.
        [".*\\bfoo\\b.*"] = (["foo", "a foo b", "-foo-", "éfoo警", "ſfoo\u200d"], ["foobar", "_foo", "foo0", "fo o"]),
        ["a\\Bb|\\Bé\\B"] = (["ab", "é"], ["a"]),
        ["(?m)a\\b$\n\\b^b"] = (["a\nb"], ["ab"]),
        // Scripts.
        ["\\p{Greek}"] = (["σ", "Ω", "ἀ"], ["s", "µ"]),
        ["\\p{Han}+\\P{Han}"] = (["警报-", "々a"], ["警报", "ア-"]),
        ["[\\p{Latin}\\p{Cyrillic}]"] = (["é", "ж"], ["σ", "1"]),
        ["(?P<a>b)(?P<a>c)"] = (["bc"], ["b"]),
        // Case: simple folding, as RE2 has it.
        ["(?i)k"] = (["k", "K", "\u212a"], ["x"]),
        ["(?i)\u212a"] = (["k", "K"], ["x"]),
        ["(?i)s"] = (["s", "S", "ſ"], ["ß"]),
        ["(?i)σ"] = (["σ", "ς", "Σ"], ["s"]),
        ["(?i)ß"] = (["ß", "ẞ"], ["ss", "SS"]),
        ["(?i)i"] = (["i", "I"], ["İ", "ı"]),
        ["(?i)İ"] = (["İ"], ["i", "I", "ı"]),
        ["(?i)ı"] = (["ı"], ["i", "I"]),
        ["(?i)É"] = (["é", "É"], ["e"]),
        ["(?i)µ"] = (["µ", "μ", "Μ"], ["m"]),
        ["(?i)\u01c6"] = (["\u01c4", "\u01c5", "\u01c6"], ["dž"]),
        ["(?i)𐐀"] = (["𐐀", "𐐨"], ["𐐁"]),
        ["(?i)[a-c]x"] = (["Bx", "bX", "cx"], ["dx"]),
        ["(?i)[^k]"] = (["x"], ["k", "K", "\u212a"]),
        ["(?i)\\w"] = (["ſ", "\u212a", "a", "_"], ["é"]),
        ["(?i)\\W"] = (["é"], ["ſ", "k"]),
        ["(?i)[[:lower:]]"] = (["A", "a", "ſ"], ["1"]),
        ["(?i)\\p{Lu}"] = (["A", "a"], ["1", "中"]),
        ["(?i)critical|high"] = (["CRITICAL", "High"], ["low"]),
        ["(?i:a)b"] = (["ab", "Ab"], ["aB"]),
        ["a(?i)b|c"] = (["ab", "aB", "c", "C"], ["AB"]),
        ["(a(?i)b)c"] = (["abc", "aBc"], ["aBC", "ABc"]),
        ["(?i)a(?-i)b"] = (["ab", "Ab"], ["aB"]),
        ["(?i)a(?-i:b)c"] = (["AbC"], ["ABC"]),
        ["(?i-s:A)."] = (["ax"], ["a\n"]),
        ["(?)a"] = (["a"], ["(?)a"]),
        // Groups, their names, and greed, which does not matter.
        ["(?P<name>a)(?P<other>b)"] = (["ab"], ["a"]),
        ["(?:a|b)c"] = (["ac", "bc"], ["a"]),
        ["(?U)a+b*"] = (["aab"], ["b"]),
        ["a+?b??c*?d{1,2}?"] = (["aabccd", "add"], ["d"]),
        ["()a"] = (["a"], [""]),
        // Literal text.
        ["\\Qa.b|c\\E+"] = (["a.b|c", "a.b|ccc"], ["axb", "c"]),
        ["\\Q\\E"] = ([""], ["Q"]),
        ["\\Q🔥\\E?"] = (["🔥", ""], ["🔥🔥"]),
        ["(?i)\\Qk.\\E"] = (["K.", "\u212a."], ["Kx"]),
        // Repetition.
        ["a{2}"] = (["aa"], ["a", "aaa", "a{2}"]),
        ["a{2,}"] = (["aa", "aaaa"], ["a"]),
        ["a{1,2}"] = (["a", "aa"], ["", "aaa"]),
        ["a{0}"] = ([""], ["a"]),
        ["a{,2}"] = (["a{,2}"], ["a", "aa"]),
        ["a{02}"] = (["a{02}"], ["aa"]),
        ["a{x"] = (["a{x"], ["a"]),
        ["{|}"] = (["{", "}"], []),
        ["a{2"] = (["a{2"], ["aa"]),
        ["a{ 2}"] = (["a{ 2}"], ["aa"]),
        ["^*a$+"] = (["a"], ["^a"]),
        ["(a*)*b"] = (["b", "aab"], ["a"]),
        ["(?:a{10}){100}|b"] = (["b"], ["a"]),
        ["a*(?i)*b"] = (["b", "aB"], ["ab*"]),
        [".{1000}"] = ([new string('警', 1000), string.Concat(Enumerable.Repeat("🔥", 1000))], [new string('a', 999)]),
        ["\\pL{0,1000}"] = (["", new string('警', 1000)], [new string('a', 1001), "1"]),
        ["[^/]{1,255}(?:/[a-z0-9._-]{1,255}){0,3}"] = (["🔥", "a/b/c/d"], ["a/b/c/d/e", "/"]),
        // What the library's linear engine once took for something else.
        ["XY|X??Y"] = (["Y", "XY"], ["X"]),
        ["(a|^){2}c"] = (["ac", "c", "aac"], ["aaac", "a"]),
        ["(?m)(?:^|a)+\n?"] = (["", "\n", "aa\n"], ["\na", "b"]),
        [".{4}x|ab"] = (["ab", "aabax"], ["aab"]),
        [" ?, ?"] = ([",", " , "], [",,"]),
        // Escapes.
        ["\\.\\*\\+\\?\\(\\)\\[\\]\\{\\}\\|\\^\\$\\\\"] = ([".*+?()[]{}|^$\\"], ["a"]),
        ["\\-\\_\\ \\#\\/\\\"\\'\\<\\%"] = (["-_ #/\"'<%"], ["a"]),
        ["\\a\\f\\n\\r\\t\\v"] = (["\a\f\n\r\t\v"], ["afnrtv"]),
        ["\\x41\\x{42}\\x{4E2D}\\x{1F525}\\x{00000043}"] = (["AB中🔥C"], ["x41"]),
        ["\\101\\0101|\\12"] = (["A\b1", "\n"], ["A"]),
        ["\\0"] = (["\0"], ["0"]),
        ["#a b"] = (["#a b"], ["ab", ""]),
        ["]}"] = (["]}"], ["]"]),
    };

    public static TheoryData<string> Expressions => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Expressions))]
    public void An_expression_matches_the_values_that_RE2_matches(string expression)
    {
        var compiled = ValueExpression.Compile(expression, out var reason).ShouldNotBeNull(reason);

        foreach (var value in Cases[expression].Matching)
            compiled.IsMatch(value).ShouldBeTrue(Shown(value));
        foreach (var value in Cases[expression].Others)
            compiled.IsMatch(value).ShouldBeFalse(Shown(value));
    }

    [Fact]
    public void Half_a_character_counts_as_the_replacement_character()
    {
        var any = ValueExpression.Compile("a.b", out _)!;
        any.IsMatch("a\ud83db").ShouldBeTrue();
        any.IsMatch("a\ude00b").ShouldBeTrue();
        any.IsMatch("a\ude00\ud83db").ShouldBeFalse();
        ValueExpression.Compile("a\ufffdb", out _)!.IsMatch("a\ud83db").ShouldBeTrue();
        ValueExpression.Compile("[^🔥]", out _)!.IsMatch("\ud83d").ShouldBeTrue();
        ValueExpression.Compile("\\p{Cs}", out _)!.IsMatch("\ud83d").ShouldBeFalse();
    }

    [Fact]
    public void Any_text_is_either_compiled_or_refused_with_a_reason() =>
        Gen.OneOf(
                "a", "B", "k", "ſ", "警", "🔥", "|", "(", "(", ")", ")", "*", "+", "?", "{2}", "{1,3}", "{0,}", ".", "^", "$", "[",
                "]", "-", "[^", "[:alpha:]", "\\d", "\\W", "\\pL", "\\P{Lu}", "\\Q", "\\E", "\\z", "\\x41", "(?i)", "(?s-m:",
                "(?m)", "(?P<n>", "\\", "\n", "\ud83d", "{", ",")
            .Array[0, 12].Select(string.Concat)
            .Sample(expression =>
            {
                var compiled = ValueExpression.Compile(expression, out var reason);
                (compiled is null).ShouldBe(reason.Length > 0, expression);
                compiled?.IsMatch("kſ警🔥a\n");
            });

    private static string Shown(string value) => string.Concat(value.EnumerateRunes().Select(rune => $"U+{rune.Value:X4} "));
}
