using System.Text;
using System.Text.Json.Nodes;
using Shouldly;
using Watchkeeper.Cli.Configuring;
using Watchkeeper.Cli.Configuring.Keys;
using Watchkeeper.Cli.Configuring.Schema;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Cli.Tests.Configuring;

public sealed class ConfigurationSchemaTests
{
    private const string Published = "src/Watchkeeper.Cli/Configuring/watchkeeper.schema.json";

    private static readonly JsonNode Schema = JsonNode.Parse(ConfigurationSchema.Write())!;

    [Fact]
    public void The_published_schema_is_that_of_the_checker() =>
        File.ReadAllText(Repository.PathOf(Published)).ShouldBe(
            ConfigurationSchema.Write() + "\n", $"write it anew: watchkeeper config schema > {Published}");

    [Fact]
    public void Every_key_of_the_checker_is_described_and_no_other_is_allowed()
    {
        var seen = new HashSet<MapSchema>();
        Compare(ConfigurationKeys.Root, Schema);

        seen.Count.ShouldBeGreaterThan(40);

        void Compare(MapSchema map, JsonNode described)
        {
            if (!seen.Add(map))
                return;
            var properties = described["properties"]!.AsObject();
            properties.Select(each => each.Key).ShouldBe(map.Keys.Select(key => key.Name));
            described["additionalProperties"]!.GetValue<bool>().ShouldBeFalse();
            (described["required"]?.AsArray().Select(each => each!.GetValue<string>()) ?? [])
                .ShouldBe(map.Keys.Where(key => key.IsRequired).Select(key => key.Name));
            foreach (var key in map.Keys)
            {
                var property = properties[key.Name]!;
                property["description"]!.GetValue<string>().ShouldBe(key.Description);
                if (key.Value is MapSchema below)
                    Compare(below, Resolve(property["allOf"]![0]!));
                else if (key.Value is ListSchema { Item: MapSchema item })
                    Compare(item, Resolve(property["items"]!));
            }
        }
    }

    [Fact]
    public void The_shops_file_fits_the_schema_and_stops_fitting_when_a_key_is_misspelt()
    {
        var json = Checked.File(File.ReadAllBytes(Repository.PathOf("events/application/watchkeeper.yaml"))).ToJson();
        var check = new JsonSchemaCheck(Schema.ToJsonString());

        check.Errors(Encoding.UTF8.GetString(json.Span)).ShouldBeEmpty();
        var misspelt = JsonNode.Parse(json.Span)!;
        misspelt["route"]!["reciever"] = "x";
        check.Errors(misspelt.ToJsonString()).ShouldBe(["$.route.reciever is unknown"]);
    }

    private static JsonNode Resolve(JsonNode reference) =>
        Schema["definitions"]![reference["$ref"]!.GetValue<string>()["#/definitions/".Length..]]!;
}
