using Shouldly;
using Watchkeeper.Incidents;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Signals;
using Watchkeeper.Testing;
using Xunit;

namespace Watchkeeper.Tests.Notification;

/// <summary>Messages about Health events and findings of Trusted Advisor.</summary>
public class SourceMessageTests
{
    private static readonly Subject Retirement =
        Sample.Subject(
            "AWS_EC2_INSTANCE_RETIREMENT_SCHEDULED", SignalKind.HealthScheduledChange, SignalSource.Health,
            ("awsService", "EC2"), ("impact", "stop")) with
        {
            Title = "EC2: as it was stored",
            Resource = "i-0a1b2c3d4e5f60718",
            PlannedFrom = SampleEntries.Began.AddDays(8),
            PlannedUntil = SampleEntries.Began.AddDays(8),
        };

    private static readonly Subject Bucket =
        Sample.Subject(
            "Amazon S3 Bucket Permissions", SignalKind.AuditError, SignalSource.Audit, ("checkId", "Pfx0RwqBli")) with
        {
            Title = "As it was stored",
            Resource = "shop-order-exports",
        };

    [Fact]
    public void A_planned_change_says_what_and_when_in_the_reader_s_language()
    {
        Render(Retirement, Locale.English).Headline.ShouldBe(
            "[HIGH] Opened: EC2: retirement of i-0a1b2c3d4e5f60718 on 2 Dec 07:23 UTC (in 7 days)");
        var chinese = Render(Retirement, Locale.Chinese);
        chinese.Headline.ShouldBe("【高】发生：EC2：i-0a1b2c3d4e5f60718 退役，12月2日 07:23 UTC（7 天后）");
        chinese.Text.ShouldNotContain("as it was stored");
        chinese.Text.ShouldContain("请自行选择时机");
        // It has not begun.
        Render(Retirement, Locale.English).Text.ShouldContain("Announced 07:23 UTC");
        chinese.Text.ShouldContain("通知于 07:23 UTC");
        Render(Retirement with { PlannedFrom = SampleEntries.Began }, Locale.English).Text.ShouldContain("Since 07:23 UTC");
    }

    [Fact]
    public void A_finding_says_a_fact_and_keeps_the_name_of_its_check()
    {
        var english = Render(Bucket, Locale.English);
        var chinese = Render(Bucket, Locale.Chinese);

        english.Headline.ShouldBe("[HIGH] Opened: Bucket shop-order-exports is open to others");
        english.Text.ShouldContain("Turn on Block Public Access");
        english.Text.ShouldContain("Check: Amazon S3 Bucket Permissions\n");
        chinese.Headline.ShouldBe("【高】发生：存储桶 shop-order-exports 对外开放");
        chinese.Text.ShouldNotContain("As it was stored");
    }

    [Fact]
    public void The_end_of_a_finding_says_that_it_is_no_longer_flagged() =>
        Render(Bucket, Locale.English, Transition.Resolved).Headline.ShouldContain("shop-order-exports is no longer flagged");

    [Fact]
    public void The_end_of_a_Health_event_gives_no_advice_about_thresholds()
    {
        var message = Render(Retirement, Locale.English, Transition.Resolved);

        message.Text.ShouldContain("AWS reports that it is over");
        message.Text.ShouldNotContain("threshold");
        message.Headline.ShouldNotContain("in 7 days");
    }

    [Theory]
    [InlineData(Transition.Opened)]
    [InlineData(Transition.Reminded)]
    [InlineData(Transition.Resolved)]
    public void All_mails_of_one_incident_have_one_subject(Transition transition)
    {
        var later = MessageRenderer.Render(SampleEntries.Create(transition, Retirement, minutes: 3 * 24 * 60), Locale.English);

        later.Subject.ShouldBe("EC2: retirement of i-0a1b2c3d4e5f60718 on 2 Dec 07:23 UTC");
        MessageRenderer.Render(SampleEntries.Create(transition, Bucket), Locale.English).Subject
            .ShouldBe("Bucket shop-order-exports is open to others");
    }

    [Fact]
    public void A_report_of_abuse_is_not_said_to_be_the_trouble_of_AWS()
    {
        var abuse = Retirement with { Name = "AWS_ABUSE_DOS_REPORT", Kind = SignalKind.HealthAbuse };

        var message = Render(abuse, Locale.English);

        message.Text.ShouldContain("within 24 hours");
        message.Text.ShouldNotContain("problem is at AWS");
    }

    [Fact]
    public void A_change_that_comes_near_says_so()
    {
        var entry = SampleEntries.Create(Transition.Escalated, Retirement);
        MessageRenderer.Render(entry, Locale.English).Text.ShouldContain("The planned time is near, so the severity is HIGH now.");

        var page = Sample.Signal(nature: SignalNature.Event, subject: Retirement);
        MessageRenderer.Render(entry with { Change = entry.Change! with { Signal = page } }, Locale.English).Text
            .ShouldContain("A further page of the same event lists resources that declare severity HIGH.");
    }

    [Fact]
    public void Hostile_text_in_a_label_stays_one_line()
    {
        var subject = Retirement with { Labels = Retirement.Labels.With("resourceName", "web\r\nBcc: x\u202e{thing}[") };

        Render(subject, Locale.English).Subject.ShouldStartWith("EC2: retirement of web Bcc: x{thing}[ on 2 Dec");
    }

    private static Message Render(Subject subject, Locale locale, Transition transition = Transition.Opened) =>
        MessageRenderer.Render(SampleEntries.Create(transition, subject, because: "AWS says so."), locale);
}
