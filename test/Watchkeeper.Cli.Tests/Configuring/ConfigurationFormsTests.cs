using System.Text;
using System.Text.Json.Nodes;
using Shouldly;
using Watchkeeper.Cli.Configuring;
using Watchkeeper.Configuration;
using Watchkeeper.Configuration.Reading;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Cli.Tests.Configuring;

/// <summary>Whatever stands in the place of a value, checker and reader say what is wrong and never fail.</summary>
public sealed class ConfigurationFormsTests
{
    // What the shop's file does not have.
    private const string Everything =
        """
        {"global": {"slack_api_url": "ssm:/a"}, "inhibit_rules": [{"source_matchers": ["a=b"], "target_match": {"a": "b"}, "equal": ["c"]}],
         "time_intervals": [{"name": "n", "time_intervals": [{"times": [{"start_time": "09:00", "end_time": "17:00"}],
            "weekdays": ["monday:friday"], "days_of_month": ["1:5"], "months": ["may"], "years": ["2026"], "location": "Europe/Berlin"}]}],
         "templates": ["*.tmpl"], "detections": {"thresholds": {"root-use": {"count": 3, "within": "5m"}}, "off": ["root-use"]},
         "advisor": {"exclusions": [{"check": "a", "resource": "b", "until": "2027-01-01"}], "age_objectives": {"high": "7d"}},
         "silences": {"max_duration": "1d"}, "heartbeats": [{"name": "a"}], "damping": {"a": 1}}
        """;

    [Fact]
    public void Any_value_may_have_any_form()
    {
        var shop = ConfigurationFile.Read(
            File.ReadAllBytes(Repository.PathOf("events/application/watchkeeper.yaml")), Checked.Today).ToJson();
        var known = JsonNode.Parse(Everything)!.AsObject();
        foreach (var member in JsonNode.Parse(shop.Span)!.AsObject())
            known[member.Key] = member.Value?.DeepClone();
        known["route"]!["matchers"] = new JsonArray("a=b");
        var places = Places(known, []).ToList();
        places.Count.ShouldBeGreaterThan(150);

        foreach (var place in places)
        {
            foreach (var form in (string[])["\"x\"", "5", "true", "null", "[]", "{}", "[\"x\"]", "{\"x\": \"y\"}", "[[]]", "[{}]"])
            {
                var other = known.DeepClone();
                var owner = place[..^1].Aggregate(other, (node, step) => step is int at ? node[at]! : node[(string)step]!);
                if (place[^1] is int index)
                    owner[index] = JsonNode.Parse(form);
                else
                    owner[(string)place[^1]] = JsonNode.Parse(form);

                var text = other.ToJsonString();
                Should.NotThrow(() => Checked.File(text), $"{string.Join('.', place)} is {form}");
                Should.NotThrow(
                    () => ConfigurationReader.Read(Encoding.UTF8.GetBytes(text), WatchkeeperConfiguration.Default()),
                    $"a version whose {string.Join('.', place)} is {form}");
            }
        }
    }

    private static IEnumerable<object[]> Places(JsonNode? node, object[] path) => (node switch
    {
        JsonObject map => map.SelectMany(member => Places(member.Value, [.. path, member.Key])),
        JsonArray list => list.SelectMany((item, at) => Places(item, [.. path, at])),
        _ => [],
    }).Concat(path.Length > 0 ? [path] : []);
}
