using System.Text.Json;
using System.Text.Json.Nodes;
using Shouldly;
using Watchkeeper.Detections;
using Xunit;

namespace Watchkeeper.Cli.Tests.Detecting;

/// <summary>What the built-in detections must not do to each other.</summary>
public sealed class PackShapeTests
{
    private static readonly string[] Deciding = ["pattern", "unless", "decode", "different", "where", "threshold"];

    [Fact]
    public void No_two_detections_find_the_same()
    {
        DetectionCatalogue.Ids.Length.ShouldBeGreaterThan(150);

        Same(DetectionCatalogue.Ids.Select(id => (id, JsonElement.Parse(DetectionCatalogue.FileOf(id).Span)))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"pattern": {"b": ["y", "x"], "a": [1]}}""", true)]
    [InlineData("""{"pattern": {"a": [1], "b": ["x", "y"]}, "title": "another"}""", true)]
    [InlineData("""{"pattern": {"a": [1], "b": ["x", "y"]}, "where": [{"at": "a", "is": "foreign-account"}]}""", false)]
    [InlineData("""{"pattern": {"a": [1], "b": ["x", "y"]}, "threshold": {"count": 5, "minutes": 5}}""", false)]
    [InlineData("""{"pattern": {"a": [2], "b": ["x", "y"]}}""", false)]
    public void The_order_of_members_and_values_makes_no_difference(string other, bool isSame)
    {
        var one = JsonElement.Parse("""{"pattern": {"a": [1], "b": ["x", "y"]}}""");

        Same([("one", one), ("other", JsonElement.Parse(other))]).Any().ShouldBe(isSame);
    }

    private static IEnumerable<string> Same(IEnumerable<(string Id, JsonElement File)> detections) => detections
        .GroupBy(one => Shape(one.File), StringComparer.Ordinal)
        .Where(group => group.Count() > 1)
        .Select(group => string.Join(" = ", group.Select(one => one.Id)));

    private static string Shape(JsonElement file) => string.Join('\n', Deciding.Select(
        name => file.TryGetProperty(name, out var member) ? Ordered(JsonNode.Parse(member.GetRawText())!) : ""));

    private static string Ordered(JsonNode? node) => node switch
    {
        JsonObject members => $"{{{string.Join(',', members.Select(member => $"{member.Key}:{Ordered(member.Value)}")
            .Order(StringComparer.Ordinal))}}}",
        JsonArray items => $"[{string.Join(',', items.Select(Ordered).Order(StringComparer.Ordinal))}]",
        _ => node?.ToJsonString() ?? "null",
    };
}
