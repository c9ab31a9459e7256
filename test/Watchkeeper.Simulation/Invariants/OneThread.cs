using Watchkeeper.Notification;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Routing;

namespace Watchkeeper.Simulation.Invariants;

/// <summary>
/// The mails of an incident are one conversation: each mail after the first settled one names that one, or one that came before
/// it and was settled since, and has its subject.
/// </summary>
internal sealed class OneThread : Invariant
{
    // By incident: the ids of the mails that the notification log calls sent, by the keys of their entries.
    private readonly Dictionary<string, SortedList<string, string>> sent = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Incident, string Key), string?> firstAtClaim = [];

    public override string Name => "I5 one thread";

    public override void Claimed(NotificationRecord? before, NotificationRecord after) =>
        firstAtClaim[(after.Entry.Incident.Id, after.Entry.Key)] = SentOf(after.Entry.Incident.Id).Keys.FirstOrDefault();

    public override void Settled(NotificationRecord before, NotificationRecord after)
    {
        var mail = after.Deliveries.FirstOrDefault(each => each.Channel.Kind is ChannelKind.Mail);
        if (after.Entry.Change is not null && mail is { Status: DeliveryStatus.Sent })
            SentOf(after.Entry.Incident.Id)[after.Entry.Key] = mail.Detail;
    }

    public override void Sent(Expectation? expectation, Message message)
    {
        if (expectation is not { Channel: "mail" })
            return;
        var mails = SentOf(expectation.Incident.Id);
        var first = firstAtClaim.GetValueOrDefault((expectation.Incident.Id, expectation.NotificationKey));
        if (message.Thread.Incident != expectation.Incident.Id)
            Broken($"{expectation} belongs to the conversation of {message.Thread.Incident}");
        else if (message.Thread.Root is not { } root)
            CheckBeginning(expectation, message, first);
        else if (mails.IndexOfValue(root) is var at && (at < 0 || string.CompareOrdinal(mails.Keys[at], first ?? "U") > 0))
            Broken($"{expectation} names {root} as the first mail, and the send log {first ?? "nothing"}");
        else if (World.Channels.Subjects.GetValueOrDefault(root) is var subject && subject != message.Subject)
            Broken($"{expectation} has the subject «{message.Subject}», and the first mail «{subject ?? "was never sent"}»");
    }

    private void CheckBeginning(Expectation expectation, Message message, string? first)
    {
        if (first is not null && !message.Thread.IsOpening)
            Broken($"{expectation} names no first mail, and {first} was settled before");
    }

    private SortedList<string, string> SentOf(string incident)
    {
        if (!sent.TryGetValue(incident, out var mails))
            sent[incident] = mails = new SortedList<string, string>(StringComparer.Ordinal);
        return mails;
    }
}
