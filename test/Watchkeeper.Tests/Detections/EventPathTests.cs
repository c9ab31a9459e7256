using System.Text.Json;
using Shouldly;
using Watchkeeper.Detections.Paths;
using Xunit;

namespace Watchkeeper.Tests.Detections;

public sealed class EventPathTests
{
    [Theory]
    [InlineData("a.b", """{"a":{"b":"x"}}""", "x")]
    [InlineData("a.b", """{"a":{"b":7.50}}""", "7.50")]
    [InlineData("a.b", """{"a":{"b":true}}""", "true")]
    [InlineData("a.b", """{"a":{"b":null}}""", "")]
    [InlineData("a.b", """{"a":{"b":{"c":1}}}""", "")]
    [InlineData("a.b", """{"a":"b"}""", "")]
    [InlineData("a.b", """{"a":[{"b":"x"},{"c":1},{"b":["y","x"]}]}""", "x,y")]
    [InlineData("a", """{"\u0061":"x"}""", "x")]
    [InlineData("a", """[{"a":"x"}]""", "x")]
    [InlineData("a", "7", "")]
    public void A_path_finds_the_values_there(string path, string json, string value) =>
        EventPath.Parse(path)!.Find(JsonElement.Parse(json)).ShouldBe(value);

    [Fact]
    public void Of_several_paths_the_first_that_finds_something_counts()
    {
        var path = EventPath.Parse("a", "b")!;

        path.Find(JsonElement.Parse("""{"a":null,"b":"x"}""")).ShouldBe("x");
        path.Find(JsonElement.Parse("""{"b":"x","a":"y"}""")).ShouldBe("y");
    }

    [Theory]
    [InlineData("")]
    [InlineData("a.")]
    [InlineData(".a")]
    [InlineData("a..b")]
    public void A_path_with_a_missing_name_is_refused(string text) => EventPath.Parse(text).ShouldBeNull();

    [Fact]
    public void An_empty_list_of_paths_is_refused() => EventPath.Parse([]).ShouldBeNull();
}
