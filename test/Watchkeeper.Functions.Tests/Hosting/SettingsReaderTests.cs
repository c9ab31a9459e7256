using Shouldly;
using Watchkeeper.Configuration;
using Watchkeeper.Functions.Composition;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Reactions;
using Watchkeeper.Routing;
using Watchkeeper.Signals;
using Xunit;

namespace Watchkeeper.Functions.Tests.Hosting;

public class SettingsReaderTests
{
    private static readonly Dictionary<string, string> Good = new(StringComparer.Ordinal)
    {
        ["WATCHKEEPER_FUNCTION"] = "NotifyFunction",
        ["WATCHKEEPER_TABLE"] = "incidents",
        ["WATCHKEEPER_DEAD_LETTER_URL"] = "https://sqs.eu-central-1.amazonaws.com/123456789012/letters",
        ["WATCHKEEPER_TOPIC_ARN"] = "arn:aws:sns:eu-central-1:123456789012:people",
        ["WATCHKEEPER_MAIL_FROM"] = "watch@shop.example",
        ["WATCHKEEPER_MAIL_TO"] = "ops@shop.example, night@shop.example",
        ["WATCHKEEPER_MAIL_CONFIGURATION_SET"] = "watchkeeper-set",
        ["WATCHKEEPER_LOCALE"] = "zh-CN",
        ["WATCHKEEPER_TIME_ZONE"] = "Asia/Shanghai",
        ["WATCHKEEPER_REACTIONS"] = "auto",
        ["WATCHKEEPER_REACTION_COOLDOWN"] = "120",
        ["WATCHKEEPER_ACCOUNT"] = "123456789012",
        ["WATCHKEEPER_OWN_ROLES"] = "arn:aws:iam::123456789012:role/react,1  arn:aws-cn:iam::123456789012:role/shop/sweep",
        ["AWS_REGION"] = "eu-central-1",
    };

    [Fact]
    public void A_setting_is_read_and_a_missing_one_has_its_default()
    {
        var settings = Read(Good).Settings!;

        settings.Function.ShouldBe(FunctionName.NotifyFunction);
        settings.Locale.ShouldBe(Locale.Chinese);
        settings.Configuration().TimeZone.ShouldBe("Asia/Shanghai");
        settings.MailConfigurationSet.ShouldBe("watchkeeper-set");
        settings.Reactions.ShouldBe(new ReactionOptions { Mode = ReactionMode.Auto, Cooldown = TimeSpan.FromMinutes(2) });
        settings.Configuration().Home.ShouldBe(new Home("123456789012", "eu-central-1"));
        settings.Configuration().OwnRoles.ShouldBe(
            ["arn:aws:iam::123456789012:role/react,1", "arn:aws-cn:iam::123456789012:role/shop/sweep"]);
        settings.Configuration().Receivers["default"].Channels.ShouldBe(
        [
            new Channel(ChannelKind.Sns, "arn:aws:sns:eu-central-1:123456789012:people"),
            new Channel(ChannelKind.Mail, "ops@shop.example"),
            new Channel(ChannelKind.Mail, "night@shop.example"),
        ]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("UTC")]
    [InlineData("utc")]
    public void Times_are_in_UTC_alone_by_default(string? zone) =>
        Read(Zone(zone)).Settings!.Configuration().TimeZone.ShouldBe(WatchkeeperConfiguration.Utc);

    [Theory]
    [InlineData("Mars/Olympus_Mons")]
    [InlineData("CEST")]
    [InlineData("europe/berlin")]
    [InlineData("UTC+8")]
    public void A_time_zone_that_the_database_lacks_is_a_problem_that_names_it(string zone)
    {
        var (settings, problems) = Read(Zone(zone));

        settings.ShouldBeNull();
        problems.ShouldBe(
        [
            $"WATCHKEEPER_TIME_ZONE is «{zone}»: it must be a time zone of the IANA database, such as Europe/Berlin or Asia/Shanghai",
        ]);
    }

    [Fact]
    public void Reactions_are_in_dry_run_by_default() =>
        Read(Good.Where(each => each.Key != "WATCHKEEPER_REACTIONS")).Settings!.Reactions.Mode.ShouldBe(ReactionMode.DryRun);

    [Fact]
    public void The_first_recipient_is_the_sender_if_that_is_empty()
    {
        var settings = Read(Good.Append(new("WATCHKEEPER_MAIL_BY", "ses"))
            .Select(each => each.Key == "WATCHKEEPER_MAIL_FROM" ? new(each.Key, "") : each)).Settings!;

        settings.MailFrom.ShouldBe("ops@shop.example");
        settings.MailTo.ShouldBe(["ops@shop.example", "night@shop.example"]);
    }

    [Fact]
    public void No_mail_goes_by_SES_if_mail_goes_by_the_topic_even_with_addresses_given()
    {
        var settings = Read(Good.Append(new("WATCHKEEPER_MAIL_BY", "sns"))).Settings!;

        settings.MailFrom.ShouldBeNull();
        settings.Configuration().Receivers["default"].Channels.Select(channel => channel.Kind).ShouldBe([ChannelKind.Sns]);
    }

    [Fact]
    public void A_second_topic_for_webhooks_is_notified_too()
    {
        const string topic = "arn:aws:sns:eu-central-1:123456789012:webhooks";
        var settings = Read(Good.Append(new("WATCHKEEPER_WEBHOOK_TOPIC_ARN", topic))).Settings!;

        settings.WebhookTopicArn.ShouldBe(topic);
        settings.Configuration().Receivers["default"].Channels.ShouldContain(new Channel(ChannelKind.Sns, topic));
        Read(Good).Settings!.WebhookTopicArn.ShouldBeNull();
        Read(Good.Append(new("WATCHKEEPER_WEBHOOK_TOPIC_ARN", "webhooks"))).Problems.ShouldHaveSingleItem()
            .ShouldStartWith("WATCHKEEPER_WEBHOOK_TOPIC_ARN is «webhooks»: it must be the ARN of a topic");
    }

    [Theory]
    [InlineData(
        "sns", "WATCHKEEPER_TOPIC_ARN",
        "WATCHKEEPER_TOPIC_ARN is not set: if WATCHKEEPER_MAIL_BY is sns, it must be the ARN of the topic that sends the mails")]
    [InlineData(
        "ses", "WATCHKEEPER_MAIL_TO",
        "WATCHKEEPER_MAIL_TO is not set: if WATCHKEEPER_MAIL_FROM is set, it must be one or more mail addresses")]
    [InlineData(
        "", "WATCHKEEPER_MAIL_TO",
        "WATCHKEEPER_MAIL_TO is not set: if WATCHKEEPER_MAIL_FROM is set, it must be one or more mail addresses")]
    [InlineData("post", "WATCHKEEPER_LOCALE", "WATCHKEEPER_MAIL_BY is «post»: it must be one of ses, sns")]
    public void An_incomplete_way_for_mails_is_a_problem_that_names_what_is_missing(string by, string missing, string problem) =>
        Read(Good.Where(each => each.Key != missing).Append(new("WATCHKEEPER_MAIL_BY", by))).Problems.ShouldBe([problem]);

    [Fact]
    public void A_recipient_may_be_a_reference_to_a_secret()
    {
        var settings = Read(Good.Where(each => each.Key != "WATCHKEEPER_MAIL_TO")
            .Append(new("WATCHKEEPER_MAIL_TO", "ssm:/watchkeeper/mail,secretsmanager:watchkeeper/ops@shop#night"))).Settings!;

        settings.MailTo.ShouldBe(["ssm:/watchkeeper/mail", "secretsmanager:watchkeeper/ops@shop#night"]);
    }

    [Theory]
    [InlineData(
        "ssm:mail", "watch@shop.example",
        "WATCHKEEPER_MAIL_TO holds «ssm:mail», which is no reference to a secret: a parameter's name must begin with a slash: "
            + "write ssm:/path/name")]
    [InlineData(
        "ssm:/mail", "",
        "WATCHKEEPER_MAIL_FROM is not set: if WATCHKEEPER_MAIL_TO begins with a reference to a secret, it must be one mail "
            + "address")]
    [InlineData(
        "ops@shop.example", "secretsmanager:watch@shop",
        "WATCHKEEPER_MAIL_FROM is «secretsmanager:watch@shop»: it must be one mail address, or empty for the first of "
            + "WATCHKEEPER_MAIL_TO")]
    public void A_reference_that_cannot_serve_is_a_problem(string to, string from, string problem) =>
        Read(Good.Where(each => each.Key is not ("WATCHKEEPER_MAIL_TO" or "WATCHKEEPER_MAIL_FROM"))
            .Append(new("WATCHKEEPER_MAIL_TO", to)).Append(new("WATCHKEEPER_MAIL_FROM", from))).Problems.ShouldBe([problem]);

    [Fact]
    public void Mail_by_SES_without_a_recipient_is_a_problem() =>
        Read(Good.Where(each => !each.Key.StartsWith("WATCHKEEPER_MAIL", StringComparison.Ordinal))
            .Append(new("WATCHKEEPER_MAIL_BY", "ses")))
            .Problems.ShouldBe(
                ["WATCHKEEPER_MAIL_TO is not set: if WATCHKEEPER_MAIL_BY is ses, it must be one or more mail addresses"]);

    [Theory]
    [InlineData("WATCHKEEPER_ACCOUNT")]
    [InlineData("AWS_REGION")]
    public void A_home_of_which_one_half_is_missing_is_unknown(string missing) =>
        Read(Good.Where(each => each.Key != missing)).Settings!.Configuration().Home.ShouldBe(Home.Unknown);

    [Fact]
    public void Every_problem_is_reported_at_once_with_the_right_form()
    {
        var (settings, problems) = Read(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["WATCHKEEPER_FUNCTION"] = "CoffeeFunction",
            ["WATCHKEEPER_DEAD_LETTER_URL"] = "letters",
            ["WATCHKEEPER_TOPIC_ARN"] = "people",
            ["WATCHKEEPER_MAIL_FROM"] = "watch",
            ["WATCHKEEPER_MAIL_TO"] = "ops",
            ["WATCHKEEPER_LOCALE"] = "xx",
            ["WATCHKEEPER_TIME_ZONE"] = "here",
            ["WATCHKEEPER_REACTIONS"] = "yes",
            ["WATCHKEEPER_REACTIONS_STOP"] = "maybe",
            ["WATCHKEEPER_REACTIONS_PER_HOUR"] = "-1",
            ["WATCHKEEPER_REACTION_COOLDOWN"] = "119",
            ["WATCHKEEPER_SCALE_STEP"] = "0",
            ["WATCHKEEPER_TRUST"] = "nobody",
            ["WATCHKEEPER_ACCOUNT"] = "shop",
        });

        settings.ShouldBeNull();
        problems.Count.ShouldBe(15);
        problems.ShouldContain("WATCHKEEPER_TABLE is not set: it must be the name of the table");
        problems.ShouldContain("WATCHKEEPER_REACTIONS is «yes»: it must be one of off, dry-run, auto");
        problems.ShouldContain("WATCHKEEPER_REACTION_COOLDOWN is «119»: it must be a whole number from 120 to 86400");
        problems.ShouldContain("WATCHKEEPER_SCALE_STEP is «0»: it must be a whole number from 1 to 100");
    }

    [Theory]
    [InlineData("nobody", "WATCHKEEPER_TRUST is «nobody»: it must be amazon, system, or the full path of a PEM file")]
    [InlineData("/no/such/roots.pem", "WATCHKEEPER_TRUST is «/no/such/roots.pem», which cannot be used: ")]
    public void The_trusted_roots_are_read_or_reported_with_the_reason_why_not(string value, string problem) =>
        Read(Good.Append(new("WATCHKEEPER_TRUST", value))).Problems.ShouldHaveSingleItem().ShouldStartWith(problem);

    [Theory]
    [InlineData("react", "react")]
    [InlineData("arn:aws:iam::123456789012:role/a,arn:aws:lambda:eu-central-1:123456789012:function:b", null)]
    [InlineData("arn:aws:iam::123456789012:role/a arn:aws:iam::123456789012:user/b", "arn:aws:iam::123456789012:user/b")]
    [InlineData("arn:aws:iam::shop:role/a", "arn:aws:iam::shop:role/a")]
    [InlineData("arn:aws:lambda:eu-central-1:123456789012:function:a", "arn:aws:lambda:eu-central-1:123456789012:function:a")]
    public void An_own_role_that_is_no_ARN_of_a_role_is_a_problem(string value, string? wrong) =>
        Read(Good.Where(each => each.Key != "WATCHKEEPER_OWN_ROLES").Append(new("WATCHKEEPER_OWN_ROLES", value)))
            .Problems.ShouldBe(
            [
                $"WATCHKEEPER_OWN_ROLES holds «{wrong ?? value}»: it must be ARNs of roles separated by spaces, such as "
                    + "arn:aws:iam::123456789012:role/name",
            ]);

    [Fact]
    public void Without_own_roles_none_are_known() =>
        Read(Good.Where(each => each.Key != "WATCHKEEPER_OWN_ROLES")).Settings!.Configuration().OwnRoles.ShouldBeEmpty();

    private static IEnumerable<KeyValuePair<string, string>> Zone(string? zone) =>
        Good.Where(each => each.Key != "WATCHKEEPER_TIME_ZONE")
            .Concat(zone is null ? [] : [KeyValuePair.Create("WATCHKEEPER_TIME_ZONE", zone)]);

    private static (Settings? Settings, IReadOnlyList<string> Problems) Read(IEnumerable<KeyValuePair<string, string>> variables)
    {
        var known = variables.ToDictionary(StringComparer.Ordinal);
        var reader = new SettingsReader(known.GetValueOrDefault);
        return (reader.Read(), reader.Problems);
    }
}
