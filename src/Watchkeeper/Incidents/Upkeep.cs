using Watchkeeper.Alarms;
using Watchkeeper.Signals;

namespace Watchkeeper.Incidents;

/// <summary>
/// Transitions of an active incident that time causes: the incident expires, its mute ends, its planned change comes near, or a
/// reminder is due. Pure, like <see cref="Lifecycle"/>.
/// </summary>
public static class Upkeep
{
    /// <summary>Decides about one slot; usually <see cref="DecisionReason.NothingToDo"/>.</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="alarm">The state of the incident's alarm in CloudWatch.</param>
    /// <param name="isRouted">Whether any receiver is notified of the incident.</param>
    /// <param name="options">The time limits.</param>
    /// <param name="now">The time of the decision.</param>
    public static Decision Decide(Slot slot, AlarmStanding alarm, bool isRouted, LifecycleOptions options, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(slot);
        ArgumentNullException.ThrowIfNull(alarm);
        ArgumentNullException.ThrowIfNull(options);
        if (slot.Active is not { } incident)
            return Decision.Unchanged(DecisionReason.NothingToDo);
        if (Expiry.ReasonToEnd(slot, incident, alarm, options, now) is { } end)
            return End(slot, incident, end, options, now);
        if (incident.Mute is not null)
        {
            return IsMuteOver(incident, alarm, options, now)
                ? EndMute(slot, incident, options, now)
                : Decision.Unchanged(DecisionReason.NothingToDo);
        }

        if (PlannedChange.RaisedAt(incident.Subject, incident.Severity, now) is { } raised)
            return Raise(slot, incident, raised, options, now);
        return isRouted && IsReminderDue(slot, incident, options, now)
            ? Remind(slot, incident, options, now)
            : Decision.Unchanged(DecisionReason.NothingToDo);
    }

    // A mute rule's window ends at its own time. Any other mute ends when CloudWatch no longer shows it.
    private static bool IsMuteOver(
        Incident incident, AlarmStanding alarm, LifecycleOptions options, DateTimeOffset now) =>
        alarm switch
        {
            AlarmStanding.Shown { Signal: { Condition: not SignalCondition.Firing } } => false,
            AlarmStanding.Shown { Signal.Mute: not null } => false,
            AlarmStanding.Shown when incident.Mute is { Kind: not MuteKind.MuteRule } => true,
            _ => now >= (incident.Mute!.Until ?? incident.OpenedAt + options.MuteTime),
        };

    // A planned change far ahead needs no reminder until it comes near.
    private static DateTimeOffset DueAt(Incident incident, NotificationState notified, LifecycleOptions options)
    {
        var due = options.Reminders.DueAfter(notified);
        return PlannedChange.NearFrom(incident.Subject) is { } near && near > due ? near : due;
    }

    // An incident of acts needs further acts since the last message (in whole seconds, as recorded); a state continues without
    // signals. An acknowledged incident needs no reminder, and neither does a planned change whose time is over.
    private static bool IsReminderDue(Slot slot, Incident incident, LifecycleOptions options, DateTimeOffset now) =>
        incident is { Status: IncidentStatus.Open, Notified: { } notified }
        && now >= DueAt(incident, notified, options)
        && !PlannedChange.IsOver(incident.Subject, now)
        && (incident.Acts is null || slot.Last.Reason is DecisionReason.Repeated);

    // Nobody has acknowledged the higher severity, so the incident is open again.
    private static Decision Raise(
        Slot slot, Incident incident, Severity severity, LifecycleOptions options, DateTimeOffset now) => SlotChange.Make(
            slot,
            SlotChange.ChangeFor(
                DecisionReason.Escalated,
                slot,
                incident,
                OperatorName.IsByOperator(slot.Last.Reason) ? "" : slot.Last.Description,
                options,
                now),
            incident with
            {
                Status = IncidentStatus.Open,
                AcknowledgedBy = null,
                AcknowledgedAt = null,
                Severity = severity,
                Notified = new NotificationState(now),
            });

    private static Decision Remind(Slot slot, Incident incident, LifecycleOptions options, DateTimeOffset now) => SlotChange.Make(
        slot,
        SlotChange.ChangeFor(DecisionReason.Reminded, slot, incident, slot.Last.Description, options, now),
        incident with { Notified = new NotificationState(now, Reminders: incident.Notified!.Reminders + 1) });

    private static Decision EndMute(
        Slot slot, Incident incident, LifecycleOptions options, DateTimeOffset now) => SlotChange.Make(
            slot,
            SlotChange.ChangeFor(DecisionReason.MuteEnded, slot, incident, slot.Last.Description, options, now),
            incident with { Mute = null, Notified = new NotificationState(now) });

    private static Decision End(
        Slot slot, Incident incident, DecisionReason reason, LifecycleOptions options, DateTimeOffset now) => SlotChange.Make(
            slot,
            SlotChange.ChangeFor(reason, slot, incident, "", options, now),
            incident with
            {
                Status = IncidentStatus.Resolved,
                ResolvedAt = now,
                IsFinal = incident.IsFinal || reason is DecisionReason.SourceGone,
            });
}
