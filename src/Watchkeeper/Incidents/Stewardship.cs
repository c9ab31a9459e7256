using Watchkeeper.Signals;

namespace Watchkeeper.Incidents;

/// <summary>Changes of an incident that no signal makes: by people, and by time passing. Pure like <see cref="Lifecycle"/>.</summary>
public static class Stewardship
{
    /// <summary>Decides about a person's action on the incident <paramref name="incidentId"/>.</summary>
    public static Decision Decide(Slot? slot, string incidentId, PersonAction action, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(action);
        if (slot?.Active is not { } incident || incident.Id != incidentId)
            return Decision.Unchanged(DecisionReason.NothingToDo);
        // Who calls chooses the action's id: in the ring stands its hash, which is as long as any signal's id.
        var id = StableHash.Of("action", action.Id);
        if (slot.Recent.Contains(id))
            return Decision.Unchanged(DecisionReason.Duplicate);
        if (action.Verb is PersonVerb.Acknowledge && incident.Status is IncidentStatus.Acknowledged)
            return Decision.Unchanged(DecisionReason.NothingToDo);
        return action.Verb is PersonVerb.Acknowledge
            ? Change(slot, EntryFor(DecisionReason.Acknowledged, id, action, now), incident with
            {
                Status = IncidentStatus.Acknowledged,
                AcknowledgedBy = SubjectLimits.Shorten(action.Who, SubjectLimits.LabelValue),
            })
            : Change(slot, EntryFor(DecisionReason.ResolvedByPerson, id, action, now), Ended(incident, now));
    }

    /// <summary>
    /// Decides whether an incident made of occurrences has been quiet long enough to end. Incidents over states never expire:
    /// their source says when they are over.
    /// </summary>
    public static Decision Expire(Slot slot, LifecycleOptions options, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(slot);
        ArgumentNullException.ThrowIfNull(options);
        if (slot.Active is not { Subject.Kind: SignalKind.Detection or SignalKind.HealthNotification } incident
            || now - slot.NewestAt < options.QuietTime)
            return Decision.Unchanged(DecisionReason.NothingToDo);
        var id = StableHash.Of("expired", incident.Id, slot.NewestId);
        var entry = new Entry
        {
            Reason = DecisionReason.Expired,
            SignalId = id,
            EventId = id,
            OccurredAt = now,
            RecordedAt = now,
            Because = "",
        };
        return Change(slot, entry, Ended(incident, now));
    }

    private static Entry EntryFor(DecisionReason reason, string id, PersonAction action, DateTimeOffset now) => new()
    {
        Reason = reason,
        SignalId = id,
        EventId = SubjectLimits.Shorten(action.Id, SubjectLimits.EventId),
        OccurredAt = now,
        RecordedAt = now,
        Because = SubjectLimits.Shorten(
            action.Note.Length > 0 ? $"{action.Who}: {action.Note}" : action.Who, SubjectLimits.Because),
    };

    private static Incident Ended(Incident incident, DateTimeOffset now) =>
        incident with { Status = IncidentStatus.Resolved, ResolvedAt = now };

    private static Decision Change(Slot slot, Entry entry, Incident after)
    {
        var next = slot with
        {
            Version = slot.Version + 1,
            Recent = slot.Recent.Append(entry.SignalId),
            Last = entry,
            Incident = after,
        };
        return new Decision(entry.Reason, new SlotReplacement(next, slot.Version));
    }
}
