using Microsoft.Extensions.Logging;
using Watchkeeper.Aws.Events.Mail;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Functions.Observability;
using Watchkeeper.Notification;
using Watchkeeper.Text;

namespace Watchkeeper.Functions.Notifying;

/// <summary>Logs and counts SES's mail events.</summary>
public sealed class FeedbackObserver(Metrics metrics, ILogger log)
{
    /// <summary>Reports feedback on a mail of Watchkeeper. A failure counts once, when the log first records it.</summary>
    public void Heard(MailParseResult.Accepted heard, FeedbackReason reason)
    {
        ArgumentNullException.ThrowIfNull(heard);
        if (reason is FeedbackReason.Undelivered or FeedbackReason.Complained)
            metrics.MailFailure(heard.Feedback.Kind);
        if (reason is FeedbackReason.Duplicate or FeedbackReason.Overtaken)
            Log.FeedbackKnown(log, heard.Notice, heard.Incident, reason.ToKebabCase(), heard.EventId);
        else
            Log.FeedbackHeard(log, heard.Notice, heard.Incident, reason.ToKebabCase(), heard.Feedback.Words, heard.EventId);
    }

    /// <summary>Reports an event that requires no action.</summary>
    public void Ignored(MailParseResult.Ignored ignored)
    {
        ArgumentNullException.ThrowIfNull(ignored);
        Log.SignalIgnored(log, ignored.Reason, ignored.EventId);
    }

    /// <summary>Reports a rejected event.</summary>
    public void Rejected(MailParseResult.Rejected rejected)
    {
        ArgumentNullException.ThrowIfNull(rejected);
        metrics.DeadLetter();
        Log.SignalRejected(log, rejected.Path, rejected.Reason);
    }
}
