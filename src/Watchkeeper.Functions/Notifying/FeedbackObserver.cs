using Microsoft.Extensions.Logging;
using Watchkeeper.Aws.Events.Mail;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Functions.Observability;
using Watchkeeper.Notification;
using Watchkeeper.Text;

namespace Watchkeeper.Functions.Notifying;

/// <summary>Logs and counts SES's mail events.</summary>
internal sealed class FeedbackObserver(Metrics metrics, ILogger log)
{
    /// <summary>Reports feedback on a mail of Watchkeeper. A failure counts once, when the log first records it.</summary>
    public void Recorded(MailParseResult.Accepted accepted, FeedbackReason reason)
    {
        if (reason is FeedbackReason.Undelivered or FeedbackReason.Complained)
            metrics.MailFailure(accepted.Feedback.Kind);
        if (reason is FeedbackReason.Duplicate or FeedbackReason.Overtaken)
        {
            Log.FeedbackKnown(log, accepted.NotificationKey, accepted.Incident, reason.ToKebabCase(), accepted.EventId);
        }
        else
        {
            Log.FeedbackRecorded(
                log, accepted.NotificationKey, accepted.Incident, reason.ToKebabCase(),
                accepted.Feedback.Words, accepted.EventId);
        }
    }

    /// <summary>Reports an event that requires no action.</summary>
    public void Ignored(MailParseResult.Ignored ignored)
    {
        Log.SignalIgnored(log, ignored.Reason, ignored.EventId);
    }

    /// <summary>Reports a rejected event.</summary>
    public void Rejected(Rejection rejection)
    {
        metrics.DeadLetter();
        Log.SignalRejected(log, rejection.Path, rejection.Reason);
    }
}
