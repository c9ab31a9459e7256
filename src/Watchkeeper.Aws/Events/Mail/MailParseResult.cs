using Watchkeeper.Notification;

namespace Watchkeeper.Aws.Events.Mail;

/// <summary>What an event of SES amounts to.</summary>
public abstract record MailParseResult
{
    private MailParseResult()
    {
    }

    /// <summary>It tells what became of one of our mails.</summary>
    /// <param name="EventId">The envelope's id.</param>
    /// <param name="Incident">The incident that the mail was about.</param>
    /// <param name="Notice">The notice's key in that incident's timeline.</param>
    /// <param name="Feedback">What became of the mail.</param>
    public sealed record Accepted(string EventId, string Incident, string Notice, Feedback Feedback) : MailParseResult;

    /// <summary>It was understood, and there is nothing in it to act on.</summary>
    /// <param name="EventId">The envelope's id.</param>
    /// <param name="Reason">Why: <c>another-sender</c>, <c>no-failure</c>.</param>
    public sealed record Ignored(string EventId, string Reason) : MailParseResult;

    /// <summary>It could not be understood.</summary>
    /// <param name="Path">JSON path of the trouble.</param>
    /// <param name="Reason">What is wrong there and what would be right.</param>
    public sealed record Rejected(string Path, string Reason) : MailParseResult;
}
