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
    [InlineData(Transition.Opened, 0, "[HIGH] Opened: order-cpu", "Since 07:23 UTC", "")]
    [InlineData(Transition.Reopened, 30, "[HIGH] Came back: order-cpu", "Since 07:23 UTC (30 min)",
        "It was resolved and has come back (returns so far: 2).")]
    [InlineData(Transition.Escalated, 5, "[HIGH] Escalated: order-cpu", "Since 07:23 UTC (5 min)",
        "It has become worse: its severity is HIGH now.")]
    [InlineData(Transition.MuteEnded, 90, "[HIGH] Still firing after mute: order-cpu", "Since 07:23 UTC (1 h 30 min)",
        "It began while CloudWatch muted the alarm. The mute has ended, and the alarm still fires.")]
    [InlineData(Transition.Reminded, 240, "[HIGH] Still active: order-cpu", "Since 07:23 UTC (4 h)",
        "Reminder: it is still active, and nobody has acknowledged it.")]
    [InlineData(Transition.Acknowledged, 5, "[HIGH] Acknowledged: order-cpu", "Since 07:23 UTC (5 min)", "Acknowledged by li.wei.")]
    [InlineData(Transition.Resolved, 72, "[HIGH] Resolved after 1 h 12 min: order-cpu", "07:23–08:35 UTC", "")]
    [InlineData(null, 5, "[HIGH] Recorded: order-cpu", "Since 07:23 UTC (5 min)", "Another signal of this incident was recorded.")]
    public void Each_transition_has_its_English_text(
        Transition? transition, int minutes, string headline, string timing, string lead) =>
        ShouldTell(SampleEntries.Create(transition, minutes: minutes), Locale.English, headline, timing, lead);

    [Theory]
    [InlineData(Transition.Opened, 0, "【高】发生：order-cpu", "始于 07:23 UTC", "")]
    [InlineData(Transition.Reopened, 30, "【高】再次发生：order-cpu", "始于 07:23 UTC（已 30 分钟）", "恢复后再次发生（累计复发 2 次）。")]
    [InlineData(Transition.Escalated, 5, "【高】恶化：order-cpu", "始于 07:23 UTC（已 5 分钟）", "情况恶化，严重程度升为“高”。")]
    [InlineData(Transition.Reminded, 240, "【高】仍未解决：order-cpu", "始于 07:23 UTC（已 4 小时）", "提醒：问题仍在持续，尚无人接手。")]
    [InlineData(Transition.Acknowledged, 5, "【高】已接手：order-cpu", "始于 07:23 UTC（已 5 分钟）", "已由 li.wei 接手处理。")]
    [InlineData(Transition.Resolved, 72, "【高】已恢复（持续 1 小时 12 分钟）：order-cpu", "07:23–08:35 UTC", "")]
    [InlineData(null, 5, "【高】已记录：order-cpu", "始于 07:23 UTC（已 5 分钟）", "又记录到一次相关信号。")]
    public void Each_transition_has_its_Chinese_text(
        Transition? transition, int minutes, string headline, string timing, string lead) =>
        ShouldTell(SampleEntries.Create(transition, minutes: minutes), Locale.Chinese, headline, timing, lead);

    [Theory]
    [InlineData(DecisionReason.ResolvedByPerson, "\nA person closed it.\n", "\nNote: ")]
    [InlineData(DecisionReason.Expired, "\nNo further events; closed automatically.\n", "\nReason: ")]
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

        text.ShouldContain("\nAcknowledged by li.wei.\n");
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

        MessageRenderer.Render(entry, Locale.English).Headline.ShouldBe("[HIGH] Closed after 5 min: order-cpu");
        MessageRenderer.Render(entry, Locale.English).Text.ShouldContain($"What to do: {advice}");
        MessageRenderer.Render(entry, Locale.Chinese).Headline.ShouldBe("【高】已关闭（历时 5 分钟）：order-cpu");
    }

    [Fact]
    public void A_scaling_limit_is_described_by_the_group_and_not_by_the_alarm_of_the_policy()
    {
        var entry = SampleEntries.Create(Transition.Opened);
        var subject = entry.Incident.Subject with { Kind = SignalKind.ScalingLimit, Title = "web is at its maximum of 6" };

        MessageRenderer.Render(entry with { Incident = entry.Incident with { Subject = subject } }, Locale.English).Headline
            .ShouldBe("[HIGH] Opened: web is at its maximum of 6");
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

        message.Headline.ShouldBe("[CRITICAL] Opened: A security group was opened to the whole internet");
        message.Text.ShouldContain("\nli.wei called ec2:AuthorizeSecurityGroupIngress on order-web from 203.0.113.7.\n");
        message.Text.ShouldNotContain("\nActor:");
        message.Text.ShouldNotContain("\nAPI call:");
        message.Text.ShouldNotContain("\nSource address:");
    }

    [Theory]
    [InlineData(Transition.Opened, "Find out whether load")]
    [InlineData(Transition.Acknowledged, "Nothing, unless you can help")]
    [InlineData(Transition.Resolved, "Nothing now.")]
    public void A_message_advises_what_to_do_now_and_not_what_would_have_been_right_earlier(
        Transition transition, string advice) =>
        MessageRenderer.Render(SampleEntries.Create(transition), Locale.English).Text.ShouldContain($"What to do: {advice}");

    [Theory]
    [InlineData(SignalSource.Alarm, SignalKind.Cpu, "order-cpu")]
    [InlineData(SignalSource.Alarm, SignalKind.CompositeAlarm, "order-cpu")]
    [InlineData(SignalSource.Alarm, SignalKind.ScalingLimit, "Access Keys: AKIA1")]
    [InlineData(SignalSource.Audit, SignalKind.AuditError, "Access Keys: AKIA1")]
    [InlineData(SignalSource.Health, SignalKind.HealthIssue, "Access Keys: AKIA1")]
    public void A_message_says_once_what_it_is_about(SignalSource source, SignalKind kind, string what)
    {
        var subject = SampleEntries.Subject with { Source = source, Kind = kind, Title = "Access Keys: AKIA1" };

        var text = MessageRenderer.Render(SampleEntries.Create(Transition.Opened, subject), Locale.English).Text;

        text.ShouldStartWith($"[HIGH] Opened: {what}\n");
        text[text.IndexOf("What to do", StringComparison.Ordinal)..].ShouldNotContain($": {what}\n");
    }

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
    public void Advice_is_in_every_form_that_has_room_and_so_is_the_kind_unless_a_metric_shows_it(SignalKind kind, Locale locale)
    {
        var sentences = Watchkeeper.Notification.Localization.Translations.In(locale);
        var source = kind switch
        {
            SignalKind.Detection or SignalKind.Insight => SignalSource.Trail,
            SignalKind.AuditError or SignalKind.AuditWarning => SignalSource.Audit,
            SignalKind.HealthIssue or SignalKind.HealthScheduledChange or SignalKind.HealthNotification => SignalSource.Health,
            _ => SignalSource.Alarm,
        };

        var message = MessageRenderer.Render(
            SampleEntries.Create(Transition.Opened, SampleEntries.Subject with { Kind = kind, Source = source }), locale);

        message.Text.ShouldContain(source is SignalSource.Alarm ? "AWS/EC2 CPUUtilization" : sentences.Kinds[kind]);
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

        message.Headline.ShouldBe("[HIGH] Opened: —");
        message.Text.ShouldNotContain("Service:");
        message.Text.ShouldNotContain("Runbook:");
        message.Text.ShouldNotContain("Reason:");
        message.Text.ShouldNotContain("words:");
        message.Text.ShouldContain("\nSince 07:23 UTC\n");
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

    private static void ShouldTell(TimelineEntry entry, Locale locale, string headline, string timing, string lead)
    {
        var message = MessageRenderer.Render(entry, locale);
        message.Headline.ShouldBe(headline);
        message.Subject.ShouldBe("order-cpu");
        message.Text.ShouldStartWith($"{headline}\n{timing} · eu-central-1\n{(lead.Length > 0 ? $"{lead}\n" : "")}\n");
        message.Html.ShouldContain($"{timing} · eu-central-1");
        message.Html.ShouldContain(lead);
    }
}
