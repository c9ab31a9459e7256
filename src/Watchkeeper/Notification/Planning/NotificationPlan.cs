using System.Collections.Immutable;
using Watchkeeper.Configuration;
using Watchkeeper.Incidents;
using Watchkeeper.Reactions;
using Watchkeeper.Routing;

namespace Watchkeeper.Notification.Planning;

/// <summary>Maps a change of the table to a notification record: the timeline entry and its deliveries. Pure.</summary>
public static class NotificationPlan
{
    /// <summary>The record for a change; null if the change makes no entry, such as a reaction that has just started.</summary>
    public static NotificationRecord? For(StoreChange change, WatchkeeperConfiguration configuration) => change switch
    {
        SlotChanged slot => ForSlot(slot, configuration),
        ReactionChanged reaction => ForReaction(reaction, configuration),
        _ => null,
    };

    private static NotificationRecord? ForSlot(SlotChanged change, WatchkeeperConfiguration configuration)
    {
        if (change.After.Incident is not { } incident || change.Before?.Version == change.After.Version)
            return null;
        var transition = Transitions.Between(change.Before, change.After);
        // A signal after the end that changes nothing does not belong to the incident.
        if (!incident.IsActive && transition is null && change.After.Last.Reason is not DecisionReason.Late)
            return null;
        var entry = new TimelineEntry
        {
            Key = $"T#{change.After.Version:D10}",
            Incident = incident.Shown(),
            Transition = transition,
            At = change.After.Last.RecordedAt,
            Change = change.After.Last,
        };
        return new NotificationRecord
        {
            Entry = entry,
            Deliveries = transition is null or Transition.Acknowledged || IsQuiet(incident, transition)
                ? []
                : Deliveries(incident, transition is Transition.Resolved, configuration),
        };
    }

    // A mute suppresses notifications until it ends. The end of the incident is still reported if its beginning was.
    private static bool IsQuiet(Incident incident, Transition? transition) =>
        incident.Mute is not null && (transition is not Transition.Resolved || incident.Notified is null);

    private static NotificationRecord? ForReaction(ReactionChanged change, WatchkeeperConfiguration configuration)
    {
        var record = change.After;
        if (record.Status is ReactionStatus.Started || change.Before?.Status == record.Status)
            return null;
        var entry = new TimelineEntry
        {
            Key = $"N#{record.Step}",
            Incident = record.Incident,
            Reaction = record,
            At = record.FinishedAt ?? record.PlannedAt,
        };
        return new NotificationRecord
        {
            Entry = entry,
            Deliveries = record.Incident.Mute is null ? Deliveries(record.Incident, false, configuration) : [],
        };
    }

    private static ImmutableArray<Delivery> Deliveries(
        Incident incident, bool resolved, WatchkeeperConfiguration configuration) =>
    [
        .. configuration.Route.Match(IncidentLabels.From(incident))
            .SelectMany(name => configuration.Receivers.TryGetValue(name, out var receiver)
                ? receiver.Channels.Select(channel => (receiver.Name, Channel: channel))
                : [])
            .Where(way => !resolved || way.Channel.SendResolved)
            .DistinctBy(way => (way.Channel.Kind, way.Channel.Address))
            .Select(way => new Delivery { Receiver = way.Name, Channel = way.Channel, Status = DeliveryStatus.Pending }),
    ];
}
