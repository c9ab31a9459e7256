using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Incidents;

/// <summary>
/// Transitions caused by operators. Pure, like <see cref="Lifecycle"/>; <see cref="Upkeep"/> decides about transitions caused by
/// time. Of two operators, the first wins.
/// </summary>
internal static class OperatorActions
{
    /// <summary>Decides about an operator's action on the incident <paramref name="incidentId"/>.</summary>
    public static Decision Decide(Slot? slot, string incidentId, OperatorAction action, DateTimeOffset now)
    {
        if (slot?.Incident is not { } incident || incident.Id != incidentId)
            return Decision.Unchanged(DecisionReason.NothingToDo);
        // The caller chooses the action's id. The slot stores its hash, which is as long as a signal's id.
        var id = StableHash.Compute("action", action.Id);
        if (slot.Recent.Contains(id))
            return Decision.Unchanged(DecisionReason.Duplicate);
        if (!incident.IsActive)
            return Decision.Unchanged(DecisionReason.NothingToDo);
        return action.Verb switch
        {
            OperatorVerb.Comment => SlotChange.Make(
                slot, EntryFor(DecisionReason.Commented, id, action, now), Commented(incident, now)),
            OperatorVerb.Acknowledge when incident.Status is IncidentStatus.Acknowledged =>
                Decision.Unchanged(DecisionReason.NothingToDo),
            OperatorVerb.Acknowledge => SlotChange.Make(
                slot, EntryFor(DecisionReason.Acknowledged, id, action, now), Acknowledged(incident, action, now)),
            OperatorVerb.Resolve => SlotChange.Make(
                slot, EntryFor(DecisionReason.ResolvedByPerson, id, action, now), Ended(incident, now)),
            _ => throw new ArgumentOutOfRangeException(nameof(action), action.Verb, "no such action"),
        };
    }

    private static IncidentChange EntryFor(DecisionReason reason, string id, OperatorAction action, DateTimeOffset now) => new()
    {
        Reason = reason,
        SignalId = id,
        EventId = InertText.Shorten(action.Id, SubjectLimits.EventId),
        OccurredAt = now,
        RecordedAt = now,
        Description = InertText.Shorten(
            action.Note.Length > 0 ? $"{action.Who}: {action.Note}" : action.Who, SubjectLimits.Description),
    };

    private static Incident Acknowledged(Incident incident, OperatorAction action, DateTimeOffset now) => incident with
    {
        Status = IncidentStatus.Acknowledged,
        AcknowledgedBy = InertText.Shorten(action.Who, SubjectLimits.LabelValue),
        AcknowledgedAt = now,
    };

    // People hear of the incident by the comment, so the next reminder counts from here.
    private static Incident Commented(Incident incident, DateTimeOffset now) => incident.Notified is { } notified
        ? incident with { Notified = new NotificationState(now, notified.Acts, notified.Reminders) }
        : incident;

    private static Incident Ended(Incident incident, DateTimeOffset now) =>
        incident with { Status = IncidentStatus.Resolved, ResolvedAt = now };
}
