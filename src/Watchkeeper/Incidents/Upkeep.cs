using Watchkeeper.Alarms;
using Watchkeeper.Signals;

namespace Watchkeeper.Incidents;

/// <summary>
/// What time alone makes of an incident that is active: it ends, AWS no longer keeps it quiet, or people are reminded of it. Pure like
/// <see cref="Lifecycle"/>.
/// </summary>
public static class Upkeep
{
    /// <summary>Decides about one slot; <see cref="DecisionReason.NothingToDo"/> in the common case.</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="alarm">What CloudWatch shows of its alarm.</param>
    /// <param name="isRouted">Whether anybody is told of the incident at all.</param>
    /// <param name="options">The times.</param>
    /// <param name="now">As of when.</param>
    public static Decision Decide(Slot slot, AlarmStanding alarm, bool isRouted, LifecycleOptions options, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(slot);
        ArgumentNullException.ThrowIfNull(alarm);
        ArgumentNullException.ThrowIfNull(options);
        if (slot.Active is not { } incident)
            return Decision.Unchanged(DecisionReason.NothingToDo);
        if (Expiry.ReasonToEnd(slot, incident, alarm, options, now) is { } end)
            return End(slot, incident, end, now);
        if (incident.Mute is not null)
            return IsMuteOver(incident, alarm, options, now) ? EndMute(slot, incident, now) : Decision.Unchanged(DecisionReason.NothingToDo);
        return isRouted && IsReminderDue(slot, incident, options, now)
            ? Remind(slot, incident, now)
            : Decision.Unchanged(DecisionReason.NothingToDo);
    }

    // A window ends by its own time; the rest is over when CloudWatch shows it so.
    private static bool IsMuteOver(Incident incident, AlarmStanding alarm, LifecycleOptions options, DateTimeOffset now) => alarm switch
    {
        AlarmStanding.Shown { Signal: { Condition: not SignalCondition.Firing } } => false,
        AlarmStanding.Shown { Signal.Mute: not null } => false,
        AlarmStanding.Shown when incident.Mute is { Kind: not MuteKind.MuteRule } => true,
        _ => now >= (incident.Mute!.Until ?? incident.OpenedAt + options.MuteTime),
    };

    // Acts must have gone on since, in the whole seconds that are kept; a state goes on by itself. Who acknowledged it knows.
    private static bool IsReminderDue(Slot slot, Incident incident, LifecycleOptions options, DateTimeOffset now) =>
        incident is { Status: IncidentStatus.Open, Notified: { } told }
        && now >= options.Reminders.DueAfter(told)
        && (incident.Acts is null || slot.Last.Reason is DecisionReason.Repeated);

    private static Decision Remind(Slot slot, Incident incident, DateTimeOffset now) => SlotChange.Make(
        slot,
        SlotChange.ChangeFor(DecisionReason.Reminded, slot, incident, slot.Last.Description, now),
        incident with { Notified = new NotificationState(now, Reminders: incident.Notified!.Reminders + 1) });

    private static Decision EndMute(Slot slot, Incident incident, DateTimeOffset now) => SlotChange.Make(
        slot,
        SlotChange.ChangeFor(DecisionReason.MuteEnded, slot, incident, slot.Last.Description, now),
        incident with { Mute = null, Notified = new NotificationState(now) });

    private static Decision End(Slot slot, Incident incident, DecisionReason reason, DateTimeOffset now) => SlotChange.Make(
        slot,
        SlotChange.ChangeFor(reason, slot, incident, "", now),
        incident with
        {
            Status = IncidentStatus.Resolved,
            ResolvedAt = now,
            IsFinal = incident.IsFinal || reason is DecisionReason.SourceGone,
        });
}
