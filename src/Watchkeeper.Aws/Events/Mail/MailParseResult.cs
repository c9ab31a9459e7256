using Watchkeeper.Notification;
using Watchkeeper.Text;

namespace Watchkeeper.Aws.Events.Mail;

/// <summary>The result of parsing an SES event.</summary>
public abstract record MailParseResult
{
    private MailParseResult()
    {
    }

    /// <summary>The event reports the fate of a mail of Watchkeeper.</summary>
    /// <param name="EventId">The envelope's id.</param>
    /// <param name="Incident">The mail's incident.</param>
    /// <param name="NotificationKey">The key of the timeline entry in that incident.</param>
    /// <param name="Feedback">The feedback on the mail.</param>
    public sealed record Accepted(string EventId, string Incident, string NotificationKey, Feedback Feedback) : MailParseResult;

    /// <summary>The event is valid and requires no action.</summary>
    /// <param name="EventId">The envelope's id.</param>
    /// <param name="Reason">The reason: <c>another-sender</c>, <c>no-failure</c>.</param>
    public sealed record Ignored(string EventId, string Reason) : MailParseResult;

    /// <summary>The event is invalid.</summary>
    /// <param name="Rejection">Why.</param>
    public sealed record Rejected(Rejection Rejection) : MailParseResult;
}
