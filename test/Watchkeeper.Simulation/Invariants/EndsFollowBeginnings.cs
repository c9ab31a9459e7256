using Watchkeeper.Incidents;
using Watchkeeper.Muting;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Planning;
using Watchkeeper.Routing;
using Watchkeeper.Signals;

namespace Watchkeeper.Simulation.Invariants;

/// <summary>
/// Whoever was told that an incident began hears of its end, and nobody hears of the end of what was kept from them. What is given
/// up has ended, and what counts as told by another message was told by one.
/// </summary>
internal sealed class EndsFollowBeginnings : Invariant
{
    private readonly HashSet<string> incidents = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Incident, string Key), DateTimeOffset> claimedAt = [];
    private readonly Dictionary<(string Incident, string Key), DateTimeOffset> recordedAt = [];
    private readonly Dictionary<(string Incident, string Key), DateTimeOffset> settledAt = [];

    public override string Name => "I14 ends follow beginnings";

    public override void Claimed(NotificationRecord? before, NotificationRecord after)
    {
        if (before is null)
            Recorded(after);
        else
            claimedAt.TryAdd((after.Entry.Incident.Id, after.Entry.Key), World.Agenda.Now);
    }

    public override void Recorded(NotificationRecord record)
    {
        recordedAt.TryAdd((record.Entry.Incident.Id, record.Entry.Key), World.Agenda.Now);
        if (record.Deliveries.Any(delivery => !delivery.IsTold))
            incidents.Add(record.Entry.Incident.Id);
    }

    public override void Settled(NotificationRecord before, NotificationRecord after) =>
        settledAt[(after.Entry.Incident.Id, after.Entry.Key)] = World.Agenda.Now;

    public override void Rested()
    {
        foreach (var incident in incidents)
        {
            var rows = World.Table.Notifications(incident).Where(row => row.Entry.Reaction is null).ToList();
            foreach (var channel in rows.SelectMany(row => row.Deliveries).Select(delivery => delivery.Channel).Distinct())
                Check(rows, channel);
        }
    }

    private void Check(List<NotificationRecord> rows, Channel channel)
    {
        var (begun, kept) = (new List<NotificationRecord>(), new List<NotificationRecord>());
        var (isInGroup, everKept) = (false, new List<NotificationRecord>());
        // An end that counts as told by what followed it in its group.
        NotificationRecord? owed = null;
        foreach (var row in rows)
        {
            if (row.Deliveries.FirstOrDefault(each => each.Channel.Kind == channel.Kind) is not { } delivery)
                continue;
            var place = $"{row.Entry.Incident.Id} {row.Entry.Key} by {channel.Kind}";
            // What waits for its group is told with others, or given up, as another promise says.
            if (delivery.IsGrouping)
                return;
            // It began anew before its group was told.
            if (row.Entry.Transition is Transition.Resolved && IsMergedInGroup(delivery))
            {
                owed = begun.Count > 0 ? row : null;
                continue;
            }

            // What was kept quiet since has ended too.
            if (row.Entry.Transition is Transition.Resolved && owed is not null && !delivery.IsTold)
            {
                kept.Clear();
                continue;
            }

            if (delivery.IsTold && (row.Entry.Transition is Transition.Resolved || SuppressedDeliveries.SaysFiring(row.Entry)))
                owed = null;
            if (row.Entry.Transition is Transition.Resolved)
            {
                if (begun.Count > 0 && !delivery.IsTold)
                    Broken($"{place}: they were told that it began, and not that it ended: {Story(rows, channel)}");
                // A group that is told names what has begun and ended too.
                if (begun.Count == 0 && kept.Count > 0 && delivery.IsTold && !isInGroup && !everKept.Any(each => WasClaimedBefore(each, row)))
                    Broken($"{place}: they were told that it ended, and never that it began: {Story(rows, channel)}");
                begun.Clear();
                kept.Clear();
                isInGroup = false;
            }
            else if (SuppressedDeliveries.SaysFiring(row.Entry))
            {
                if (delivery is { IsTold: false, Suppression.IsForOthers: true })
                    isInGroup = true;
                else
                    (delivery.IsTold ? begun : kept).Add(row);
                if (!delivery.IsTold)
                    everKept.Add(row);
                var isEndEnough = IsMergedInGroup(delivery);
                if (delivery.Status is DeliveryStatus.Merged && !rows.Any(each => IsTold(each, row, channel, isEndEnough)))
                    Broken($"{place} counts as told by another message, and none was");
                if (delivery.Status is DeliveryStatus.Merged && IsAct(row))
                    Broken($"{place} is an act of its own, and counts as told by another message");
                if (delivery.Status is DeliveryStatus.Suppressed && StillFires(rows, row))
                    Broken($"{place} was given up though it still fires");
            }
        }

        if (owed is not null)
            Broken($"{owed.Entry.Incident.Id} {owed.Entry.Key} by {channel.Kind}: nothing told of this end: {Story(rows, channel)}");
    }

    private static string Story(IEnumerable<NotificationRecord> rows, Channel channel) => string.Join("; ", rows.Select(row =>
        row.Deliveries.FirstOrDefault(each => each.Channel.Kind == channel.Kind) is { } delivery
            ? $"{row.Entry.Key} {row.Entry.Transition} {delivery.Status} {delivery.Suppression?.Kind}".TrimEnd()
            : $"{row.Entry.Key} {row.Entry.Transition}"));

    private static bool IsMergedInGroup(Delivery delivery) =>
        delivery is { Status: DeliveryStatus.Merged, Suppression.IsForOthers: true };

    private static bool IsAct(NotificationRecord row) => row.Entry is
    {
        Incident.Subject.Kind: SignalKind.Detection,
        Transition: Transition.Opened or Transition.AnotherAct,
    };

    // A process that has claimed the row may be about to tell that it began.
    private bool WasClaimedBefore(NotificationRecord kept, NotificationRecord end) =>
        claimedAt.TryGetValue((kept.Entry.Incident.Id, kept.Entry.Key), out var claimed)
        && claimed <= DecidedAt(end);

    // An end that waits for its group is decided when that is told.
    private DateTimeOffset DecidedAt(NotificationRecord end)
    {
        var key = (end.Entry.Incident.Id, end.Entry.Key);
        return end.Deliveries.Any(delivery => delivery.Suppression is { Kind: SuppressionKind.Grouping })
            ? settledAt.GetValueOrDefault(key, recordedAt[key])
            : recordedAt[key];
    }

    // A group may have told only that it had begun and ended.
    private static bool IsTold(NotificationRecord row, NotificationRecord begin, Channel channel, bool isEndEnough) =>
        (SuppressedDeliveries.SaysFiring(row.Entry) || (isEndEnough && row.Entry.Transition is Transition.Resolved
            && string.CompareOrdinal(row.Entry.Key, begin.Entry.Key) > 0))
        && row.Deliveries.Any(delivery => delivery.IsTold && delivery.Channel.Kind == channel.Kind);

    private bool StillFires(List<NotificationRecord> rows, NotificationRecord row) =>
        World.Table.ListActive().Any(slot => slot.Incident!.Id == row.Entry.Incident.Id
            && slot.Incident.Reopenings == row.Entry.Incident.Reopenings)
        && !rows.Any(each => each.Entry.Transition is Transition.Resolved
            && string.CompareOrdinal(each.Entry.Key, row.Entry.Key) > 0);
}
