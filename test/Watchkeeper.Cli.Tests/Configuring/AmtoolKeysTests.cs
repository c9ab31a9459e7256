using System.Text.RegularExpressions;
using Shouldly;
using Watchkeeper.Cli.Configuring.Keys;
using Watchkeeper.Cli.Configuring.Schema;
using Xunit;

namespace Watchkeeper.Cli.Tests.Configuring;

/// <summary>
/// The keys of Alertmanager 0.25 are all here, and no key of its maps is anything else: amtool itself is asked.
/// </summary>
public sealed partial class AmtoolKeysTests
{
    // The keys that are Watchkeeper's own, in maps that Alertmanager has too.
    private static readonly Dictionary<string, string[]> Own = new(StringComparer.Ordinal)
    {
        ["receivers"] =
        [
            "locale", "time_zone", "fallback", "msteamsv2_configs", "feishu_configs", "dingtalk_configs", "wechat_robot_configs",
        ],
        ["inhibit_rules"] = ["name"],
        ["receivers.email_configs"] = ["template"],
        ["receivers.slack_configs"] = ["mentions", "template"],
        ["receivers.webhook_configs"] = ["signing_secret", "template"],
        ["receivers.wechat_configs"] = ["template"],
    };

    private static readonly string[] Alertmanagers =
        ["global", "route", "receivers", "inhibit_rules", "time_intervals", "mute_time_intervals", "templates"];

    // Maps that amtool reports under a line of their own; each with the YAML before its keys, and their indentation.
    private static readonly (string Path, string Head, int Indent)[] Maps =
    [
        ("global", "global:\n", 2),
        ("global.http_config", "global:\n  http_config:\n", 4),
        ("global.http_config.tls_config", "global:\n  http_config:\n    tls_config:\n", 6),
        ("global.http_config.oauth2", "global:\n  http_config:\n    oauth2:\n", 6),
        ("global.http_config.basic_auth", "global:\n  http_config:\n    basic_auth:\n", 6),
        ("global.http_config.authorization", "global:\n  http_config:\n    authorization:\n", 6),
        ("route", "route:\n", 2),
        ("inhibit_rules", "inhibit_rules:\n-\n", 2),
        ("time_intervals", "time_intervals:\n-\n", 2),
        ("mute_time_intervals", "mute_time_intervals:\n-\n", 2),
        ("time_intervals.time_intervals", "time_intervals:\n- name: x\n  time_intervals:\n  -\n", 4),
        ("time_intervals.time_intervals.times", "time_intervals:\n- name: x\n  time_intervals:\n  - times:\n    -\n", 6),
        ("receivers", "receivers:\n-\n", 2),
        .. new[]
        {
            "discord", "email", "opsgenie", "pagerduty", "pushover", "slack", "sns", "telegram", "victorops", "webex", "webhook",
            "wechat",
        }.Select(kind => ($"receivers.{kind}_configs", $"receivers:\n- name: x\n  {kind}_configs:\n  -\n", 4)),
        ("receivers.sns_configs.sigv4", "receivers:\n- name: x\n  sns_configs:\n  - sigv4:\n", 6),
        ("receivers.slack_configs.actions", "receivers:\n- name: x\n  slack_configs:\n  - actions:\n    -\n", 6),
        ("receivers.slack_configs.actions.confirm", "receivers:\n- name: x\n  slack_configs:\n  - actions:\n    - confirm:\n", 8),
        ("receivers.slack_configs.fields", "receivers:\n- name: x\n  slack_configs:\n  - fields:\n    -\n", 6),
        ("receivers.pagerduty_configs.images", "receivers:\n- name: x\n  pagerduty_configs:\n  - images:\n    -\n", 6),
        ("receivers.pagerduty_configs.links", "receivers:\n- name: x\n  pagerduty_configs:\n  - links:\n    -\n", 6),
        ("receivers.opsgenie_configs.responders", "receivers:\n- name: x\n  opsgenie_configs:\n  - responders:\n    -\n", 6),
    ];

    [Fact]
    public void Every_map_of_Alertmanager_has_its_keys_and_no_others()
    {
        var all = AllKeys(ConfigurationKeys.Root).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var answers = AmtoolCheck.Check([.. Maps.Select(map => map.Head + Lines(all, map.Indent))]);

        foreach (var (map, answer) in Maps.Zip(answers))
        {
            var unknown = NotFound().Matches(answer.Said).Select(match => match.Groups["key"].Value)
                .ToHashSet(StringComparer.Ordinal);
            var theirs = all.Where(key => !unknown.Contains(key)).ToList();
            var ours = KeysAt(map.Path).Except(Own.GetValueOrDefault(map.Path, []), StringComparer.Ordinal);

            theirs.Count.ShouldBeLessThan(all.Count, map.Path);
            ours.Order(StringComparer.Ordinal).ToList().ShouldBe(theirs, map.Path);
        }
    }

    [Fact]
    public void Alertmanagers_sections_are_sections_of_the_file() =>
        ConfigurationKeys.Root.Keys.Select(key => key.Name).Intersect(Alertmanagers, StringComparer.Ordinal)
            .ShouldBe(Alertmanagers, ignoreOrder: true);

    private static string Lines(IEnumerable<string> keys, int indent) =>
        string.Concat(keys.Select(key => $"{new string(' ', indent)}{key}:\n"));

    private static IEnumerable<string> KeysAt(string path)
    {
        var map = ConfigurationKeys.Root;
        foreach (var name in path.Split('.'))
            map = MapOf(map.Keys.Single(key => key.Name == name).Value)!;
        return map.Keys.Select(key => key.Name);
    }

    private static IEnumerable<string> AllKeys(MapSchema map) => map.Keys.SelectMany(key =>
        (MapOf(key.Value) is { } below && below != map ? AllKeys(below) : []).Prepend(key.Name));

    private static MapSchema? MapOf(ValueSchema value) => value switch
    {
        MapSchema map => map,
        ListSchema list => MapOf(list.Item),
        _ => null,
    };

    [GeneratedRegex(@"field (?<key>\w+) not found in type", RegexOptions.NonBacktracking)]
    private static partial Regex NotFound();
}
