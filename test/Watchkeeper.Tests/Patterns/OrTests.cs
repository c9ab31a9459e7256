using System.Globalization;
using System.Text;
using Shouldly;
using Xunit;
using static Watchkeeper.Tests.Patterns.Asking;

namespace Watchkeeper.Tests.Patterns;

public class OrTests
{
    [Theory]
    [InlineData("""{"a":1}""", true)]
    [InlineData("""{"b":2}""", true)]
    [InlineData("""{"a":1,"b":2}""", true)]
    [InlineData("""{"a":2,"b":1}""", false)]
    [InlineData("{}", false)]
    [InlineData("""{"$or":[{"a":1},{"b":2}]}""", false)]
    public void One_branch_is_enough(string json, bool expected) =>
        Matches("""{"$or":[{"a":[1]},{"b":[2]}]}""", json).ShouldBe(expected);

    [Theory]
    [InlineData("""{"s":"x","a":1}""", true)]
    [InlineData("""{"s":"x","b":2,"c":3}""", true)]
    [InlineData("""{"s":"x","b":2}""", false)]
    [InlineData("""{"s":"y","a":1}""", false)]
    [InlineData("""{"a":1}""", false)]
    public void Fields_beside_it_and_fields_in_a_branch_must_all_match(string json, bool expected) =>
        Matches("""{"s":["x"],"$or":[{"a":[1]},{"b":[2],"c":[3]}]}""", json).ShouldBe(expected);

    [Theory]
    [InlineData("""{"d":{"a":1}}""", true)]
    [InlineData("""{"d":{"b":{"c":2}}}""", true)]
    [InlineData("""{"a":1}""", false)]
    [InlineData("""{"d":{"b":{"c":1}}}""", false)]
    public void Or_can_stand_inside_an_object(string json, bool expected) =>
        Matches("""{"d":{"$or":[{"a":[1]},{"b":{"c":[2]}}]}}""", json).ShouldBe(expected);

    [Theory]
    [InlineData("""{"a":1}""", true)]
    [InlineData("""{"b":2,"c":3}""", true)]
    [InlineData("""{"b":2,"d":4}""", true)]
    [InlineData("""{"b":2}""", false)]
    [InlineData("""{"c":3,"d":4}""", false)]
    public void Or_can_stand_inside_itself(string json, bool expected) =>
        Matches("""{"$or":[{"a":[1]},{"b":[2],"$or":[{"c":[3]},{"d":[4]}]}]}""", json).ShouldBe(expected);

    [Theory]
    [InlineData("""{"x":{"a":1},"y":{"d":4}}""", true)]
    [InlineData("""{"x":{"b":2},"y":{"c":3}}""", true)]
    [InlineData("""{"x":{"a":1,"b":2}}""", false)]
    public void Two_ors_must_both_match(string json, bool expected) =>
        Matches("""{"x":{"$or":[{"a":[1]},{"b":[2]}]},"y":{"$or":[{"c":[3]},{"d":[4]}]}}""", json).ShouldBe(expected);

    [Theory]
    [InlineData("""{"a":1}""", true)]
    [InlineData("""{"a":2}""", true)]
    [InlineData("""{"a":9}""", false)]
    public void A_later_field_replaces_an_earlier_one_of_the_same_path(string json, bool expected) =>
        Matches("""{"a":[9],"$or":[{"a":[1]},{"a":[2]}]}""", json).ShouldBe(expected);

    [Theory]
    [InlineData("""{"l":[{"x":1,"y":2}]}""", true)]
    [InlineData("""{"l":[{"x":1,"z":3}]}""", true)]
    [InlineData("""{"l":[{"x":1},{"y":2},{"z":3}]}""", false)]
    public void Arrays_agree_within_each_branch(string json, bool expected) =>
        Matches("""{"l":{"x":[1],"$or":[{"y":[2]},{"z":[3]}]}}""", json).ShouldBe(expected);

    [Theory]
    [InlineData("""{"$or":[]}""", "$.$or", "at least two")]
    [InlineData("""{"$or":[{"a":[1]}]}""", "$.$or", "at least two")]
    [InlineData("""{"$or":[{"a":[1]},{}]}""", "$.$or[1]", "empty object")]
    [InlineData("""{"$or":[{"a":[1]},2]}""", "$.$or[1]", "must be an object")]
    [InlineData("""{"$or":[{"a":[1]},{"prefix":["b"]}]}""", "$.$or[1].prefix", "reserved")]
    [InlineData("""{"$or":[{"a":[1]},{"b":{"numeric":["c"]}}]}""", "$.$or[1].b.numeric", "reserved")]
    [InlineData("""{"$or":[{"a":[1]},{"b":2}]}""", "$.$or[1].b", "object or an array")]
    [InlineData("""{"$or":null}""", "$.$or", "at least two")]
    [InlineData("""{"$or":["x"]}""", "$.$or", "at least two")]
    [InlineData("""{"$or":[1,2]}""", "$.$or[0]", "must be an object")]
    [InlineData("""{"$or":[{"prefix":"a"},{"prefix":"b"}]}""", "$.$or[0].prefix", "reserved")]
    [InlineData("""{"$or":[{"exists":true}]}""", "$.$or", "at least two")]
    [InlineData("""{"$or":{"a":[1]}}""", "$.$or", "at least two")]
    [InlineData("""{"a":{"$or":[{"numeric":["=",1]},{"numeric":["=",2]}]}}""", "$.a.$or[0].numeric", "reserved")]
    public void Or_is_the_operator_or_refused_and_never_the_name_of_a_field(string pattern, string path, string reason)
    {
        var refusal = Refusal(pattern);

        refusal.Path.ShouldBe(path);
        refusal.Reason.ShouldContain(reason);
    }

    [Theory]
    [InlineData(1000, 1, true)]
    [InlineData(1001, 1, false)]
    [InlineData(10, 3, true)]
    [InlineData(2, 10, false)]
    public void A_pattern_has_at_most_a_thousand_combinations(int branches, int times, bool accepted)
    {
        var pattern = new StringBuilder("{");
        for (var at = 0; at < times; at++)
        {
            pattern.Append(CultureInfo.InvariantCulture, $"\"f{at}\":{{\"$or\":[");
            pattern.AppendJoin(',', Enumerable.Range(0, branches).Select(branch => $"{{\"b{branch}\":[1]}}")).Append("]},");
        }

        var json = $"{pattern.ToString()[..^1]}}}";

        if (accepted) Matches(json, """{"f0":{"b1":1},"f1":{"b2":1},"f2":{"b0":1}}""").ShouldBeTrue();
        else Refusal(json).Reason.ShouldContain("more than 1000 combinations");
    }
}
