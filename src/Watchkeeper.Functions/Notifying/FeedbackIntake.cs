using Watchkeeper.Aws.Events.Mail;
using Watchkeeper.DeadLetters;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Functions.Reports;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Storage;
using Watchkeeper.Text;

namespace Watchkeeper.Functions.Notifying;

/// <summary>
/// Records SES's mail events in the notification log for FeedbackFunction, and each under its id. The function sends no message:
/// an alarm on the metric notifies people through the topic.
/// </summary>
internal sealed class FeedbackIntake(
    INotificationLog log, IDeadLetters deadLetters, EventLog events, FeedbackObserver observer, TimeProvider time)
{
    /// <summary>
    /// Records one event. A failure of the log or of the dead letters fails the invocation, and AWS retries the event.
    /// </summary>
    public async Task<IntakeReport> TakeAsync(ReadOnlyMemory<byte> payload, CancellationToken cancellationToken) => new(
    [
        MailEvents.Read(payload, time.GetUtcNow()) switch
        {
            MailParseResult.Accepted accepted => await AddAsync(accepted, cancellationToken),
            MailParseResult.Ignored ignored => await IgnoreAsync(ignored, cancellationToken),
            MailParseResult.Rejected(var rejection) => await KeepAsync(rejection, payload, cancellationToken),
            var other => throw new InvalidOperationException($"{other.GetType().Name} is not a known result"),
        },
    ]);

    private async Task<IntakeResult> AddAsync(MailParseResult.Accepted accepted, CancellationToken cancellationToken)
    {
        var result = await log.AddFeedbackAsync(
            accepted.Incident, accepted.NotificationKey, accepted.Feedback, cancellationToken);
        var incident = result.Record?.Entry.Incident;
        var report = new IntakeResult
        {
            EventId = accepted.EventId,
            Outcome = OutcomeOf(result.Reason),
            Reason = result.Reason.ToKebabCase(),
            Incident = incident?.Id,
            Fingerprint = incident?.Subject.Fingerprint.Text,
            Severity = incident?.Severity,
            Title = incident?.Subject.Title,
        };
        await RecordAsync(report, cancellationToken);
        observer.Recorded(accepted, result.Reason);
        return report;
    }

    private async Task<IntakeResult> IgnoreAsync(MailParseResult.Ignored ignored, CancellationToken cancellationToken)
    {
        var report = IntakeResult.Ignored(ignored.EventId, ignored.Reason);
        await RecordAsync(report, cancellationToken);
        observer.Ignored(ignored);
        return report;
    }

    private async Task<IntakeResult> KeepAsync(
        Rejection rejection, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        var deadLetter = new DeadLetter(nameof(FunctionName.FeedbackFunction), rejection, payload, time.GetUtcNow());
        await deadLetters.SendAsync(deadLetter, cancellationToken);
        var report = IntakeResult.Rejected(rejection);
        await RecordAsync(report with { EventId = EnvelopeId.Find(payload) }, cancellationToken);
        observer.Rejected(rejection);
        return report;
    }

    private Task RecordAsync(IntakeResult report, CancellationToken cancellationToken) => events.RecordAsync(
        report.ToRecord(nameof(FunctionName.FeedbackFunction), time.GetUtcNow(), signal: null, configuration: null),
        cancellationToken);

    private static Outcome OutcomeOf(FeedbackReason reason) => reason switch
    {
        FeedbackReason.Undelivered or FeedbackReason.Complained or FeedbackReason.Delayed => Outcome.Recorded,
        FeedbackReason.Duplicate or FeedbackReason.Overtaken or FeedbackReason.Enough => Outcome.Merged,
        _ => Outcome.Ignored,
    };
}
