using Watchkeeper.Configuration;
using Watchkeeper.Incidents;
using Watchkeeper.Muting;
using Watchkeeper.Reactions;

namespace Watchkeeper.Notification.Planning;

/// <summary>Decides who is notified of a change of the table. Pure.</summary>
public static class NotificationPlan
{
    /// <summary>The decision about a change if nothing keeps its incident quiet.</summary>
    public static NotificationDecision Decide(StoreChange change, WatchkeeperConfiguration configuration) =>
        Decide(change, configuration, SuppressionView.None);

    /// <summary>The decision about a change: a named reason, the timeline's entry, and the deliveries.</summary>
    /// <param name="change">The change.</param>
    /// <param name="configuration">The configuration in force.</param>
    /// <param name="view">What keeps incidents quiet.</param>
    public static NotificationDecision Decide(
        StoreChange change, WatchkeeperConfiguration configuration, SuppressionView view) => change switch
        {
            SlotChanged slot => Decide(slot, configuration, view),
            ReactionChanged reaction => Decide(reaction, configuration, view),
            _ => NotificationDecision.Nobody(NotificationReason.Unchanged),
        };

    private static NotificationDecision Decide(
        SlotChanged change, WatchkeeperConfiguration configuration, SuppressionView view)
    {
        if (change.After.Incident is not { } incident)
            return NotificationDecision.Nobody(NotificationReason.NoIncident);
        if (change.Before?.Version == change.After.Version)
            return NotificationDecision.Nobody(NotificationReason.Unchanged);
        var transition = Transitions.Between(change.Before, change.After);
        if (!incident.IsActive && transition is null && change.After.Last.Reason is not DecisionReason.Late)
            return NotificationDecision.Nobody(NotificationReason.AfterTheEnd);
        var entry = new TimelineEntry
        {
            Key = $"T#{change.After.Version:D10}",
            Incident = incident.Shown(),
            Transition = transition,
            At = change.After.Last.RecordedAt,
            Change = change.After.Last,
        };
        return transition switch
        {
            null => NotificationDecision.Nobody(NotificationReason.NothingNew, entry),
            Transition.Acknowledged or Transition.Commented when incident.Notified is null =>
                NotificationDecision.Nobody(NotificationReason.NotReported, entry),
            // Decided after the deliveries are known, so that the row says who was spared.
            _ when IsQuiet(incident, transition) => RoutedDeliveries.Decide(incident, entry, configuration, SuppressionView.None).Muted(),
            _ => RoutedDeliveries.Decide(incident, entry, configuration, view),
        };
    }

    // A mute suppresses notifications until it ends. The end of the incident is still reported if its beginning was.
    private static bool IsQuiet(Incident incident, Transition? transition) =>
        incident.Mute is not null && (transition is not Transition.Resolved || incident.Notified is null);

    private static NotificationDecision Decide(
        ReactionChanged change, WatchkeeperConfiguration configuration, SuppressionView view)
    {
        var record = change.After;
        if (record.Status is ReactionStatus.Started)
            return NotificationDecision.Nobody(NotificationReason.ReactionStarted);
        if (change.Before?.Status == record.Status)
            return NotificationDecision.Nobody(NotificationReason.Unchanged);
        var entry = new TimelineEntry
        {
            Key = $"N#{record.Step}",
            Incident = record.Incident,
            Reaction = record,
            At = record.FinishedAt ?? record.PlannedAt,
        };
        if (record.Mode is ReactionMode.DryRun)
            return NotificationDecision.Nobody(NotificationReason.DryRun, entry);
        return record.Incident.Mute is null
            ? RoutedDeliveries.Decide(record.Incident, entry, configuration, view)
            : RoutedDeliveries.Decide(record.Incident, entry, configuration, SuppressionView.None).Muted();
    }
}
