using Watchkeeper.Aws.Events.Mail;
using Watchkeeper.DeadLetters;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Functions.Reports;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Text;

namespace Watchkeeper.Functions.Notifying;

/// <summary>
/// Records SES's mail events in the notification log for FeedbackFunction. The function sends no message: an alarm on the metric
/// notifies people through the topic.
/// </summary>
internal sealed class FeedbackIntake(INotificationLog log, IDeadLetters deadLetters, FeedbackObserver observer, TimeProvider time)
{
    /// <summary>
    /// Records one event. A failure of the log or of the dead letters fails the invocation, and AWS retries the event.
    /// </summary>
    public async Task<IntakeReport> TakeAsync(ReadOnlyMemory<byte> payload, CancellationToken cancellationToken) => new(
    [
        MailEvents.Read(payload, time.GetUtcNow()) switch
        {
            MailParseResult.Accepted accepted => await AddAsync(accepted, cancellationToken),
            MailParseResult.Ignored ignored => Ignore(ignored),
            MailParseResult.Rejected(var rejection) => await KeepAsync(rejection, payload, cancellationToken),
            var other => throw new InvalidOperationException($"{other.GetType().Name} is not a known result"),
        },
    ]);

    private async Task<IntakeResult> AddAsync(MailParseResult.Accepted accepted, CancellationToken cancellationToken)
    {
        var result = await log.AddFeedbackAsync(
            accepted.Incident, accepted.NotificationKey, accepted.Feedback, cancellationToken);
        observer.Recorded(accepted, result.Reason);
        var incident = result.Record?.Entry.Incident;
        return new IntakeResult
        {
            EventId = accepted.EventId,
            Outcome = OutcomeOf(result.Reason),
            Reason = result.Reason.ToKebabCase(),
            Incident = incident?.Id,
            Fingerprint = incident?.Subject.Fingerprint.Text,
            Severity = incident?.Severity,
            Title = incident?.Subject.Title,
        };
    }

    private IntakeResult Ignore(MailParseResult.Ignored ignored)
    {
        observer.Ignored(ignored);
        return IntakeResult.Ignored(ignored.EventId, ignored.Reason);
    }

    private async Task<IntakeResult> KeepAsync(
        Rejection rejection, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        var deadLetter = new DeadLetter(nameof(FunctionName.FeedbackFunction), rejection, payload, time.GetUtcNow());
        await deadLetters.SendAsync(deadLetter, cancellationToken);
        observer.Rejected(rejection);
        return IntakeResult.Rejected(rejection);
    }

    private static Outcome OutcomeOf(FeedbackReason reason) => reason switch
    {
        FeedbackReason.Undelivered or FeedbackReason.Complained or FeedbackReason.Delayed => Outcome.Recorded,
        FeedbackReason.Duplicate or FeedbackReason.Overtaken or FeedbackReason.Enough => Outcome.Merged,
        _ => Outcome.Ignored,
    };
}
