using System.Text;
using Shouldly;
using Watchkeeper.Audits;
using Watchkeeper.Configuration;
using Watchkeeper.Configuration.Reading;
using Watchkeeper.Detections;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Reactions;
using Watchkeeper.Routing;
using Watchkeeper.Signals;
using Xunit;

namespace Watchkeeper.Tests.Configuration;

public sealed class ConfigurationReaderTests
{
    private static readonly Channel Topic = new(ChannelKind.Sns, "arn:aws:sns:eu-central-1:123456789012:people");
    private static readonly Channel Mail = new(ChannelKind.Mail, "people@shop.example");

    private static readonly WatchkeeperConfiguration Parameters = WatchkeeperConfiguration.Default(Topic, Mail) with
    {
        TimeZone = "Europe/Berlin",
        Reactions = new ReactionOptions { PerHour = 7 },
    };

    [Fact]
    public void An_empty_file_leaves_the_parameters_as_they_are()
    {
        var read = Read("{}");

        read.Route.ShouldBeSameAs(Parameters.Route);
        read.Receivers.ShouldBeSameAs(Parameters.Receivers);
        (read.TimeZone, read.Reactions, read.Locale).ShouldBe((Parameters.TimeZone, Parameters.Reactions, Parameters.Locale));
        ConfigurationVersion.Of(read).ShouldBe(ConfigurationVersion.Of(Parameters));
    }

    [Fact]
    public void Receivers_have_their_own_addresses_or_the_templates()
    {
        var read = Read(
            """
            {"route":{"receiver":"a"},"receivers":[
              {"name":"a","sns_configs":[{"topic_arn":"default"}],"email_configs":[{"to":"x@y.example, z@y.example"}]},
              {"name":"b","email_configs":[{"to":"default","send_resolved":true}],"sns_configs":[{"topic_arn":"ssm:/watchkeeper/topic","send_resolved":false}]},
              {"name":"blackhole"}]}
            """);

        read.Receivers["a"].Channels.ShouldBe(
            [Topic, new Channel(ChannelKind.Mail, "x@y.example", SendResolved: false), new Channel(ChannelKind.Mail, "z@y.example", SendResolved: false)]);
        read.Receivers["b"].Channels.ShouldBe([new Channel(ChannelKind.Sns, "ssm:/watchkeeper/topic", SendResolved: false), Mail]);
        read.Receivers["blackhole"].Channels.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"opsgenie_configs":[{"api_key":"ssm:/watchkeeper/x"}],"name":"a"}""", 2)]
    [InlineData("""{"pagerduty_configs":[{"service_key":"ssm:/watchkeeper/x"}],"name":"a"}""", 2)]
    [InlineData("""{"opsgenie_configs":[{"api_key":"ssm:/watchkeeper/x"}],"email_configs":[{"to":"default"}],"name":"a"}""", 1)]
    [InlineData("""{"opsgenie_configs":[],"name":"a"}""", 0)]
    public void A_receiver_that_only_has_channels_of_other_kinds_has_the_templates(string receiver, int channels) =>
        Read($$"""{"route":{"receiver":"a"},"receivers":[{{receiver}}]}""").Receivers["a"].Channels.Length.ShouldBe(channels);

    [Fact]
    public void Each_kind_of_channel_reaches_its_address_with_its_settings()
    {
        var read = Read(
            """
            {"global":{"slack_api_url":"ssm:/watchkeeper/slack","wechat_api_secret":"ssm:/watchkeeper/wechat","wechat_api_corp_id":"ww1"},
             "route":{"receiver":"a"},"receivers":[{"name":"a",
              "sns_configs":[{"phone_number":"+4915112345678"},{"target_arn":"arn:aws:sns:eu-central-1:123456789012:endpoint/GCM/shop/1"},
                {"target_arn":"arn:aws:sns:eu-central-1:123456789012:people","send_resolved":false}],
              "slack_configs":[{},{"api_url":"ssm:/watchkeeper/other","mentions":["U1","here"],"send_resolved":false}],
              "dingtalk_configs":[{"url":"ssm:/watchkeeper/ding","secret":"ssm:/watchkeeper/ding-key"}],
              "wechat_configs":[{"agent_id":"7","to_user":"ops","to_party":"{{ .Party }}"}]}]}
            """);

        read.Receivers["a"].Channels.ShouldBe(
        [
            new Channel(ChannelKind.Sms, "+4915112345678"),
            new Channel(ChannelKind.Push, "arn:aws:sns:eu-central-1:123456789012:endpoint/GCM/shop/1"),
            new Channel(ChannelKind.Sns, "arn:aws:sns:eu-central-1:123456789012:people", SendResolved: false),
            new Channel(ChannelKind.Slack, "ssm:/watchkeeper/slack"),
            new Channel(ChannelKind.Slack, "ssm:/watchkeeper/other", SendResolved: false) { Settings = Settings(("mentions", "U1,here")) },
            new Channel(ChannelKind.Dingtalk, "ssm:/watchkeeper/ding") { Settings = Settings(("secret", "ssm:/watchkeeper/ding-key")) },
            new Channel(ChannelKind.Wechat, "ww1 7 ops")
            {
                Settings = Settings(
                    ("api_secret", "ssm:/watchkeeper/wechat"), ("corp_id", "ww1"), ("agent_id", "7"), ("to_user", "ops")),
            },
        ],
            ignoreOrder: true);

        static LabelSet Settings(params (string Name, string Value)[] settings) =>
            LabelSet.From(settings.Select(each => KeyValuePair.Create(each.Name, each.Value)));
    }

    [Fact]
    public void A_template_belongs_to_its_channel_alone()
    {
        var receiver = Read(
            """
            {"route":{"receiver":"a"},"receivers":[{"name":"a",
              "email_configs":[{"to":"a@x.example, b@x.example","template":"{{ what }}"},{"to":"c@x.example"}],
              "slack_configs":[{"api_url":"ssm:/watchkeeper/1","template":"{{ advice }}"},{"api_url":"ssm:/watchkeeper/2"}],
              "webhook_configs":[{"url":"ssm:/watchkeeper/3","template":"{}"}],
              "pagerduty_configs":[{"routing_key":"ssm:/watchkeeper/4","template":"x"}]}]}
            """).Receivers["a"];

        receiver.Templates.Select(template => (template.Kind, template.Address, template.Form, template.Text)).ShouldBe(
        [
            (ChannelKind.Mail, "a@x.example", TemplateForm.Lines, "{{ what }}"),
            (ChannelKind.Mail, "b@x.example", TemplateForm.Lines, "{{ what }}"),
            (ChannelKind.Slack, "ssm:/watchkeeper/1", TemplateForm.Lines, "{{ advice }}"),
            (ChannelKind.Webhook, "ssm:/watchkeeper/3", TemplateForm.Json, "{}"),
        ],
            ignoreOrder: true);
        receiver.Channels.Length.ShouldBe(7);
        receiver.Channels.Select(receiver.TemplateOf).Count(template => template is not null).ShouldBe(4);
        receiver.Channels.ShouldAllBe(channel => channel.Settings["template"].Length == 0);
    }

    [Fact]
    public void Routes_take_matchers_in_all_three_forms()
    {
        var read = Read(
            """
            {"receivers":[{"name":"a"},{"name":"b"}],"route":{"receiver":"a","routes":[
              {"receiver":"b","matchers":["severity=~\"high|critical\"","service=orders, owner!=x"],"match":{"kind":"cpu"},"match_re":{"region":"eu-.*"}}]}}
            """);
        var labels = LabelSet.From(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["severity"] = "high",
            ["service"] = "orders",
            ["kind"] = "cpu",
            ["region"] = "eu-central-1",
        });

        read.Route.Match(labels).ShouldBe(["b"]);
        foreach (var (name, other) in new[] { ("severity", "low"), ("service", "x"), ("owner", "x"), ("kind", "x"), ("region", "us-east-1") })
            read.Route.Match(labels.With(name, other)).ShouldBe(["a"], name);
    }

    [Fact]
    public void Readers_of_a_receiver_may_prefer_another_language_and_time_zone()
    {
        var read = Read("""{"locale":"en","route":{"receiver":"a"},"receivers":[{"name":"a","locale":"zh-CN","time_zone":"Asia/Shanghai"},{"name":"b"}]}""");

        (read.ReadBy("a").Locale, read.ReadBy("a").TimeZone).ShouldBe((Locale.Chinese, "Asia/Shanghai"));
        (read.ReadBy("b").Locale, read.ReadBy("b").TimeZone).ShouldBe((Locale.English, "Europe/Berlin"));
    }

    [Fact]
    public void The_first_severity_rule_that_matches_counts_after_a_declaration()
    {
        var rules = Read(
            """{"severity":[{"names":["order-*"],"matchers":["region=eu-central-1"],"severity":"low"},{"matchers":["kind=cpu"],"severity":"critical"}]}""").Severity;

        rules.Classify(Sample.Signal(subject: Sample.Subject("order-cpu"))).ShouldBe(Severity.Low);
        rules.Classify(Sample.Signal(subject: Sample.Subject("other"))).ShouldBe(Severity.Critical);
        rules.Classify(Sample.Signal(subject: Sample.Subject("other", SignalKind.NetworkIn))).ShouldBe(Severity.Medium);
        rules.Classify(Sample.Signal(subject: Sample.Subject("order-cpu")) with { DeclaredSeverity = Severity.High }).ShouldBe(Severity.High);
    }

    [Fact]
    public void The_templates_stop_holds_whatever_a_file_says()
    {
        var stopped = Parameters with { Reactions = new ReactionOptions { Stopped = true } };

        ConfigurationReader.Read("""{"reactions":{"stopped":false,"mode":"auto"}}"""u8.ToArray(), stopped).Configuration!.Reactions
            .ShouldBe(new ReactionOptions { Stopped = true, Mode = ReactionMode.Auto });
        Read("""{"reactions":{"stopped":true,"cooldown":"20m","scale_step":2}}""").Reactions
            .ShouldBe(new ReactionOptions { Stopped = true, Cooldown = TimeSpan.FromMinutes(20), ScaleStep = 2, PerHour = 7 });
    }

    [Fact]
    public void Detections_and_findings_are_excepted_until_their_end()
    {
        var read = Read(
            """
            {"detections":{"off":["a"],"staged":["b"],"on":["c"],"thresholds":{"d":{"count":9,"within":"30m"}},
              "exceptions":[{"detection":"e","principal":"arn:aws:iam::*:role/deploy","until":"2026-12-31"}]},
             "advisor":{"exclusions":[{"check":"IAM*","resource":"key-1","until":"2026-12-31T12:00:00+01:00"}]}}
            """);

        read.Detections.Stages.ShouldBe(new Dictionary<string, DetectionStage>(StringComparer.Ordinal)
        {
            ["a"] = DetectionStage.Off,
            ["b"] = DetectionStage.Staged,
            ["c"] = DetectionStage.On,
        }, ignoreOrder: true);
        read.Detections.Thresholds["d"].ShouldBe(new ThresholdSetting(9, 30));
        var exception = read.Detections.Exceptions.ShouldHaveSingleItem();
        string[] caller = ["arn:aws:sts::123456789012:assumed-role/deploy/s", "arn:aws:iam::123456789012:role/deploy"];
        exception.Covers("e", caller, new(2026, 12, 31, 23, 59, 59, TimeSpan.Zero)).ShouldBeTrue();
        exception.Covers("e", caller, new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero)).ShouldBeFalse();
        exception.Covers("f", caller, Sample.Noon).ShouldBeFalse();
        exception.Covers("e", ["arn:aws:iam::123456789012:role/deployer"], Sample.Noon).ShouldBeFalse();
        read.Advisor.Exclusions.ShouldBe([new AuditExclusion("IAM*", "key-1", new(2026, 12, 31, 11, 0, 0, TimeSpan.Zero))]);
    }

    [Theory]
    [InlineData("", "$", "is not JSON")]
    [InlineData("[]", "$", "must be a map")]
    [InlineData("{\"route\":5}", "$.route", "must be a map")]
    [InlineData("{\"route\":{\"receiver\":\"a\"}}", "$.route", "names the receiver a, which does not exist")]
    [InlineData("{\"locale\":\"de\"}", "$", "has a locale other than en and zh-CN")]
    [InlineData("{\"severity\":[{\"severity\":\"high\"}]}", "$.severity[0]", "matches everything")]
    [InlineData("{\"severity\":[{\"names\":[\"a\"],\"severity\":\"page\"}]}", "$.severity[0].severity", "must be one of")]
    [InlineData("{\"route\":{\"receiver\":\"a\",\"routes\":[{\"matchers\":[\"x=~(\"]}]},\"receivers\":[{\"name\":\"a\"}]}", "$.route.routes[0].matchers[0]", "")]
    [InlineData("{\"reactions\":{\"cooldown\":\"1s\"}}", "$.reactions", "has a cooldown below two minutes")]
    [InlineData("{\"services\":[{\"name\":\"a\"},{\"name\":\"a\"}]}", "$.services[0]", "shares its name")]
    [InlineData("{\"detections\":{\"exceptions\":[{\"detection\":\"a\",\"principal\":\"b\",\"until\":\"soon\"}]}}", "$.detections.exceptions[0]", "has an end")]
    public void What_cannot_be_read_is_rejected_with_its_path(string json, string path, string reason)
    {
        var result = ConfigurationReader.Read(Encoding.UTF8.GetBytes(json), Parameters);

        result.IsRead.ShouldBeFalse();
        result.Rejection!.Path.ShouldBe(path);
        result.Rejection.Reason.ShouldStartWith(reason);
    }

    [Fact]
    public void No_content_makes_the_reader_throw()
    {
        var good = Encoding.UTF8.GetBytes(
            """{"locale":"en","services":[{"name":"a","tags":{"x":"y"}}],"route":{"receiver":"a","routes":[{"match_re":{"x":"y"},"continue":true}]},"receivers":[{"name":"a","email_configs":[{"to":"default"}]}],"detections":{"thresholds":{"d":{"count":9,"within":"30m"}}},"reactions":{"per_hour":3}}""");
        for (var at = 0; at < good.Length; at++)
        {
            foreach (var other in "\"{}[]:,0nt\\\0\u00ff"u8)
            {
                var broken = good.ToArray();
                broken[at] = other;
                _ = ConfigurationReader.Read(broken, Parameters);
            }

            _ = ConfigurationReader.Read(good.AsMemory(0, at), Parameters);
        }
    }

    private static WatchkeeperConfiguration Read(string json)
    {
        var result = ConfigurationReader.Read(Encoding.UTF8.GetBytes(json), Parameters);
        return result.Configuration ?? throw new InvalidOperationException(result.Rejection!.ToString());
    }
}
