using Shouldly;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Signals;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Tests.Notification;

public class MessageRendererTests
{
    [Theory]
    [InlineData(Transition.Opened, 0, "[HIGH] Opened: order-cpu", "The incident began at 2026-11-24 07:23:05 UTC.")]
    [InlineData(Transition.Reopened, 30, "[HIGH] Came back: order-cpu",
        "The incident was resolved and has come back (returns so far: 2). It first began at 2026-11-24 07:23:05 UTC.")]
    [InlineData(Transition.Escalated, 5, "[HIGH] Escalated: order-cpu",
        "The incident has become worse: its severity is HIGH now. It began at 2026-11-24 07:23:05 UTC.")]
    [InlineData(Transition.Acknowledged, 5, "[HIGH] Acknowledged: order-cpu",
        "Acknowledged by li.wei. The incident began at 2026-11-24 07:23:05 UTC.")]
    [InlineData(Transition.Resolved, 72, "[HIGH] Resolved after 1 hour 12 minutes: order-cpu",
        "The incident is resolved. It was active for 1 hour 12 minutes, from 2026-11-24 07:23:05 UTC to "
            + "2026-11-24 08:35:05 UTC.")]
    [InlineData(
        null, 5, "[HIGH] Recorded: order-cpu",
        "Another signal of this incident was recorded. The incident began at 2026-11-24 07:23:05 UTC.")]
    public void Each_transition_has_its_English_text(Transition? transition, int minutes, string subject, string lead) =>
        ShouldTell(MessageRenderer.Render(SampleEntries.Create(transition, minutes: minutes), Locale.English), subject, lead);

    [Theory]
    [InlineData(Transition.Opened, 0, "【高】发生：order-cpu", "开始于 2026-11-24 07:23:05 UTC。")]
    [InlineData(Transition.Reopened, 30, "【高】再次发生：order-cpu",
        "此前已恢复，现在再次发生（累计复发 2 次）。最初开始于 2026-11-24 07:23:05 UTC。")]
    [InlineData(Transition.Escalated, 5, "【高】恶化：order-cpu", "情况恶化，严重程度升为“高”。开始于 2026-11-24 07:23:05 UTC。")]
    [InlineData(Transition.Acknowledged, 5, "【高】已接手：order-cpu", "已由 li.wei 接手处理。开始于 2026-11-24 07:23:05 UTC。")]
    [InlineData(Transition.Resolved, 72, "【高】已恢复（持续 1 小时 12 分钟）：order-cpu",
        "已恢复正常，持续 1 小时 12 分钟，从 2026-11-24 07:23:05 UTC 到 2026-11-24 08:35:05 UTC。")]
    [InlineData(null, 5, "【高】已记录：order-cpu", "又记录到一次相关信号。开始于 2026-11-24 07:23:05 UTC。")]
    public void Each_transition_has_its_Chinese_text(Transition? transition, int minutes, string subject, string lead) =>
        ShouldTell(MessageRenderer.Render(SampleEntries.Create(transition, minutes: minutes), Locale.Chinese), subject, lead);

    [Theory]
    [InlineData(DecisionReason.ResolvedByPerson, "A person closed the incident. It was active for 5 minutes", "\nNote: ")]
    [InlineData(DecisionReason.Expired, "No further events; closed automatically.", "\nReason: ")]
    public void A_resolved_message_names_who_or_what_ended_the_incident(DecisionReason reason, string lead, string label)
    {
        var text = MessageRenderer.Render(
            SampleEntries.Create(Transition.Resolved, minutes: 5, reason: reason), Locale.English).Text;

        text.ShouldContain(lead);
        text.ShouldContain(label);
    }

    [Theory]
    [InlineData("li.wei", null)]
    [InlineData("li.wei: restarting it", "\nNote: restarting it\n")]
    [InlineData("li.wei (arn:aws:iam::123456789012:user/li.wei)", null)]
    public void An_acknowledgement_names_the_operator_once(string words, string? note)
    {
        var entry = SampleEntries.Create(Transition.Acknowledged, minutes: 5, because: words);
        var who = words.Split(": ")[0];

        var text = MessageRenderer.Render(
            entry with { Incident = entry.Incident with { AcknowledgedBy = who } }, Locale.English).Text;

        text.ShouldContain("Acknowledged by li.wei. ");
        text.ShouldNotContain("arn:aws:iam");
        if (note is null)
            text.ShouldNotContain("Note");
        else
            text.ShouldContain(note);
        text.Split("li.wei").Length.ShouldBe(2, text);
    }

    [Fact]
    public void A_comment_names_its_author_without_the_ARN() => MessageRenderer.Render(
            SampleEntries.Create(
                Transition.Commented, minutes: 5, reason: DecisionReason.Commented,
                because: "li.wei (arn:aws:iam::210987654321:user/li.wei): see run 7"),
            Locale.English).Text.ShouldContain("\nNote: li.wei (210987654321): see run 7\n");

    [Theory]
    [InlineData(DecisionReason.Expired, "Check that the problem is over: its source did not report an end.")]
    [InlineData(DecisionReason.SourceGone, "Nothing, if the alarm or resource was removed on purpose.")]
    [InlineData(
        DecisionReason.NoDataForLong,
        "If the monitored resource was removed on purpose, delete the alarm. Otherwise find out why")]
    public void A_message_says_closed_if_no_source_reported_a_recovery(DecisionReason reason, string advice)
    {
        var entry = SampleEntries.Create(Transition.Resolved, minutes: 5, reason: reason);

        MessageRenderer.Render(entry, Locale.English).Subject.ShouldBe("[HIGH] Closed after 5 minutes: order-cpu");
        MessageRenderer.Render(entry, Locale.English).Text.ShouldContain($"What to do: {advice}");
        MessageRenderer.Render(entry, Locale.Chinese).Subject.ShouldBe("【高】已关闭（历时 5 分钟）：order-cpu");
    }

    [Fact]
    public void A_scaling_limit_is_described_by_the_group_and_not_by_the_alarm_of_the_policy()
    {
        var entry = SampleEntries.Create(Transition.Opened);
        var subject = entry.Incident.Subject with { Kind = SignalKind.ScalingLimit, Title = "web is at its maximum of 6" };

        MessageRenderer.Render(entry with { Incident = entry.Incident with { Subject = subject } }, Locale.English).Subject
            .ShouldBe("[HIGH] Opened: web is at its maximum of 6");
    }

    [Fact]
    public void A_message_answers_what_an_operator_asks_in_a_fixed_order()
    {
        var message = MessageRenderer.Render(SampleEntries.Create(Transition.Escalated, minutes: 5), Locale.English);

        message.Text.ShouldBe(
            """
            [HIGH] Escalated: order-cpu

            The incident has become worse: its severity is HIGH now. It began at 2026-11-24 07:23:05 UTC.

            Reason: Threshold Crossed: 3 datapoints were greater than the threshold (80.0).
            What to do: Find out whether load or a fault drives it: compare request rate and latency with an hour ago, then look at the busiest process. More load: add instances or capacity. A fault: roll back the last change.
            Runbook: https://wiki.example.com/order/cpu

            What: order-cpu – CPU of the order service above 80 %
            Kind: CPU utilisation
            Severity: HIGH
            Service: order
            Resource: order-web
            Metric: AWS/EC2 CPUUtilization
            Labels: AutoScalingGroupName=order-web
            Account: 123456789012
            Region: eu-central-1
            Since: 2026-11-24 07:23:05 UTC (5 minutes 2 seconds earlier)
            Signals: 4

            In the AWS console:
            - Alarm: https://eu-central-1.console.aws.amazon.com/cloudwatch/home?region=eu-central-1#alarmsV2:alarm/order-cpu
            - Auto Scaling group: https://eu-central-1.console.aws.amazon.com/ec2/home?region=eu-central-1#AutoScalingGroupDetails:id=order-web;view=details

            Incident inc-6924068912ab34cd56ef, recorded at 2026-11-24 07:28:07 UTC by Watchkeeper.

            """);
        message.Sms.ShouldBe("HIGH Escalated: order-cpu, order-web, eu-central-1 inc-6924068912ab34cd56ef");
    }

    [Fact]
    public void A_detection_message_says_who_did_what_from_where()
    {
        var subject = SampleEntries.Subject with
        {
            Source = SignalSource.Trail,
            Kind = SignalKind.Detection,
            Name = "security-group-open",
            Title = "A security group was opened to the whole internet",
            Labels = LabelSet.Empty.With("actor", "li.wei").With("api", "ec2:AuthorizeSecurityGroupIngress")
                .With("sourceIp", "203.0.113.7"),
        };

        var message = MessageRenderer.Render(
            SampleEntries.Create(Transition.Opened, subject, severity: Severity.Critical), Locale.English);

        message.Subject.ShouldBe("[CRITICAL] Opened: A security group was opened to the whole internet");
        message.Text.ShouldContain("\nActor: li.wei\nAPI call: ec2:AuthorizeSecurityGroupIngress\nSource address: 203.0.113.7\n");
        message.Text.ShouldNotContain("Labels:");
    }

    [Theory]
    [InlineData(Transition.Opened, "Find out whether load")]
    [InlineData(Transition.Acknowledged, "Nothing, unless you can help")]
    [InlineData(Transition.Resolved, "Nothing now.")]
    public void A_message_advises_what_to_do_now_and_not_what_would_have_been_right_earlier(
        Transition transition, string advice) =>
        MessageRenderer.Render(SampleEntries.Create(transition), Locale.English).Text.ShouldContain($"What to do: {advice}");

    [Theory]
    [InlineData("Access Keys", "Access Keys: AKIA1", "\nWhat: Access Keys: AKIA1\n")]
    [InlineData("root", "root", "\nWhat: root\n")]
    [InlineData("trail-stopped", "A trail was stopped", "\nWhat: trail-stopped – A trail was stopped\n")]
    public void A_message_names_the_subject_by_name_and_title_without_repeating_a_word(string name, string title, string line) =>
        MessageRenderer.Render(
            SampleEntries.Create(Transition.Opened, SampleEntries.Subject with { Name = name, Title = title }), Locale.English)
            .Text.ShouldContain(line);

    [Theory]
    [InlineData(SignalKind.Detection, Locale.English, "\nCaller: Watchkeeper itself\n", true)]
    [InlineData(SignalKind.Detection, Locale.Chinese, "\n调用者类型：Watchkeeper 自身\n", true)]
    // Whoever tags an alarm writes its labels.
    [InlineData(SignalKind.Cpu, Locale.English, "Watchkeeper itself", false)]
    public void A_message_says_that_Watchkeeper_itself_acted(SignalKind kind, Locale locale, string line, bool isSaid)
    {
        var labels = LabelSet.Empty
            .With(SubjectLabels.Actor, "own <role>").With(SubjectLabels.ActorClass, SubjectLabels.Watchkeeper);

        var message = MessageRenderer.Render(
            SampleEntries.Create(Transition.Opened, SampleEntries.Subject with { Kind = kind, Labels = labels }), locale);

        message.Text.Contains(line, StringComparison.Ordinal).ShouldBe(isSaid);
        message.Html.ShouldContain("own &lt;role&gt;");
    }

    public static TheoryData<SignalKind, Locale> Kinds => new(
        Enum.GetValues<SignalKind>().SelectMany(kind => new[] { (kind, Locale.English), (kind, Locale.Chinese) }));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Kind_and_advice_are_in_every_form_that_has_room(SignalKind kind, Locale locale)
    {
        var sentences = Watchkeeper.Notification.Localization.Translations.In(locale);

        var message = MessageRenderer.Render(
            SampleEntries.Create(Transition.Opened, SampleEntries.Subject with { Kind = kind }), locale);

        message.Text.ShouldContain(sentences.Kinds[kind]);
        message.Text.ShouldContain(sentences.Advice[kind]);
        message.Html.ShouldContain(sentences.Advice[kind].Replace("'", "&#x27;", StringComparison.Ordinal));
    }

    [Fact]
    public void A_message_omits_what_the_source_did_not_say()
    {
        var bare = new Subject
        {
            Fingerprint = new Fingerprint("x"),
            Source = SignalSource.Health,
            Kind = SignalKind.HealthNotification,
            Name = "",
            Title = "",
            Account = "",
            Region = "",
        };

        var message = MessageRenderer.Render(SampleEntries.Create(Transition.Opened, bare, because: ""), Locale.English);

        message.Subject.ShouldBe("[HIGH] Opened: —");
        message.Text.ShouldNotContain("Service:");
        message.Text.ShouldNotContain("Runbook:");
        message.Text.ShouldNotContain("Reason:");
    }

    [Fact]
    public void Attributes_hold_what_receivers_filter_by_and_no_more_than_SQS_takes()
    {
        var attributes = MessageRenderer.Render(SampleEntries.Create(Transition.Opened), Locale.Chinese).Attributes;

        attributes.ToString().ShouldBe(
            "account=123456789012,incident=inc-6924068912ab34cd56ef,kind=cpu,name=order-cpu,region=eu-central-1,service=order,"
            + "severity=high,source=alarm,transition=opened");
        attributes.Count.ShouldBeLessThanOrEqualTo(10);
    }

    private static void ShouldTell(Message message, string subject, string lead)
    {
        message.Subject.ShouldBe(subject);
        message.Text.ShouldStartWith($"{subject}\n\n{lead}\n");
        message.Html.ShouldContain(lead);
    }
}
