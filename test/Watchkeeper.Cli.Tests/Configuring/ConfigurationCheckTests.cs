using Shouldly;
using Watchkeeper.Cli.Configuring.Values;
using Xunit;

namespace Watchkeeper.Cli.Tests.Configuring;

public sealed class ConfigurationCheckTests
{
    private const string Route = "route: {receiver: a}\nreceivers: [{name: a, sns_configs: [{topic_arn: default}]}]\n";

    [Theory]
    [InlineData("servces: []", "1:1 Error servces: is no key of the configuration: did you mean services?")]
    [InlineData("locale: de", "1:9 Error locale: is «de»: it must be en or zh-CN")]
    [InlineData(
        "time_zone: Europe/Berln",
        "1:12 Error time_zone: is «Europe/Berln», which is no time zone of the IANA database: did you mean Europe/Berlin")]
    [InlineData(
        "services: [{name: a, names: [a], depends_on: [b]}]",
        "1:47 Error services[0].depends_on[0]: is «b», and there is no such service")]
    [InlineData(
        "services: [{name: a, names: [a], depends_on: [b]}, {name: b, names: [b], depends_on: [c]}, {name: c, names: [c], depends_on: [a]}]",
        "1:34 Error services[0].depends_on: depends on itself: a → b → c → a")]
    [InlineData(
        "services: [{name: a, names: [x-*]}, {name: b, names: [X-*]}]",
        "1:55 Error services[1].names[0]: is «X-*», which belongs to a (line 1) already")]
    [InlineData("services: [{name: a, names: ['*']}]", "1:30 Error services[0].names[0]: matches everything: name something")]
    [InlineData("services: [{name: a, arns: [shop-db]}]", "1:29 Error services[0].arns[0]: is «shop-db»: an ARN has six parts")]
    [InlineData("services: [{name: a}]", "1:12 Warning services[0]: nothing belongs to it")]
    [InlineData("severity: [{severity: high}]", "1:12 Error severity[0]: matches everything: give matchers or names")]
    [InlineData(
        "detections: {off: [no-such-thing]}",
        "1:20 Error detections.off[0]: is «no-such-thing», and there is no such detection")]
    [InlineData(
        "detections: {off: [console-sign-in-failures], on: [console-sign-in-failures]}", "Error detections.")]
    [InlineData(
        "detections: {exceptions: [{detection: instance-metadata-weakened, principal: 'arn:aws:iam::*:role/x', until: 2020-01-01}]}",
        "Warning detections.exceptions[0].until: is «2020-01-01», which is over")]
    [InlineData(
        "detections: {thresholds: {instance-metadata-weakened: {count: 3}}}",
        "1:27 Error detections.thresholds.instance-metadata-weakened: «instance-metadata-weakened» counts nothing")]
    [InlineData("reactions: {cooldown: 1m}", "1:23 Error reactions.cooldown: is «1m»: it must be from 2m to 1d")]
    [InlineData(
        "reactions: {per_hour: '5'}",
        "1:23 Error reactions.per_hour: is «5»: it must be a whole number from 0 to 1000, without quotes")]
    [InlineData(
        "receivers: [{name: a, msteams_configs: []}]",
        "1:23 Error receivers[0].msteams_configs: is no key of a receiver: Alertmanager has it since a version after 0.25")]
    [InlineData("receivers: [{name: a, sns_configs: [{topic_arn: 'ssm:'}]}]", "Error receivers[0].sns_configs[0].topic_arn: ")]
    [InlineData(
        "receivers: [{name: a, email_configs: [{to: 'ssm:/other/mail'}]}]",
        "Warning receivers[0].email_configs[0].to: is ssm:/other/mail: functions may read names below /watchkeeper/ alone")]
    [InlineData(
        "silences: {default_duration: 2d, max_duration: 1d}",
        "1:30 Error silences.default_duration: is 2d, longer than max_duration, 1d")]
    [InlineData("escalations: [{name: x, steps: []}]", "1:32 Error escalations[0].steps: is empty: it must be a list of steps")]
    [InlineData(
        "oncall: [{name: x, start: soon, shift: 1w, people: [{name: m, receiver: y}]}]",
        "1:27 Error oncall[0].start: is «soon»: it must be a day such as 2027-03-31")]
    [InlineData(
        "heartbeats: [{name: x, every: 5 minutes}]",
        "1:31 Error heartbeats[0].every: is «5 minutes»: it must be a duration such as 30s, 5m or 1h30m")]
    [InlineData(
        "damping: [{changes: 1, within: 5m}]",
        "1:21 Error damping[0].changes: is «1»: it must be a whole number from 2 to 1000")]
    [InlineData(
        "advisor: {exclusions: [{check: x}]}",
        "1:24 Error advisor.exclusions[0].until: is missing: an exclusion needs it")]
    public void A_problem_has_its_place_key_and_what_would_be_right(string yaml, string expected) =>
        Checked.Problems(yaml).ShouldContain(
            problem => problem.Contains(expected, StringComparison.Ordinal), string.Join('\n', Checked.Problems(yaml)));

    [Theory]
    [InlineData(
        "  - matchers: [severity=hihg]",
        "Error route.routes[0].matchers[0]: severity=\"hihg\" never matches: did you mean high?")]
    [InlineData(
        "  - matchers: [severity=page]",
        "Warning route.routes[0].matchers[0]: severity=\"page\" never matches: the values of severity are critical, high, medium, low, info")]
    [InlineData(
        "  - matchers: [x=1, 'x=~2|3']",
        "Error route.routes[0].matchers[1]: x=~\"2|3\" never matches together with x=\"1\" in line 5")]
    [InlineData(
        "  - matchers: [x=1]\n    routes: [{matchers: [x=2]}]",
        "Error route.routes[0].routes[0].matchers[0]: x=\"2\" never matches below the route with x=\"1\" in line 5")]
    [InlineData("  - matchers: [alertname=*]", "Warning route.routes[0].matchers[0]: alertname=\"*\" compares with a star")]
    [InlineData(
        "  - matchers: [x=1]\n  - continue: false\n  - matchers: [y=1]",
        "Warning route.routes[1]: has no matchers and no receiver: was it meant as a part of the route before?")]
    [InlineData(
        "  - receiver: a\n  - matchers: [y=1]",
        "Warning route.routes[1]: is never reached: the route in line 5 takes everything")]
    [InlineData(
        "  - match_re: {severity: .*}\n  - matchers: [y=1]",
        "Warning route.routes[1]: is never reached: the route in line 5 takes everything")]
    [InlineData(
        "  - matchers: [{name: severity, value: critical}]",
        "Error route.routes[0].matchers[0]: must be a matcher such as")]
    [InlineData(
        "  - routes: [{routes: [{receiver: b}]}]",
        "Error route.routes[0].routes[0].routes[0].receiver: is «b», and there is no such receiver")]
    [InlineData(
        "  - match: {x: 1}\n    mute_time_interval: [n]",
        "Error route.routes[0].mute_time_interval: is no key of a route: did you mean mute_time_intervals")]
    [InlineData(
        "  - match: {x: 1, mute_time_intervals: [n]}",
        "Error route.routes[0].match.mute_time_intervals: is a key of the route, not a label")]
    [InlineData("  - reciever: a", "Error route.routes[0].reciever: is no key of a route: did you mean receiver?")]
    public void A_route_that_hardly_means_what_it_says_is_told(string routes, string expected) =>
        Checked.Problems($"receivers: [{{name: a}}]\nroute:\n  receiver: a\n  routes:\n{routes}\n")
            .Select(problem => problem[(problem.IndexOf(' ', StringComparison.Ordinal) + 1)..])
            .ShouldContain(problem => problem.StartsWith(expected, StringComparison.Ordinal));

    [Theory]
    [InlineData("matchers: [{name: severity, value: critical, matchType: '='}]")]
    [InlineData("matchers: severity=critical")]
    [InlineData("matchers: [severity = critical,warning]")]
    [InlineData("match: {severity: [critical]}")]
    [InlineData("match_re: {severity: '('}")]
    public void Nothing_follows_from_matchers_that_cannot_be_read(string matchers) =>
        Checked.File($"route: {{receiver: b, routes: [{{{matchers}, receiver: a}}, {{receiver: a}}]}}\n"
                + "receivers: [{name: a}, {name: b, email_configs: [{to: default}]}]\n")
            .Problems.Where(problem => problem.Level is not ProblemLevel.Error).Select(problem => problem.Reason)
            .ShouldNotContain(reason => reason.Contains("never reached", StringComparison.Ordinal)
                || reason.Contains("was it meant", StringComparison.Ordinal));

    [Theory]
    [InlineData("nights", false)]
    [InlineData("[]", true)]
    public void A_time_interval_is_not_called_unused_if_a_route_names_some_that_cannot_be_read(string named, bool isUnused) =>
        Checked.File($"route: {{receiver: a, routes: [{{receiver: a, mute_time_intervals: {named}}}]}}\n"
                + "receivers: [{name: a}]\ntime_intervals: [{name: nights, time_intervals: []}]\n")
            .Problems.Any(problem => problem.Reason.StartsWith("no route uses", StringComparison.Ordinal)).ShouldBe(isUnused);

    [Theory]
    [InlineData("sns_configs: [{topic_arn: 'arn:aws:sqs:us-east-1:123456789012:ops'}]")]
    [InlineData("pagerduty_configs: [{routing_key: [a]}]")]
    public void What_is_there_and_wrong_is_not_called_missing(string channel) =>
        Checked.Problems($"receivers: [{{name: a, {channel}}}]\n").ShouldHaveSingleItem().ShouldNotContain("is missing");

    [Fact]
    public void A_variable_that_nothing_fills_in_is_told() => Checked.Problems(
            "route: {receiver: '${TEAM}'}\nreceivers: [{name: '${TEAM}', email_configs: [{to: default}]}]\n")
        .ShouldContain("1:19 Warning route.receiver: holds ${TEAM}, which nothing fills in: write the value, or a reference to a secret");

    [Theory]
    [InlineData("apiVersion: v1\nkind: ConfigMap\ndata: {alertmanager.yml: x}\n", "a Kubernetes object is not read")]
    [InlineData("alertmanager: {config: {}}\n", "values of a Helm chart are not read")]
    [InlineData("policies: []\n", "Grafana's own form is not read")]
    [InlineData("groups: []\n", "Prometheus's own file is not read")]
    [InlineData(
        "receivers: [{name: a, email_configs: [{to: default, subject: x}]}]\n", "Alertmanager has «headers: {Subject: …}»")]
    [InlineData(
        "receivers: [{name: a, lark_configs: []}]\n", "neither Alertmanager nor Watchkeeper has it: see feishu_configs")]
    public void A_file_or_key_of_somebody_elses_is_called_by_its_name(string yaml, string expected) =>
        Checked.Problems(yaml).ShouldContain(problem => problem.Contains(expected, StringComparison.Ordinal));

    [Theory]
    [InlineData("receivers: [{name: a, fallback: b}]\n", "is «b», and there is no such receiver")]
    [InlineData("receivers: [{name: a, fallback: a}]\n", "is the receiver itself: name another one")]
    [InlineData("receivers: [{name: a, feishu_configs: [{}]}]\n", "is missing: without it feishu reaches nobody")]
    [InlineData("receivers: [{name: a, wechat_configs: [{api_secret: 'ssm:/watchkeeper/x', corp_id: y}]}]\n", "agent_id")]
    [InlineData("receivers: [{name: a, feishu_configs: [{url: 'https://open.feishu.cn/x'}]}]\n", "is a secret in plain text")]
    [InlineData("receivers: [{name: a, slack_configs: [{mentions: here}]}]\n", "a list of texts")]
    [InlineData("receivers: [{name: a, slack_configs: [{mentions: [ops]}]}]\n", "[0]: is «ops», which mentions nobody: write the id")]
    [InlineData("receivers: [{name: a, msteamsv2_configs: [{mentions: [Li Wei]}]}]\n", "is «Li Wei», which mentions nobody")]
    [InlineData("receivers: [{name: a, feishu_configs: [{mentions: ['<at>']}]}]\n", "is «<at>», which cannot be an id")]
    [InlineData("receivers: [{name: a, dingtalk_configs: [{mentions: [王]}]}]\n", "is «王», which cannot be an id")]
    [InlineData(
        "receivers: [{name: a, slack_configs: [{template: '{{ .CommonLabels.alertname }}'}]}]\n",
        "1:50 Error receivers[0].slack_configs[0].template: cannot be used: on line 1, «.CommonLabels.alertname» is Go's template "
        + "language: «.CommonLabels.alertname» is «name» here")]
    [InlineData(
        "receivers:\n- name: a\n  email_configs:\n  - to: a@b.example\n    template: |\n      {{ what }}\n      {{ if resolved }}\n",
        "template: cannot be used: on line 2, there is no value «resolved»")]
    [InlineData(
        "receivers: [{name: a, webhook_configs: [{template: '{\"text\": {{ what }}}'}]}]\n",
        "template: cannot be used: it does not give JSON, as line 1 of the result shows")]
    [InlineData("receivers: [{name: a, pagerduty_configs: [{template: x}]}]\n", "template: is no key of")]
    public void A_channel_says_what_it_lacks_or_cannot_use(string yaml, string expected) =>
        Checked.Problems(yaml).ShouldContain(problem => problem.Contains(expected, StringComparison.Ordinal));

    [Theory]
    [InlineData("slack_configs", "U0123ABC, S0123ABC, here, channel, everyone, all")]
    [InlineData("msteamsv2_configs", "li.wei@example.com, Li Wei <li.wei@example.com>")]
    [InlineData("feishu_configs", "ou_0123abc, all")]
    [InlineData("dingtalk_configs", "13800000000, +86-13800000000, manager4321, all")]
    [InlineData("wechat_robot_configs", "liwei, '@liwei', all")]
    public void Mentions_that_a_receiver_knows_are_right(string kind, string mentions) =>
        Checked.Problems($"receivers: [{{name: a, {kind}: [{{mentions: [{mentions}]}}]}}]\n")
            .ShouldNotContain(problem => problem.Contains("mentions", StringComparison.Ordinal));

    [Fact]
    public void Times_and_weekdays_under_two_dashes_are_told_to_be_alternatives() =>
        Checked.Problems(
            Route + "time_intervals:\n- name: n\n  time_intervals:\n  - times: [{start_time: 09:00, end_time: 10:00}]\n"
            + "  - weekdays: [monday]\n")
            .ShouldContain(problem => problem.StartsWith(
                "7:5 Warning time_intervals[0].time_intervals[1]: weekdays and the times before it are alternatives", StringComparison.Ordinal));

    [Fact]
    public void A_receiver_without_a_channel_is_valid_and_noted_if_something_critical_reaches_it()
    {
        var silent = Checked.File("route: {receiver: a}\nreceivers: [{name: a}]\n");
        var unreached = Checked.File(
            "route: {receiver: b, routes: [{receiver: a, matchers: [severity=low]}]}\n"
            + "receivers: [{name: a}, {name: b, sns_configs: [{topic_arn: default}]}]\n");

        silent.IsAppliable.ShouldBeTrue();
        silent.Problems.ShouldContain(problem => problem.Reason.Contains("nobody is told", StringComparison.Ordinal));
        unreached.Problems.ShouldNotContain(problem => problem.Reason.Contains("nobody is told", StringComparison.Ordinal));
    }

    [Fact]
    public void Words_and_numbers_are_the_texts_that_they_are_written_as() =>
        Checked.Json(
            "route: {receiver: no, routes: [{match: {country: no, code: 007, version: 1.10, on: ~x}, continue: yes}]}\n"
            + "receivers: [{name: no}]\n")
            .ShouldBe(
                """{"route":{"receiver":"no","routes":[{"match":{"country":"no","code":"007","version":"1.10","on":"~x"}"""
                + ""","continue":true}]},"receivers":[{"name":"no"}]}""");

    [Fact]
    public void The_shops_file_is_valid_and_says_nothing_wrong()
    {
        var file = Checked.File(File.ReadAllBytes(Testing.Repository.PathOf("events/application/watchkeeper.yaml")));

        file.Problems.Where(problem => problem.Level is not ProblemLevel.Note).ShouldBeEmpty();
        file.IsAppliable.ShouldBeTrue();
    }
}
