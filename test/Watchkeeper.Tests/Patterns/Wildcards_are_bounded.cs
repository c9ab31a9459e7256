using Shouldly;
using Xunit;
using static Watchkeeper.Tests.Patterns.Asking;

namespace Watchkeeper.Tests.Patterns;

public class Wildcards_are_bounded
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
    [InlineData("*a*a*a*a*a*a*a*a*")]
    public void A_wildcard_that_can_be_in_too_many_places_at_once_is_refused(string wildcard) =>
        Refusal($$"""{"v":[{"wildcard":"{{wildcard}}"}]}""").Reason.ShouldContain("too complex");

    [Theory]
    [InlineData("/home/*/one/one/one/one/file.txt")]
    [InlineData("*xxxxxxx*")]
    [InlineData("*a*b*c*")]
    [InlineData("abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz*")]
    public void A_wildcard_of_bounded_places_is_accepted(string wildcard) =>
        Pattern($$"""{"v":[{"wildcard":"{{wildcard}}"}]}""").ShouldNotBeNull();

    [Fact]
    public void The_wildcards_of_one_field_count_together_and_those_of_two_fields_apart()
    {
        const string some = """{"wildcard":"*aa*"},{"wildcard":"*ba*"}""";
        const string more = """{"wildcard":"*ca*"},{"wildcard":"*da*"}""";

        Refusal($$"""{"v":[{{some}},{{more}}]}""").Reason.ShouldContain("too complex");
        Pattern($$"""{"v":[{{some}}],"w":[{{more}}]}""").ShouldNotBeNull();
    }

    [Fact]
    public void The_same_wildcard_in_every_branch_counts_once() => Pattern(
        """
        {"$or":[
          {"v":[{"wildcard":"*abc*"}],"z":[1]},
          {"v":[{"wildcard":"*abc*"}],"z":[2]},
          {"v":[{"wildcard":"*abc*"}],"z":[3]},
          {"v":[{"wildcard":"*abc*"}],"z":[4]}]}
        """).ShouldNotBeNull();
}
