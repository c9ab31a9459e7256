using System.Collections.Immutable;
using Watchkeeper.Grouping;
using Watchkeeper.Incidents;
using Watchkeeper.Muting;
using Watchkeeper.Signals;

namespace Watchkeeper.Notification.Planning;

/// <summary>A message that waited for others of its group, and whose time has come.</summary>
/// <param name="Row">Its row.</param>
/// <param name="Index">Its place among the row's deliveries.</param>
/// <param name="Group">Its group; null if it belongs to none any longer.</param>
/// <param name="Active">Its incident now; null if that has ended, also if it has begun anew since.</param>
/// <param name="Suppression">What keeps it quiet now; null if nothing does.</param>
public sealed record WaitingMessage(
    NotificationRecord Row, int Index, MessageGroup? Group, Incident? Active, Suppression? Suppression)
{
    /// <summary>Of the end of an incident: what the address knows of its beginning, without this plan; null for other messages.</summary>
    public FiringReport? Beginning { get; init; }

    /// <summary>The delivery.</summary>
    public Delivery Delivery => Row.Deliveries[Index];

    /// <summary>The same for messages that are told together: of one group, or without one, of one incident to one address.</summary>
    public string ToldWith => Group?.Id ?? $"{Row.Entry.Incident.Id} {Delivery.Channel.Kind} {Delivery.Channel.Address}";
}

/// <summary>What becomes of a message that waited.</summary>
/// <param name="Message">The message as it waited.</param>
/// <param name="Delivery">Its delivery as it shall be.</param>
public sealed record ReleasedMessage(WaitingMessage Message, Delivery Delivery);

/// <summary>
/// Puts the messages of each group together: one is sent and names the others. Pure. As for Alertmanager, what has begun and
/// ended while it waited is told only together with what fires.
/// </summary>
public static class GroupRelease
{
    private const string EndedUntold = "it ended before its group was told";
    private const string NeverReported = "the incident itself was never told to this address";
    private const string SameIncident = "told with another message about the same incident";

    /// <summary>What becomes of each message.</summary>
    /// <param name="messages">The messages of any groups whose time has come.</param>
    public static ImmutableArray<ReleasedMessage> Plan(IReadOnlyCollection<WaitingMessage> messages)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var released = ImmutableArray.CreateBuilder<ReleasedMessage>(messages.Count);
        foreach (var group in messages.GroupBy(message => message.ToldWith, StringComparer.Ordinal))
            released.AddRange(Together([.. group]));
        return released.ToImmutable();
    }

    /// <summary>The same messages kept back once more, because their address had many at once; what is not told stays as decided.</summary>
    /// <param name="group">What becomes of the messages of one group.</param>
    /// <param name="cap">What keeps them back.</param>
    public static ImmutableArray<ReleasedMessage> Postpone(IEnumerable<ReleasedMessage> group, Suppression cap)
    {
        ArgumentNullException.ThrowIfNull(cap);
        return
        [
            .. group.Select(each => each.Delivery.Status is DeliveryStatus.Pending or DeliveryStatus.Merged or DeliveryStatus.Grouped
                ? each with { Delivery = each.Message.Delivery.Hold(cap, cap.Until ?? each.Message.Row.Entry.At) }
                : each),
        ];
    }

    /// <summary>Whether a message is urgent: a critical incident begins, or an incident becomes critical.</summary>
    /// <param name="entry">What it is about.</param>
    /// <param name="severity">The incident's severity.</param>
    public static bool IsUrgent(TimelineEntry entry, Severity severity)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return IsBeginning(entry) && severity is Severity.Critical;
    }

    /// <summary>Whether the message of one group is urgent: it is, and the others of the group begin too.</summary>
    /// <param name="group">What becomes of the messages.</param>
    public static bool IsUrgent(IReadOnlyCollection<ReleasedMessage> group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return group.All(each => IsBeginning(each.Message.Row.Entry))
            && group.Any(each => each.Delivery.IsToSend && each.Message.Row.Entry.Incident.Severity is Severity.Critical);
    }

    private static bool IsBeginning(TimelineEntry entry) =>
        entry.Transition is Transition.Opened or Transition.Reopened or Transition.Escalated;

    private static IEnumerable<ReleasedMessage> Together(ImmutableArray<WaitingMessage> group)
    {
        var (members, decided) = (new List<Member>(), new List<ReleasedMessage>());
        foreach (var incident in group.GroupBy(message => message.Row.Entry.Incident.Id, StringComparer.Ordinal))
            Sort([.. incident.OrderBy(message => message.Row.Entry.Key, StringComparer.Ordinal)], members, decided);
        // An address that had many messages hears of all that happened.
        if (members.Count == 0 || (group[0].Group?.Cap is null && members.TrueForAll(member => member.IsUntold)))
        {
            var over = members.SelectMany(member => member.Merged.Append(member.Message));
            return decided.Concat(over.Select(message => GiveUp(message, EndedUntold)));
        }

        decided.AddRange(members.SelectMany(member => member.Merged)
            .Select(message => Close(message, DeliveryStatus.Merged, SameIncident)));
        if (group[0].Group is not { } together)
            return [.. decided, .. members.Select(member => Send(member.Message, null))];
        var leader = members.OrderBy(member => member.IsOver).ThenByDescending(member => member.Shown.Severity)
            .ThenBy(member => member.IsOver ? -member.Message.Row.Entry.At.UtcTicks : member.Message.Row.Entry.At.UtcTicks)
            .ThenBy(member => member.Message.Row.Entry.Incident.Id, StringComparer.Ordinal).First();
        var others = members.Where(member => member != leader).ToList();
        var told = GroupedMessage.From(together, [.. others.Select(member => member.Shown)]);
        var entry = leader.Message.Row.Entry;
        return
        [
            .. decided, Send(leader.Message, told),
            .. others.Select(member => Close(member.Message, DeliveryStatus.Grouped, $"told with {entry.Incident.Id} {entry.Key}")),
        ];
    }

    // The messages of one incident, oldest first: those that are told, and what becomes of the others.
    private static void Sort(List<WaitingMessage> messages, List<Member> members, List<ReleasedMessage> decided)
    {
        var end = messages.FindLastIndex(IsEnd);
        var firing = messages.Where((message, at) => at > end && message.Active is not null).ToList();
        // A muted source is quiet until its own mute ends, which is told by itself.
        if (messages[^1].Active is { Mute: not null })
            return;
        foreach (var silent in firing.Where(message => message.Suppression is not null))
            decided.Add(new ReleasedMessage(silent, silent.Delivery.Hold(silent.Suppression!, silent.Row.Entry.At)));
        var told = firing.Where(message => message.Suppression is null).ToList();
        told = [.. told.Where((message, at) => IsAct(message) || at == told.Count - 1)];
        // Where what began anew is quiet, the end is told by itself: the last one of what the address was told.
        var over = told.Count == 0 ? messages.LastOrDefault(message => IsEnd(message) && Quiet(message) is null) : null;
        var quiet = told.Count == 0 ? messages.Where(message => IsEnd(message) && Quiet(message) is not null) : [];
        decided.AddRange(quiet.Select(message => new ReleasedMessage(message, message.Delivery.Suppress(Quiet(message)!, NeverReported))));
        if (over is not null)
            told.Add(over);
        var rest = messages.Except(told).Where(message => !decided.Exists(each => each.Message == message)).ToList();
        // No other message tells of an act that is over, nor of what has begun and ended since the last known end.
        var ended = rest.Where(message => IsAct(message) || (over is not null && messages.IndexOf(message) > messages.IndexOf(over))).ToList();
        decided.AddRange(ended.Select(message => GiveUp(message, EndedUntold)));
        rest = [.. rest.Except(ended)];
        // One end stands for those before it, of which the address may have been told that they began.
        var isUntold = over is not null && messages.TrueForAll(message => !IsEnd(message) || IsUntold(message) || Quiet(message) is not null);
        members.AddRange(told.Select((message, at) => new Member(message, over is not null, isUntold, at == 0 ? rest : [])));
        if (told.Count == 0)
            decided.AddRange(rest.Select(message => GiveUp(message, EndedUntold)));
    }

    private static bool IsEnd(WaitingMessage message) => message.Row.Entry.Transition is Transition.Resolved;

    // Of an end: its beginning waits for the group too, or did until it ended.
    private static bool IsUntold(WaitingMessage end) => end.Beginning is FiringReport.KeptBack { By.IsForOthers: true };

    // Of an end: what keeps it quiet, because the address was not told that it began.
    private static Suppression? Quiet(WaitingMessage end) =>
        IsUntold(end) ? end.Suppression : (end.Beginning as FiringReport.KeptBack)?.By;

    private static bool IsAct(WaitingMessage message) => message.Row.Entry is
    {
        Incident.Subject.Kind: SignalKind.Detection,
        Transition: Transition.Opened or Transition.Reopened or Transition.AnotherAct,
    };

    private static ReleasedMessage Send(WaitingMessage message, GroupedMessage? others) => new(message, message.Delivery with
    {
        Status = DeliveryStatus.Pending,
        Others = others,
    });

    private static ReleasedMessage Close(WaitingMessage message, DeliveryStatus status, string detail) => new(message, message.Delivery with
    {
        Status = status,
        NextAttemptAt = null,
        Detail = detail,
    });

    private static ReleasedMessage GiveUp(WaitingMessage message, string why) =>
        new(message, message.Delivery.Suppress(message.Delivery.Suppression!, why));

    // One that is told, and those about the same incident that it stands for.
    private sealed record Member(WaitingMessage Message, bool IsOver, bool IsUntold, List<WaitingMessage> Merged)
    {
        public GroupMember Shown { get; } = GroupMember.From(
            Message.Row.Entry.Incident, (Message.Active ?? Message.Row.Entry.Incident).Severity, IsOver);
    }
}
