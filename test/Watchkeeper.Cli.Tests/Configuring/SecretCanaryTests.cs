using System.Text;
using System.Text.Json.Nodes;
using Shouldly;
using Watchkeeper.Cli.Configuring;
using Watchkeeper.Cli.Configuring.Keys;
using Watchkeeper.Cli.Configuring.Schema;
using Xunit;

namespace Watchkeeper.Cli.Tests.Configuring;

/// <summary>No secret of a file is shown, whatever is wrong around it; and every key that holds one is refused by name.</summary>
public sealed class SecretCanaryTests
{
    private const string Canary = "CANARY-7f3a9c";

    public static TheoryData<string> Channels =>
        [.. ChannelKeys.All.Select(key => key.Name), "global"];

    [Theory]
    [MemberData(nameof(Channels))]
    public void A_secret_in_plain_text_is_refused_and_never_shown(string name)
    {
        var isGlobal = name == "global";
        var map = isGlobal ? GlobalKeys.Map : (MapSchema)((ListSchema)ChannelKeys.All.Single(key => key.Name == name).Value).Item;
        foreach (var secret in SecretsOf(map))
        {
            var json = new JsonObject();
            Put(json, secret.Split('.'));
            var yaml = isGlobal
                ? new JsonObject { ["global"] = json, ["route"] = 5 }
                : new JsonObject
                {
                    ["receivers"] = new JsonArray(new JsonObject { ["name"] = "a", [name] = new JsonArray(json) }),
                    ["route"] = new JsonObject { ["receiver"] = "b" },
                };
            var file = Checked.File(yaml.ToJsonString());

            file.Problems.ShouldContain(
                problem => problem.Key.EndsWith(secret, StringComparison.Ordinal)
                    && problem.Reason.Contains("is a secret in plain text", StringComparison.Ordinal),
                $"{name} {secret}");
            string.Join('\n', file.Problems.Select(problem => ProblemText.Line("f", problem))).ShouldNotContain(Canary);
        }
    }

    [Fact]
    public void Many_keys_hold_secrets() =>
        ChannelKeys.All.Sum(key => SecretsOf((MapSchema)((ListSchema)key.Value).Item).Count()).ShouldBeGreaterThan(50);

    [Theory]
    [InlineData("ssm:/watchkeeper/hook")]
    [InlineData("secretsmanager:watchkeeper/hook")]
    public void A_reference_may_be_applied(string reference)
    {
        var file = Checked.File($"route: {{receiver: a}}\nreceivers: [{{name: a, slack_configs: [{{api_url: '{reference}'}}]}}]\n");

        file.IsAppliable.ShouldBeTrue();
        Encoding.UTF8.GetString(file.ToJson().Span).ShouldContain(reference);
    }

    private static IEnumerable<string> SecretsOf(MapSchema map) => map.Keys.SelectMany(key => key.Value switch
    {
        TextSchema text when text == SecretKeys.Value => [key.Name],
        MapSchema below => SecretsOf(below).Select(name => $"{key.Name}.{name}"),
        _ => Enumerable.Empty<string>(),
    });

    private static void Put(JsonObject json, ReadOnlySpan<string> path)
    {
        if (path.Length == 1)
        {
            json[path[0]] = $"https://user:{Canary}@hooks.example/{Canary}?x={Canary}";
            return;
        }

        var below = new JsonObject();
        json[path[0]] = below;
        Put(below, path[1..]);
    }
}
