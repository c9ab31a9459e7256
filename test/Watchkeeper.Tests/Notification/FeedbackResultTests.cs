using Shouldly;
using Watchkeeper.Configuration;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Planning;
using Watchkeeper.Routing;
using Watchkeeper.Signals;
using Xunit;
using static Watchkeeper.Tests.Sample;

namespace Watchkeeper.Tests.Notification;

public sealed class FeedbackResultTests
{
    private static readonly NotificationRecord Pending = NotificationPlan.Decide(
        new SlotChanged(null, Decide(null, Signal()).Write!.Apply(null)),
        WatchkeeperConfiguration.Default(
            new Channel(ChannelKind.Sns, "arn:aws:sns:eu-central-1:123456789012:people"),
            new Channel(ChannelKind.Mail, "ops@shop.example"))).Record!;

    private static readonly NotificationRecord Sent = With(DeliveryStatus.Sent);
    private static readonly Delivery Mail = Sent.Deliveries[1];

    [Fact]
    public void A_bounce_is_recorded_with_its_reason_as_a_mail_that_was_not_delivered()
    {
        var mail = After(Report(FeedbackKind.Bounce)).Outcomes[1];

        mail.Status.ShouldBe(DeliveryStatus.Undelivered);
        mail.Detail.ShouldBe("could not be delivered: bounced: Permanent, General: smtp; 550 5.1.1 user unknown");
        mail.IsUnfinished.ShouldBeFalse();
    }

    [Fact]
    public void Feedback_changes_nothing_but_the_mail_it_is_about() =>
        After(Report(FeedbackKind.Bounce)).Outcomes[0].ShouldBe(Sent.Deliveries[0]);

    [Fact]
    public void A_delay_is_no_failure()
    {
        var mail = After(Report(FeedbackKind.Delay)).Outcomes[1];

        mail.Status.ShouldBe(DeliveryStatus.Sent);
        mail.Detail.ShouldBe($"{Mail.Detail}; delayed: Permanent, General: smtp; 550 5.1.1 user unknown");
    }

    [Fact]
    public void A_complaint_is_about_a_mail_that_was_delivered() =>
        After(Report(FeedbackKind.Complaint)).Outcomes[1].Status.ShouldBe(DeliveryStatus.Complained);

    [Theory]
    [InlineData(FeedbackKind.Bounce)]
    [InlineData(FeedbackKind.Reject)]
    [InlineData(FeedbackKind.RenderingFailure)]
    public void A_mail_that_was_not_delivered_counts_before_one_that_was_not_wanted(FeedbackKind failure)
    {
        var (never, unwanted) = (Report(failure, "1", minute: 0), Report(FeedbackKind.Complaint, "2", minute: 9));

        After(never, unwanted).Outcomes[1].Detail.ShouldBe(never.Words);
        After(unwanted, never).Outcomes[1].Detail.ShouldBe(never.Words);
    }

    [Fact]
    public void A_mail_that_is_still_being_tried_goes_on_being_tried()
    {
        var retrying = With(DeliveryStatus.Retrying, DateTimeOffset.UnixEpoch);

        var row = FeedbackResult.Decide(retrying, Report(FeedbackKind.Bounce)).Record!;

        row.Outcomes.ShouldBe(retrying.Deliveries);
        row.DueAt.ShouldBe(retrying.DueAt);
    }

    [Fact]
    public void Feedback_in_any_order_and_any_number_ends_in_the_same_row()
    {
        Feedback[] all =
        [
            Report(FeedbackKind.Delay, "delay-1", 1), Report(FeedbackKind.Delay, "delay-2", 2),
            Report(FeedbackKind.Bounce, "bounce", 3),
            Report(FeedbackKind.Delay, "of-another", 4, "mail-2"), Report(FeedbackKind.Complaint, "complaint", 5, "mail-2"),
        ];

        foreach (var order in Orders(all))
            After([.. order, .. order]).Feedback.Select(each => each.Id).ShouldBe([all[2].Id, all[4].Id], ignoreOrder: true);
    }

    [Fact]
    public void The_newest_delay_is_kept_and_an_older_one_is_ignored()
    {
        var row = After(Report(FeedbackKind.Delay, "late", 60), Report(FeedbackKind.Delay, "later", 120));

        row.Feedback.ShouldHaveSingleItem().Id.ShouldBe(Report(FeedbackKind.Delay, "later").Id);
        FeedbackResult.Decide(row, Report(FeedbackKind.Delay, "late", 60)).Reason.ShouldBe(FeedbackReason.Overtaken);
    }

    [Fact]
    public void A_delay_of_a_mail_that_has_bounced_changes_nothing() =>
        FeedbackResult.Decide(After(Report(FeedbackKind.Bounce)), Report(FeedbackKind.Delay, "2", 99)).Reason.ShouldBe(
            FeedbackReason.Overtaken);

    [Fact]
    public void The_feedback_of_a_row_is_bounded()
    {
        var row = After([.. Enumerable.Range(0, FeedbackResult.MaxFeedback).Select(i => Report(FeedbackKind.Bounce, $"{i}"))]);

        FeedbackResult.Decide(row, Report(FeedbackKind.Bounce, "one more"))
            .ShouldBe(new FeedbackResult(FeedbackReason.Enough, row));
        FeedbackResult.Decide(row, Report(FeedbackKind.Bounce, "0")).Reason.ShouldBe(FeedbackReason.Duplicate);
    }

    [Fact]
    public void Feedback_about_another_delivery_is_refused() =>
        FeedbackResult.Decide(Sent, Report(FeedbackKind.Bounce) with { Delivery = "other" }).Reason.ShouldBe(
            FeedbackReason.NoSuchDelivery);

    [Fact]
    public void The_text_of_feedback_is_bounded() =>
        (Report(FeedbackKind.Bounce) with { Detail = new string('x', 5_000) }).Detail.Length.ShouldBe(512);

    private static NotificationRecord After(params ReadOnlySpan<Feedback> reported)
    {
        var row = Sent;
        foreach (var each in reported)
            row = FeedbackResult.Decide(row, each).Record!;
        return row;
    }

    private static NotificationRecord With(DeliveryStatus status, DateTimeOffset? next = null) => Pending with
    {
        Deliveries = [.. Pending.Deliveries.Select(each => each with { Status = status, Detail = "id-1", NextAttemptAt = next })],
    };

    private static Feedback Report(FeedbackKind kind, string id = "1", int minute = 0, string message = "mail-1") => new()
    {
        Kind = kind,
        Id = StableHash.Compute(id),
        Delivery = Pending.KeyOf(Pending.Deliveries[1]),
        MessageId = message,
        At = DateTimeOffset.UnixEpoch.AddMinutes(minute),
        Detail = "Permanent, General: smtp; 550 5.1.1 user unknown",
    };

    private static IEnumerable<Feedback[]> Orders(Feedback[] all) => all.Length <= 1
        ? [all]
        : all.SelectMany(first => Orders([.. all.Where(each => each != first)]).Select(rest => (Feedback[])[first, .. rest]));
}
