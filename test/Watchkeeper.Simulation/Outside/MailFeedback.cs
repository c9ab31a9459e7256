using Watchkeeper.Notification;

namespace Watchkeeper.Simulation.Outside;

/// <summary>The feedback on one accepted mail, as SES knows it; the handlers have to find out by themselves.</summary>
/// <param name="Number">Its number in the history.</param>
/// <param name="Kind">The kind of feedback.</param>
/// <param name="Incident">The mail's incident.</param>
/// <param name="NotificationKey">The mail's notification.</param>
/// <param name="MessageId">SES's id of the mail.</param>
/// <param name="Payload">The event.</param>
internal sealed record MailFeedback(
    int Number, FeedbackKind Kind, string Incident, string NotificationKey, string MessageId, byte[] Payload)
{
    /// <summary>The event's id.</summary>
    public string Id => IdOf(Number);

    /// <summary>Whether a function answered it.</summary>
    public bool IsAnswered { get; set; }

    /// <summary>Whether all its invocations failed, and a dead-letter queue has it.</summary>
    public bool IsGivenUp { get; set; }

    public static string IdOf(int number) => FormattableString.Invariant($"news-{number}");

    public override string ToString() => $"{Id}, {Kind} of {MessageId} for {Incident} {NotificationKey}";
}
