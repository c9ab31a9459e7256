using Shouldly;
using Xunit;
using static Watchkeeper.Tests.Patterns.Asking;

namespace Watchkeeper.Tests.Patterns;

public class WildcardComplexityTests
{
    [Theory]
    [InlineData("a**b", 1)]
    [InlineData("**", 0)]
    [InlineData(@"\\\\**", 2)]
    public void Two_asterisks_in_a_row_are_refused(string wildcard, int position)
    {
        var refusal = Refusal($$"""{"v":[{"wildcard":"{{wildcard}}"}]}""");

        refusal.Path.ShouldBe("$.v[0].wildcard");
        refusal.Reason.ShouldContain($"position {position} ");
    }

    [Theory]
    [InlineData(@"a\\b")]
    [InlineData(@"\\")]
    [InlineData(@"*\\")]
    [InlineData(@"\\\\\\")]
    [InlineData(@"\\n")]
    public void A_backslash_escapes_asterisks_and_backslashes_only(string wildcard) =>
        Refusal($$"""{"v":[{"wildcard":"{{wildcard}}"}]}""").Reason.ShouldContain("backslash");

    [Theory]
    [InlineData("*:*:*:*:*:queue/*")]
    [InlineData("*xxxxxxxxxx*")]
    [InlineData("*a*a*a*a*a*")]
    [InlineData("*a*a*a*a*a*a*a*a*")]
    public void A_wildcard_with_too_many_simultaneous_positions_is_refused(string wildcard) =>
        Refusal($$"""{"v":[{"wildcard":"{{wildcard}}"}]}""").Reason.ShouldContain("too complex");

    [Theory]
    [InlineData("/home/*/one/one/one/one/file.txt")]
    [InlineData("*xxxxxxx*")]
    [InlineData("*a*a*a*a*a")]
    [InlineData("*a*b*c*")]
    [InlineData("abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz*")]
    public void A_wildcard_with_few_simultaneous_positions_is_accepted(string wildcard) =>
        Pattern($$"""{"v":[{"wildcard":"{{wildcard}}"}]}""").ShouldNotBeNull();

    [Fact]
    public void The_wildcards_of_one_field_count_together_and_those_of_two_fields_apart()
    {
        const string some = """{"wildcard":"*aa*"},{"wildcard":"*ba*"}""";
        const string more = """{"wildcard":"*ca*"},{"wildcard":"*da*"}""";

        Refusal($$"""{"v":[{{some}},{{more}}]}""").Reason.ShouldContain("too complex");
        Pattern($$"""{"v":[{{some}}],"w":[{{more}}]}""").ShouldNotBeNull();
    }

    [Theory]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public void A_repeated_wildcard_counts_again_from_its_first_asterisk(int times, bool accepted)
    {
        var some = Repeated("""{"wildcard":"*q*"}""", times);
        var others = Repeated("""{"anything-but":{"wildcard":["*q*"]}}""", times);
        var branches = string.Join(',', Enumerable.Range(0, times).Select(branch => $$"""{"w":[{{branch}}]}"""));

        ShouldBe(accepted, $$"""{"v":[{{some}}]}""");
        ShouldBe(accepted, $$"""{"v":[{{others}}]}""");
        ShouldBe(accepted, $$"""{"v":[{"wildcard":"*q*"}],"$or":[{{branches}}]}""");
    }

    [Theory]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public void The_wildcards_of_one_exclusion_have_their_beginnings_and_one_end_in_common(int wildcards, bool accepted)
    {
        ShouldBe(accepted, Excluding(Numbered(wildcards, "*q{0}*")));
        ShouldBe(accepted, Excluding(Numbered(wildcards, "dir/*q{0}*")));
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(11, false)]
    public void Wildcards_in_entries_of_their_own_count_from_their_first_character(int wildcards, bool accepted)
    {
        var entries = string.Join(',', Enumerable.Range(0, wildcards).Select(number => $$"""{"wildcard":"q{{number}}*"}"""));

        ShouldBe(accepted, $$"""{"v":[{{entries}}]}""");
        ShouldBe(true, Excluding(Numbered(wildcards, "q{0}*")));
    }

    [Fact]
    public void An_exclusion_counts_a_wildcard_once_however_often_and_in_whatever_order_it_is_named()
    {
        ShouldBe(true, Excluding(Repeated("\"*q*\"", 20)));

        const string one = """{"anything-but":{"wildcard":["*q*","*r*"]}}""";
        const string same = """{"anything-but":{"wildcard":["*r*","*q*"]}}""";
        const string another = """{"anything-but":{"wildcard":["*r*","*s*"]}}""";
        ShouldBe(true, $$"""{"v":[{{one}},{{same}}]}""");
        ShouldBe(true, $$"""{"v":[{{one}},{{another}}]}""");
    }

    [Theory]
    [InlineData("[1]", "[2]", true)]
    [InlineData("[1]", "[1.0]", false)]
    [InlineData("[1]", """[{"numeric":["=",1]}]""", false)]
    [InlineData("""["a"]""", """["A"]""", true)]
    [InlineData("""["a","b"]""", """["b","c"]""", false)]
    [InlineData("""[{"cidr":"10.1.0.0/16"}]""", """[{"cidr":"10.1.2.3/16"}]""", false)]
    [InlineData("""[{"cidr":"10.1.0.0/16"}]""", """[{"cidr":"10.2.0.0/16"}]""", true)]
    [InlineData("""[{"anything-but":"a"}]""", """[{"anything-but":["a"]}]""", false)]
    [InlineData("""[{"prefix":"a"}]""", """[{"suffix":"a"}]""", true)]
    [InlineData("""[{"exists":false}]""", """[{"exists":false}]""", true)]
    [InlineData("""[{"exists":true}]""", """[{"exists":true}]""", false)]
    public void Wildcards_count_together_behind_the_same_value_of_the_fields_before_them(string one, string other, bool accepted)
    {
        var some = Numbered(3, "*q{0}*", "wildcard");
        var more = Numbered(3, "*r{0}*", "wildcard");

        ShouldBe(accepted, $$"""{"$or":[{"a":{{one}},"v":[{{some}}]},{"a":{{other}},"v":[{{more}}]}]}""");
        ShouldBe(true, $$"""{"$or":[{"z":{{one}},"v":[{{some}}]},{"w":{{other}},"z":[{{more}}]}]}""");
    }

    [Fact]
    public void Big_lists_and_many_branches_are_checked_quickly()
    {
        var many = string.Join(',', Enumerable.Range(0, 20_000).Select(number => $"\"t{number}\""));
        var branches = string.Join(',', Enumerable.Range(0, 1000).Select(branch =>
            $$"""{"b":[{{branch}}],"v":[{"wildcard":"*{{branch}}*abc*de*f"}],"w":[{{branch}},7,8,9],"x":[7,{{branch}}]}"""));

        ShouldBe(true, $$"""{"a":[{"anything-but":[{{many}}]},{{many}}],"$or":[{{branches}}]}""");
        ShouldBe(false, $$"""{"v":[{{Repeated("""{"wildcard":"*q*"}""", 20_000)}}]}""");
    }

    private static void ShouldBe(bool accepted, string pattern)
    {
        if (accepted) Pattern(pattern).ShouldNotBeNull();
        else Refusal(pattern).Reason.ShouldContain("too complex");
    }

    private static string Excluding(string wildcards) => $$$"""{"v":[{"anything-but":{"wildcard":[{{{wildcards}}}]}}]}""";

    private static string Repeated(string entry, int times) => string.Join(',', Enumerable.Repeat(entry, times));

    private static string Numbered(int count, string wildcard, string? type = null) => string.Join(',', Enumerable.Range(0, count)
        .Select(number => $"\"{string.Format(null, wildcard, number)}\"")
        .Select(text => type is null ? text : $"{{\"{type}\":{text}}}"));
}
