using Watchkeeper.Notification;
using Watchkeeper.Notification.Planning;
using Watchkeeper.Routing;

namespace Watchkeeper.Simulation.Invariants;

/// <summary>What counts as told by a message about another incident is named or counted there.</summary>
internal sealed class NamedWhereTold : Invariant
{
    public override string Name => "I15 named where told";

    public override void Settled(NotificationRecord before, NotificationRecord after)
    {
        foreach (var (was, now) in before.Deliveries.Zip(after.Deliveries))
        {
            if (now.Status is not DeliveryStatus.Grouped || was.Status is DeliveryStatus.Grouped)
                continue;
            var place = $"{after.Entry.Incident.Id} {after.Entry.Key} by {now.Channel.Kind}";
            if (now.Detail.Split(' ') is not ["told", "with", var incident, var key])
            {
                Broken($"{place} does not say with what it was told: {now.Detail}");
            }
            else if (World.Table.Notification(incident, key)?.Deliveries.FirstOrDefault(each => each.Channel == now.Channel)
                is not { } told)
            {
                Broken($"{place} was told with {incident} {key}, which is nowhere");
            }
            else if (told.Others is not { } others || (others.Unnamed == 0
                && !others.Named.Any(member => member.Incident == after.Entry.Incident.Id)))
            {
                Broken($"{place} counts as told with {incident} {key}, which does not name it");
            }
            else if (!told.IsTold)
            {
                Broken($"{place} counts as told with {incident} {key}, which is {told.Status}");
            }
        }
    }
}

/// <summary>Nothing waits for its group for ever.</summary>
internal sealed class GroupsAreTold : Invariant
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    // Since when: a group that is told at that moment tells it after another interval.
    private readonly Dictionary<(string Incident, string Key), DateTimeOffset> waiting = [];

    public override string Name => "I15 groups are told";

    public override void Claimed(NotificationRecord? before, NotificationRecord after) => Note(after);

    public override void Recorded(NotificationRecord record) => Note(record);

    public override void Settled(NotificationRecord before, NotificationRecord after) => Note(after);

    public override void Rested()
    {
        foreach (var ((id, key), since) in waiting)
        {
            var isMuted = World.Table.ListActive().Any(slot => slot.Incident is { Mute: not null } incident && incident.Id == id);
            foreach (var delivery in World.Table.Notification(id, key)?.Deliveries ?? [])
            {
                var due = delivery.NextAttemptAt > since ? delivery.NextAttemptAt : since;
                if (delivery.IsGrouping && !isMuted && due + Longest + Patience < World.Agenda.Now)
                    Broken($"{id} {key} by {delivery.Channel.Kind} waits for its group since {delivery.NextAttemptAt:HH:mm:ss}");
            }
        }
    }

    private TimeSpan Longest =>
        World.Versions.All.SelectMany(version => version.Route.Routes).Max(route => route.Grouping?.Interval ?? TimeSpan.Zero)
            + World.Plan.Odds.Skew + (2 * World.Configuration.StormCap.Interval);

    private void Note(NotificationRecord record)
    {
        if (record.Deliveries.Any(delivery => delivery.IsGrouping))
            waiting.TryAdd((record.Entry.Incident.Id, record.Entry.Key), World.Agenda.Now);
    }
}

/// <summary>No address gets more messages than its cap allows, however many fire. Clocks that are apart count from different times.</summary>
internal sealed class StormsAreCapped : Invariant
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    // From the permission to the row that records it a process may take its whole time.
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(2);

    private readonly HashSet<(string Incident, string Key, int Index)> seen = [];
    private readonly Dictionary<(ChannelKind Kind, string Address), List<DateTimeOffset>> begun = [];

    public override string Name => "I15 storms are capped";

    public override void Claimed(NotificationRecord? before, NotificationRecord after) => Note(after);

    public override void Settled(NotificationRecord before, NotificationRecord after) => Note(after);

    public override void Rested()
    {
        var cap = World.Configuration.StormCap;
        if (World.Versions.All.Any(version => version.StormCap.IsOff) || World.Plan.Odds.Skew > TimeSpan.Zero)
            return;
        var most = cap.Burst + (int)((Window + Slack) / cap.Interval);
        foreach (var (address, times) in begun)
        {
            for (var at = most; at < times.Count; at++)
            {
                if (times[at] - times[at - most] < Window)
                    Broken($"{address.Kind} got more than {most} messages in the {Window} before {times[at]:HH:mm:ss}");
            }
        }
    }

    private void Note(NotificationRecord record)
    {
        if (!RoutedGroups.Concern(record.Entry))
            return;
        foreach (var (index, delivery) in record.Deliveries.Index())
        {
            if (!(delivery.IsToSend || delivery.Status is DeliveryStatus.Sent) || delivery.Channel.Kind is ChannelKind.Pagerduty
                || !seen.Add((record.Entry.Incident.Id, record.Entry.Key, index)))
            {
                continue;
            }

            var address = (delivery.Channel.Kind, delivery.Channel.Address);
            if (!begun.TryGetValue(address, out var times))
                begun[address] = times = [];
            times.Add(World.Agenda.Now);
        }
    }
}
