using Shouldly;
using Xunit;

namespace Watchkeeper.Cli.Tests.Configuring;

/// <summary>
/// What Alertmanager refuses, <c>config check</c> refuses; what it takes, <c>config check</c> takes. amtool is asked.
/// </summary>
public sealed class AmtoolAgreementTests
{
    private const string Two = "receivers: [{name: a}, {name: b}]\n";

    // Where a check of ours is stricter or wider than Alertmanager on purpose, with the reason.
    private static readonly Dictionary<string, string> Deviations = new(StringComparer.Ordinal)
    {
        [$"{Two}time_intervals: []\n"] = "without a route the default routes are in force",
        [""] = "without a file the defaults are in force",
        [$"route: {{receiver: a}}\n{Two}time_intervals: [{{name: x, time_intervals: [{{location: Local}}]}}]\n"] =
            "a function has no time zone of its own",
        [$"route: {{receiver: a}}\n{Two}time_intervals: [{{name: x, time_intervals: [{{months: [13]}}]}}]\n"] =
            "there is no thirteenth month",
        [$"route: {{receiver: a, group_by: ['b.c']}}\n{Two}"] = "labels of AWS have other characters too",
        [$"route: {{receiver: a, routes: [{{match: {{'x.y': a}}}}]}}\n{Two}"] = "labels of AWS have other characters too",
        [$"route: {{receiver: a, routes: [{{matchers: ['\"x.y\"=a']}}]}}\n{Two}"] = "Alertmanager takes this since 0.27",
        [$"route: {{receiver: a, routes: [{{matchers: [severity=hihg]}}]}}\n{Two}"] = "severity has five values here",
        [$"route: {{receiver: a, routes: [{{matchers: [x=1, x=2]}}]}}\n{Two}"] = "no incident has both",
        ["route: {receiver: a}\nreceivers: [{name: a, email_configs: [{to: a@b.example}]}]\n"] =
            "SES sends, so no smarthost is needed",
        ["route: {receiver: a}\nreceivers: [{name: a, webhook_configs: [{url: 'ssm:/x'}]}]\n"] = "references to secrets are ours",
    };

    private static readonly string[] Files =
    [
        $"route: {{receiver: a}}\n{Two}",
        $"route: {{receiver: a, continue: true}}\n{Two}",
        $"route: {{receiver: a, continue: no}}\n{Two}",
        $"route: {{receiver: a, matchers: [x=1]}}\n{Two}",
        $"route: {{receiver: a, matchers: []}}\n{Two}",
        $"route: {{receiver: a, match: {{}}}}\n{Two}",
        $"route: {{receiver: a, match: {{x: y}}}}\n{Two}",
        $"route: {{receiver: a, match_re: {{x: y}}}}\n{Two}",
        $"route: {{receiver: a, mute_time_intervals: [x]}}\n{Two}",
        $"route: {{receiver: a, active_time_intervals: [x]}}\n{Two}",
        $"route: {{routes: [{{receiver: a}}]}}\n{Two}",
        $"route: {{receiver: c}}\n{Two}",
        $"route: {{receiver: a, routes: [{{routes: [{{receiver: c}}]}}]}}\n{Two}",
        $"route: {{receiver: a, routes: [{{receiver: ''}}]}}\n{Two}",
        $"route: {{receiver: a, routes: }}\n{Two}",
        $"route: {{receiver: a, routes: [{{matchers: x=1}}]}}\n{Two}",
        $"route: {{receiver: a, routes: [{{matchers: ['x=~(']}}]}}\n{Two}",
        $"route: {{receiver: a, routes: [{{matchers: ['x=two words']}}]}}\n{Two}",
        $"route: {{receiver: a, routes: [{{matchers: ['x=\"a']}}]}}\n{Two}",
        $"route: {{receiver: a, routes: [{{matchers: ['x=a,y=b']}}]}}\n{Two}",
        $"route: {{receiver: a, routes: [{{matchers: ['x']}}]}}\n{Two}",
        $"route: {{receiver: a, routes: [{{match: {{x: [1]}}}}]}}\n{Two}",
        $"route: {{receiver: a, routes: [{{match: {{x: no}}}}]}}\n{Two}",
        $"route: {{receiver: a, routes: [{{match: {{x: 7}}}}]}}\n{Two}",
        $"route: {{receiver: a, routes: [{{match_re: {{x: '('}}}}]}}\n{Two}",
        $"route: {{receiver: a, routes: [{{receiver: b, continue: 'yes'}}]}}\n{Two}",
        $"route: {{receiver: a, routes: [{{mute_time_intervals: [x]}}]}}\n{Two}",
        $"route: {{receiver: a, routes: [{{mute_time_intervals: [x]}}]}}\n{Two}time_intervals: [{{name: x}}]\n",
        $"route: {{receiver: a, routes: [{{active_time_intervals: [x]}}]}}\n{Two}mute_time_intervals: [{{name: x}}]\n",
        $"route: {{receiver: a, group_by: ['...', b]}}\n{Two}",
        $"route: {{receiver: a, group_by: ['...']}}\n{Two}",
        $"route: {{receiver: a, group_by: [b, b]}}\n{Two}",
        $"route: {{receiver: a, group_wait: 0s}}\n{Two}",
        $"route: {{receiver: a, group_wait: 0}}\n{Two}",
        $"route: {{receiver: a, group_wait: 1.5s}}\n{Two}",
        $"route: {{receiver: a, group_wait: 10}}\n{Two}",
        $"route: {{receiver: a, group_wait: }}\n{Two}",
        $"route: {{receiver: a, group_wait: 1d2h3m4s5ms}}\n{Two}",
        $"route: {{receiver: a, group_wait: 5s1m}}\n{Two}",
        $"route: {{receiver: a, group_interval: 0s}}\n{Two}",
        $"route: {{receiver: a, repeat_interval: 0s}}\n{Two}",
        $"route: {{receiver: a, foo: 1}}\n{Two}",
        "route: {receiver: a}\nreceivers: [{name: a}, {name: a}]\n",
        "route: {receiver: a}\nreceivers: [{name: a}, {name: ''}]\n",
        "route: {receiver: a}\nreceivers: [{name: a}, {}]\n",
        "route: {receiver: a}\nreceivers: {name: a}\n",
        $"route: [{{receiver: a}}]\n{Two}",
        $"route: {{receiver: a}}\nroute: {{receiver: b}}\n{Two}",
        "route: {receiver: a}\nreceivers:\n- &x {name: a}\n- <<: *x\n  name: b\n",
        "route: {receiver: a}\nreceivers: [{name: a, slack_configs: [{channel: x}]}]\n",
        "global: {slack_api_url: 'https://hooks.example/x'}\nroute: {receiver: a}\n"
        + "receivers: [{name: a, slack_configs: [{channel: x}]}]\n",
        "route: {receiver: a}\nreceivers: [{name: a, slack_configs: [{api_url: 'https://hooks.example/x', api_url_file: /x}]}]\n",
        "route: {receiver: a}\nreceivers: [{name: a, sns_configs: [{}]}]\n",
        "route: {receiver: a}\nreceivers: [{name: a, webhook_configs: [{}]}]\n",
        "route: {receiver: a}\nreceivers: [{name: a, webhook_configs: [{url: 'https://hooks.example/x', max_alerts: 3}]}]\n",
        "route: {receiver: a}\nreceivers: [{name: a, pagerduty_configs: [{}]}]\n",
        "route: {receiver: a}\nreceivers: [{name: a, pagerduty_configs: [{routing_key: x}]}]\n",
        "route: {receiver: a}\nreceivers: [{name: a, opsgenie_configs: [{}]}]\n",
        "route: {receiver: a}\nreceivers: [{name: a, pushover_configs: [{token: x}]}]\n",
        "route: {receiver: a}\nreceivers: [{name: a, pushover_configs: [{token: x, user_key: y}]}]\n",
        "route: {receiver: a}\nreceivers: [{name: a, telegram_configs: [{chat_id: 1}]}]\n",
        "route: {receiver: a}\nreceivers: [{name: a, discord_configs: [{}]}]\n",
        "route: {receiver: a}\nreceivers: [{name: a, email_configs: [{}]}]\n",
        $"route: {{receiver: a}}\n{Two}inhibit_rules: [{{source_matchers: [x=1], target_matchers: [y=2], equal: [z]}}]\n",
        $"route: {{receiver: a}}\n{Two}inhibit_rules: [{{source_match: {{x: y}}, target_match_re: {{x: '('}}}}]\n",
        .. Intervals("weekdays: ['Monday:friday']"), .. Intervals("weekdays: ['friday:monday']"), .. Intervals("weekdays: [mon]"),
        .. Intervals("times: [{start_time: '9:00', end_time: '10:00'}]"),
        .. Intervals("times: [{start_time: 09:00, end_time: 10:00}]"),
        .. Intervals("times: [{start_time: 09:00, end_time: 24:00}]"),
        .. Intervals("times: [{start_time: 09:00, end_time: 24:01}]"),
        .. Intervals("times: [{start_time: 10:00, end_time: 09:00}]"), .. Intervals("times: [{start_time: 10:00}]"),
        .. Intervals("days_of_month: ['1:-1']"), .. Intervals("days_of_month: ['-1:1']"), .. Intervals("days_of_month: ['5:3']"),
        .. Intervals("days_of_month: [1]"), .. Intervals("days_of_month: [0]"), .. Intervals("days_of_month: ['32']"),
        .. Intervals("days_of_month: ['-3:-1']"), .. Intervals("days_of_month: ['-1:-3']"),
        .. Intervals("months: ['march:january']"), .. Intervals("months: ['january:3']"),
        .. Intervals("years: [2020]"), .. Intervals("years: ['2022:2020']"), .. Intervals("location: Europe/Berlin"),
        .. Intervals("location: Mars/Base"),
        $"route: {{receiver: a}}\n{Two}time_intervals: [{{name: x}}]\nmute_time_intervals: [{{name: x}}]\n",
        .. Deviations.Keys,
    ];

    [Fact]
    public void Files_are_taken_and_refused_as_by_amtool()
    {
        var answers = AmtoolCheck.Check(Files);

        var differences = Files.Zip(answers)
            .Where(each => each.Second.IsTaken != Checked.File(each.First).IsValid)
            .Select(each => each.First).ToList();

        differences.ShouldBe(Deviations.Keys, ignoreOrder: true);
        answers.Count(answer => answer.IsTaken).ShouldBeGreaterThan(25);
        answers.Count(answer => !answer.IsTaken).ShouldBeGreaterThan(40);
    }

    private static IEnumerable<string> Intervals(string interval) =>
        [$"route: {{receiver: a}}\n{Two}time_intervals: [{{name: x, time_intervals: [{{{interval}}}]}}]\n"];
}
