using Watchkeeper.Notification;

namespace Watchkeeper.Simulation.Outside;

/// <summary>What became of one mail that SES had taken, as SES knows; the handlers have to find out by themselves.</summary>
/// <param name="Number">Its place among the news of the history.</param>
/// <param name="Kind">What became of it.</param>
/// <param name="Incident">The incident that the mail was about.</param>
/// <param name="NotificationKey">The notice that it told of.</param>
/// <param name="MessageId">SES's id of the mail.</param>
/// <param name="Payload">The event.</param>
internal sealed record MailFeedback(
    int Number, FeedbackKind Kind, string Incident, string NotificationKey, string MessageId, byte[] Payload)
{
    /// <summary>The event's id.</summary>
    public string Id => IdOf(Number);

    /// <summary>Whether a function answered it.</summary>
    public bool IsAnswered { get; set; }

    /// <summary>Whether it failed to the end, and a dead-letter queue has it.</summary>
    public bool IsGivenUp { get; set; }

    public static string IdOf(int number) => FormattableString.Invariant($"news-{number}");

    public override string ToString() => $"{Id}, {Kind} of {MessageId} for {Incident} {NotificationKey}";
}
