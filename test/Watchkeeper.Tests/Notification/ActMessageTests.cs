using System.Globalization;
using AngleSharp.Html.Parser;
using Shouldly;
using Watchkeeper.Detections;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Signals;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Tests.Notification;

/// <summary>Messages about API calls that built-in detections found.</summary>
public sealed class ActMessageTests
{
    private static readonly DateTimeOffset Later = SampleEntries.Began.AddMinutes(5);

    private static readonly Subject Group = SampleActs.Group;

    private static readonly DetectionWords Words = DetectionWords.Find(Group.Name)!;

    [Fact]
    public void A_detection_says_who_did_what_then_why_then_what_to_do_then_the_fields()
    {
        var message = MessageRenderer.Render(SampleEntries.Create(Transition.Opened, Group), Locale.English);

        message.Text.ShouldBe(
            $"""
            [HIGH] Opened: Security group opened to the world: sg-1
            At 07:23 UTC · eu-central-1
            jonas called ec2:Authorize on sg-1 (tcp port 22, 0.0.0.0/0) from 203.0.113.77.

            CloudTrail event: https://eu-central-1.console.aws.amazon.com/cloudtrailv2/home?region=eu-central-1#/events/7bf73129-1428-4cd3-a780-95db273d1602
            Runbook: https://wiki.example.com/order/cpu
            Why it matters: {Words.English.Description}
            What to do: {Words.English.Response}
            May be harmless: {Words.English.FalsePositives}

            Actor: arn:aws:iam::123456789012:user/ops/jonas
            Caller: access key
            Account: 123456789012
            Ends: with RevokeSecurityGroupIngress, or a day after the last such call
            Began: 2026-11-24 07:23:05 UTC
            Detection in CloudTrail: security-group-open-to-world

            Incident inc-6924068912ab34cd56ef, recorded at 2026-11-24 07:23:07 UTC by Watchkeeper.

            """);
        var html = Spoken(message.Html);
        int[] places =
        [
            html.IndexOf("jonas called", StringComparison.Ordinal),
            html.IndexOf(Words.English.Description, StringComparison.Ordinal),
            html.IndexOf(Words.English.Response, StringComparison.Ordinal),
            html.IndexOf(Words.English.FalsePositives, StringComparison.Ordinal),
            html.IndexOf("access key", StringComparison.Ordinal),
        ];
        places.ShouldAllBe(place => place > 0);
        places.ShouldBeInOrder();
    }

    [Fact]
    public void A_detection_speaks_the_language_of_its_reader()
    {
        var message = MessageRenderer.Render(SampleEntries.Create(Transition.Opened, Group), Locale.Chinese);

        message.Headline.ShouldBe($"【高】发生：{Words.Chinese!.Title}：sg-1");
        message.Subject.ShouldBe($"{Words.Chinese.Title}：sg-1，操作者 jonas");
        message.Text.ShouldContain(
            "\n时间 07:23 UTC · eu-central-1\njonas：从 203.0.113.77 调用 ec2:Authorize，对象 sg-1（tcp 端口 22，0.0.0.0/0）。\n");
        message.Text.ShouldContain($"\n为何重要：{Words.Chinese.Description}\n建议操作：{Words.Chinese.Response}\n");
        message.Text.ShouldContain($"\n可能无害的情形：{Words.Chinese.FalsePositives}\n");
        message.Text.ShouldContain("\n调用者类型：访问密钥\n");
        message.Sms.ShouldBe($"【高】发生：{Words.Chinese.Title}：sg-1（tcp 端口 22，0.0.0.0/0），操作者 jonas，时间 07:23 UTC，eu-central-1 #6924068912");
        message.Text.ShouldNotContain(Group.Title);
    }

    [Theory]
    [InlineData(Locale.English, "{0}: sg-1 (attempt, refused: AccessDenied)", " AWS refused it: AccessDenied.")]
    [InlineData(Locale.Chinese, "{0}：sg-1（未遂，被拒绝：AccessDenied）", "AWS 已拒绝：AccessDenied。")]
    public void A_refused_call_is_an_attempt_in_every_language(Locale locale, string title, string lead)
    {
        var refused = Group with
        {
            Title = "Security group opened to the world (attempt, refused: AccessDenied)",
            Labels = Group.Labels.With("errorCode", "AccessDenied"),
        };

        var message = MessageRenderer.Render(SampleEntries.Create(Transition.Opened, refused), locale);

        message.Headline.ShouldEndWith(string.Format(CultureInfo.InvariantCulture, title, In(locale).Title));
        message.Text.ShouldContain(lead);
        message.Text.ShouldContain(In(locale).Description);
        message.Text.ShouldContain(Translations.Fill(
            Translations.In(locale).Acts.AdviceForAttempt, ("response", In(locale).Response)));
        message.Text.ShouldNotContain($"\n{Translations.In(locale).Acts.WhyItMatters}");
    }

    [Fact]
    public void A_title_that_says_itself_that_the_call_failed_has_no_addition()
    {
        var refused = Group with { Name = "secret-read-refused", Labels = Group.Labels.With("errorCode", "AccessDenied") };

        MessageRenderer.Render(SampleEntries.Create(Transition.Opened, refused), Locale.English).Headline
            .ShouldBe("[HIGH] Opened: Reading a secret was refused: sg-1");
    }

    [Theory]
    [InlineData("NoSuchEntity", "(failed: NoSuchEntity)", "The call failed: NoSuchEntity.")]
    [InlineData("Client.UnauthorizedOperation", "(attempt, refused: Client.UnauthorizedOperation)", "AWS refused it: Client.")]
    public void A_failure_is_no_refusal(string code, string title, string lead)
    {
        var failed = Group with { Labels = Group.Labels.With("errorCode", code) };

        var message = MessageRenderer.Render(SampleEntries.Create(Transition.Opened, failed), Locale.English);

        message.Text.Split('\n')[0].ShouldEndWith(title);
        message.Text.ShouldContain(lead);
    }

    [Fact]
    public void Another_act_reports_the_new_act_and_not_the_one_that_the_incident_remembers()
    {
        var act = Group with
        {
            Labels = Group.Labels.With("actor", "arn:aws:sts::123456789012:assumed-role/support/li.wei")
                .With("errorCode", "AccessDenied").With("port", "3389"),
        };

        var text = MessageRenderer.Render(
            With(SampleEntries.Create(Transition.AnotherAct, Group, minutes: 5), act, SignalCondition.Firing), Locale.English).Text;

        text.ShouldContain("Security group opened to the world: sg-1 (attempt, refused: AccessDenied)\n");
        text.ShouldContain(
            "\nAt 07:28 UTC; the incident began at 07:23 UTC · eu-central-1\n"
            + "li.wei (role support) called ec2:Authorize on sg-1 (tcp port 3389, 0.0.0.0/0) from 203.0.113.77. "
            + "AWS refused it: AccessDenied. This is a new act of a known incident; calls so far: 4.\n");
        text.ShouldContain("Actor: arn:aws:sts::123456789012:assumed-role/support/li.wei\n");
        text.ShouldNotContain("jonas");
    }

    [Theory]
    [InlineData(
        Locale.English, "07:23–07:28 UTC · eu-central-1\njonas undid it with ec2:Revoke from 203.0.113.77.",
        "The change is undone and needs nothing more.")]
    [InlineData(
        Locale.Chinese, "07:23–07:28 UTC · eu-central-1\n已撤销。jonas：从 203.0.113.77 调用 ec2:Revoke。", "已撤销，无需再改。")]
    public void The_end_of_an_act_says_who_undid_it_and_gives_no_advice_for_a_live_act(Locale locale, string lead, string advice)
    {
        var undoing = Group with { Labels = Group.Labels.With("api", "ec2:Revoke") };

        var text = MessageRenderer.Render(
            With(SampleEntries.Create(Transition.Resolved, Group, minutes: 5), undoing, SignalCondition.Resolved), locale).Text;

        text.ShouldContain($"\n{lead}\n");
        text.ShouldContain(advice);
        ShouldNotAdvise(text, locale);
    }

    [Theory]
    [InlineData(DecisionReason.Expired, "Closed does not mean undone:")]
    [InlineData(DecisionReason.ResolvedByPerson, "Nothing: somebody has looked at it and closed it.")]
    public void An_end_by_time_or_by_a_person_says_so(DecisionReason reason, string advice)
    {
        var text = MessageRenderer.Render(
            SampleEntries.Create(Transition.Resolved, Group, minutes: 5, reason: reason), Locale.English).Text;

        text.ShouldContain($"What to do: {advice}");
        text.ShouldNotContain("threshold that is too tight");
        ShouldNotAdvise(text, Locale.English);
    }

    [Theory]
    [InlineData("security-group-open-to-world", Transition.Opened, "with RevokeSecurityGroupIngress, or a day after the last such call")]
    [InlineData("root-use", Transition.Opened, "a day after the last such call, or when somebody resolves it")]
    [InlineData("my-own", Transition.Reminded, "a day after the last such call, or when somebody resolves it")]
    [InlineData("security-group-open-to-world", Transition.Resolved, null)]
    public void A_message_says_how_the_incident_of_an_act_ends_while_it_is_active(string name, Transition transition, string? end)
    {
        var text = MessageRenderer.Render(
            SampleEntries.Create(transition, Group with { Name = name }, minutes: 5), Locale.English).Text;

        if (end is null)
            text.ShouldNotContain("\nEnds:");
        else
            text.ShouldContain($"\nEnds: {end}\n");
    }

    [Fact]
    public void A_reminder_says_so_first_and_invents_no_time_for_the_newest_act()
    {
        var text = MessageRenderer.Render(SampleEntries.Create(Transition.Reminded, Group, minutes: 240), Locale.English).Text;

        text.ShouldContain("\nSince 07:23 UTC (4 h) · eu-central-1\nReminder: it is still active, and nobody has acknowledged it. jonas");
        text.ShouldContain(" jonas called ec2:Authorize on sg-1 (tcp port 22, 0.0.0.0/0) from 203.0.113.77.\n");
        text.ShouldContain(Words.English.Response);
    }

    [Fact]
    public void An_act_of_an_unknown_detection_has_its_own_title_and_the_general_advice()
    {
        var text = MessageRenderer.Render(
            SampleEntries.Create(Transition.Opened, Group with { Name = "my-own", Title = "A tap was opened" }), Locale.Chinese).Text;

        text.ShouldStartWith("【高】发生：A tap was opened\n时间 07:23 UTC · eu-central-1\njonas：");
        text.ShouldContain($"建议操作：{Chinese.Sentences.Advice[SignalKind.Detection]}\n");
        text.ShouldNotContain("为何重要");
        text.ShouldNotContain("可能无害");
    }

    [Fact]
    public void An_act_of_an_earlier_version_without_its_call_keeps_the_words_of_the_source()
    {
        var text = MessageRenderer.Render(
            SampleEntries.Create(Transition.Opened, Group with { Labels = LabelSet.Empty }, because: "jonas did it"),
            Locale.English).Text;

        text.ShouldContain("\nAt 07:23 UTC · eu-central-1\n\n");
        text.ShouldContain("\nReason: jonas did it\n");
    }

    private static TimelineEntry With(TimelineEntry entry, Subject subject, SignalCondition condition) => entry with
    {
        Change = entry.Change! with
        {
            Signal = new Signal
            {
                Id = "1",
                EventId = "1",
                OccurredAt = Later,
                Condition = condition,
                Nature = SignalNature.Event,
                Subject = subject,
                Reason = "",
            },
        },
    };

    private static DetectionTexts In(Locale locale) => Words.In(locale is Locale.Chinese);

    private static string Spoken(string html) => new HtmlParser().ParseDocument(html).Body!.TextContent;

    private static void ShouldNotAdvise(string text, Locale locale)
    {
        text.ShouldNotContain(In(locale).Response);
        text.ShouldNotContain(In(locale).Description);
        text.ShouldNotContain(In(locale).FalsePositives);
    }
}
