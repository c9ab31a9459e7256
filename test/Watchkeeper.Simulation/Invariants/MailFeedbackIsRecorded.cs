using Watchkeeper.Functions.Hosting;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Routing;
using Watchkeeper.Simulation.Outside;
using Watchkeeper.Simulation.Workload;

namespace Watchkeeper.Simulation.Invariants;

/// <summary>
/// Feedback of SES on a mail is in the notification log once, or in a dead-letter queue; it counts once; and no function that
/// receives it sends a message because of it.
/// </summary>
internal sealed class MailFeedbackIsRecorded : Invariant
{
    public override string Name => "I5 mail feedback is recorded";

    public override void Sent(Expectation? expectation, Message message)
    {
        if (World.Actor?.Sandbox?.Function.Name is FunctionName.FeedbackFunction)
            Broken($"a message because of what became of another: {message.Subject}");
    }

    public override void Rested()
    {
        var failures = 0;
        foreach (var news in World.Mails.All)
        {
            if (!news.IsAnswered && !news.IsGivenUp)
                Broken($"{news} is nowhere: nobody answered it, and no queue has it");
            var known = Known(news);
            failures += news.Kind is FeedbackKind.Delay ? 0 : known;
            if (known > 1)
                Broken(FormattableString.Invariant($"{news} is in the send log {known} times"));
            else if (known == 0 && news.IsAnswered && news.Kind is not FeedbackKind.Delay)
                Broken($"{news} was answered, and the send log does not have it");
            else if (known == 1 && news.Kind is not FeedbackKind.Delay)
                CheckOutcome(news);
        }

        var counted = World.Counts.MailFailures;
        if (counted > failures || (counted < failures && !World.FeedbackWasHurt))
            Broken(FormattableString.Invariant($"{failures} mails came to nothing, and {counted} were counted"));
    }

    private int Known(MailFeedback news) => World.Table.Notification(news.Incident, news.NotificationKey)?.Feedback
        .Count(feedback => feedback.Kind == news.Kind
            && feedback.Detail.Contains(MailShapes.Detail(news.Id), StringComparison.Ordinal)) ?? 0;

    private void CheckOutcome(MailFeedback news)
    {
        var mail = World.Table.Notification(news.Incident, news.NotificationKey)!.Outcomes.Single(
            delivery => delivery.Channel.Kind is ChannelKind.Mail);
        if (!mail.IsUnfinished && mail.Status is not (DeliveryStatus.Undelivered or DeliveryStatus.Complained))
            Broken($"{news} is known, and the send log says {mail.Status} {mail.Detail}");
    }
}
