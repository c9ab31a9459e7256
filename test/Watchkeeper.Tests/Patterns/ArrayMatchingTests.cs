using Shouldly;
using Xunit;
using static Watchkeeper.Tests.Patterns.Asking;

namespace Watchkeeper.Tests.Patterns;

public class ArrayMatchingTests
{
    [Theory]
    [InlineData("[\"a\"]", "[\"a\",\"b\"]", true)]
    [InlineData("[\"a\"]", "[\"b\"]", false)]
    [InlineData("[\"a\",\"c\"]", "[\"b\",\"c\"]", true)]
    [InlineData("[\"a\"]", "[]", false)]
    [InlineData("[1]", "[\"1\",[1]]", true)]
    [InlineData("[1]", "[[[2],[1]]]", true)]
    [InlineData("[null]", "[1,null]", true)]
    [InlineData("[{\"prefix\":\"a\"}]", "[\"ba\",\"ab\"]", true)]
    [InlineData("[{\"numeric\":[\">\",5]}]", "[1,\"9\",6]", true)]
    public void One_value_of_an_array_is_enough(string values, string value, bool expected) =>
        ValueMatches(values, value).ShouldBe(expected);

    [Theory]
    [InlineData("""{"l":[{"x":1,"y":2}]}""", true)]
    [InlineData("""{"l":[{"x":1,"y":3},{"x":1,"y":2}]}""", true)]
    [InlineData("""{"l":[{"x":1,"y":3},{"x":2,"y":2}]}""", false)]
    [InlineData("""{"l":[{"x":1},{"y":2}]}""", false)]
    [InlineData("""{"l":[{"x":1,"y":3},{"y":2}]}""", false)]
    [InlineData("""{"l":{"x":1,"y":2}}""", true)]
    [InlineData("""{"l":[]}""", false)]
    [InlineData("""{"l":[{"x":[5,1],"y":[2,7]}]}""", true)]
    [InlineData("""{"l":[1,"x",null,{"x":1,"y":2}]}""", true)]
    public void Fields_of_one_array_must_come_from_one_element(string json, bool expected) =>
        Matches("""{"l":{"x":[1],"y":[2]}}""", json).ShouldBe(expected);

    [Theory]
    [InlineData("""{"l":[{"x":1},{"x":2}],"m":[{"y":3},{"y":2}]}""", true)]
    [InlineData("""{"l":[{"x":2}],"m":[{"y":2}]}""", false)]
    public void Elements_of_different_arrays_are_chosen_apart(string json, bool expected) =>
        Matches("""{"l":{"x":[1]},"m":{"y":[2]}}""", json).ShouldBe(expected);

    [Theory]
    [InlineData("""{"l":[{"n":"a","m":[{"x":1,"y":2}]}]}""", true)]
    [InlineData("""{"l":[{"n":"a","m":[{"x":1,"y":3},{"x":0,"y":2}]}]}""", false)]
    [InlineData("""{"l":[{"n":"b","m":[{"x":1,"y":2}]},{"n":"a","m":[{"x":1,"y":3}]}]}""", false)]
    [InlineData("""{"l":[{"n":"a","m":[]},{"n":"a","m":[{"x":0,"y":2},{"x":1,"y":2}]}]}""", true)]
    [InlineData("""{"l":[{"n":"a"},{"m":[{"x":1,"y":2}]}]}""", false)]
    [InlineData("""{"l":{"n":"a","m":[{"x":1,"y":2}]}}""", true)]
    public void Arrays_inside_arrays_agree_at_every_level(string json, bool expected) =>
        Matches("""{"l":{"n":["a"],"m":{"x":[1],"y":[2]}}}""", json).ShouldBe(expected);

    [Theory]
    [InlineData("""{"l":[{"m":[{"x":1}],"k":[{"y":2}]}]}""", true)]
    [InlineData("""{"l":[{"m":[{"x":1}]},{"k":[{"y":2}]}]}""", false)]
    [InlineData("""{"l":[{"m":[{"x":0}],"k":[{"y":2}]},{"m":[{"x":0},{"x":1}],"k":[{"y":0},{"y":2}]}]}""", true)]
    public void Two_arrays_of_one_element_are_chosen_apart_inside_it(string json, bool expected) =>
        Matches("""{"l":{"m":{"x":[1]},"k":{"y":[2]}}}""", json).ShouldBe(expected);

    [Theory]
    [InlineData("""{"l":[[{"x":1,"y":2}]]}""", true)]
    [InlineData("""{"l":[[{"x":1},{"y":2}]]}""", false)]
    [InlineData("""{"l":[[{"x":1}],[{"y":2}]]}""", false)]
    [InlineData("""{"l":[[{"x":1}],[{"y":2}],[[{"y":2,"x":1}]]]}""", true)]
    public void Arrays_of_arrays_agree_like_arrays(string json, bool expected) =>
        Matches("""{"l":{"x":[1],"y":[2]}}""", json).ShouldBe(expected);

    [Fact]
    public void Plain_values_of_an_array_go_together_with_any_element_of_it()
    {
        Matches("""{"l":["a"],"l.x":[1]}""", """{"l":["a",{"x":1}]}""").ShouldBeTrue();
        Matches("""{"l":["a"],"l.x":[1]}""", """{"l":["b",{"x":1}]}""").ShouldBeFalse();
    }

    [Theory]
    [InlineData("""{"l":[{"x":1}]}""", true)]
    [InlineData("""{"l":[{"x":1,"y":2}]}""", false)]
    [InlineData("""{"l":[{"x":1,"y":2},{"x":1}]}""", true)]
    [InlineData("""{"l":[{"x":1},{"x":0,"y":2}]}""", true)]
    public void A_field_is_absent_when_the_element_chosen_by_names_before_it_lacks_it(string json, bool expected) =>
        Matches("""{"l":{"x":[1],"y":[{"exists":false}]}}""", json).ShouldBe(expected);

    [Theory]
    [InlineData("""{"l":[{"x":1}]}""", true)]
    [InlineData("""{"l":[{"x":1},{"a":2}]}""", false)]
    [InlineData("""{"l":[{"x":1,"a":2}]}""", false)]
    public void A_field_is_absent_from_all_elements_when_no_name_before_it_has_chosen_one(string json, bool expected) =>
        Matches("""{"l":{"a":[{"exists":false}],"x":[1]}}""", json).ShouldBe(expected);

    [Theory]
    [InlineData("""{"a.l":[{"x":1,"y":2}]}""", true)]
    [InlineData("""{"a":{"l":[{"x":1},{"y":2}]}}""", false)]
    [InlineData("""{"a":[{"l.x":1},{"l.y":2}]}""", false)]
    [InlineData("""{"a":[{"l.x":1,"l":{"y":2}}]}""", true)]
    public void Names_with_dots_lead_into_arrays_too(string json, bool expected) =>
        Matches("""{"a":{"l":{"x":[1],"y":[2]}}}""", json).ShouldBe(expected);
}
