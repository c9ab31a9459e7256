namespace Watchkeeper.Incidents;

/// <summary>Why the core decided as it did. Names are stable: logs, metrics and output carry them in kebab case.</summary>
public enum DecisionReason
{
    /// <summary>A firing signal without an active incident: a new incident.</summary>
    Opened,

    /// <summary>A firing signal inside the reopen window: the same incident is active again.</summary>
    Reopened,

    /// <summary>A further firing signal of an active incident.</summary>
    Repeated,

    /// <summary>A further firing signal with a higher severity, or a planned change that has come near.</summary>
    Escalated,

    /// <summary>
    /// Another act of the same kind on the same resource: by another actor, from another source, or with a wider effect.
    /// </summary>
    AnotherAct,

    /// <summary>A resolved signal ends the incident.</summary>
    Resolved,

    /// <summary>
    /// The subject no longer exists: the alarm was deleted, the instance terminated. Later signals open another incident.
    /// </summary>
    SourceGone,

    /// <summary>
    /// A resolved signal without an active incident. The slot records the time, so that an older firing signal that arrives
    /// late counts as stale.
    /// </summary>
    NothingToResolve,

    /// <summary>The source has no data; the incident keeps its state.</summary>
    NoData,

    /// <summary>The slot has recorded this observation before.</summary>
    Duplicate,

    /// <summary>The slot knows a newer state.</summary>
    Stale,

    /// <summary>A late event of an incident that has ended; it counts with that incident.</summary>
    Late,

    /// <summary>An operator acknowledged the incident.</summary>
    Acknowledged,

    /// <summary>An operator resolved the incident.</summary>
    ResolvedByPerson,

    /// <summary>An operator added a note.</summary>
    Commented,

    /// <summary>No further event came within the quiet time. The source never reports an end.</summary>
    Expired,

    /// <summary>The source has had no data for so long that the incident's state is unknown.</summary>
    NoDataForLong,

    /// <summary>The mute ended while the alarm still fires.</summary>
    MuteEnded,

    /// <summary>The incident is still active, and a reminder was due.</summary>
    Reminded,

    /// <summary>The action changes nothing: the incident already has the requested status, or has ended.</summary>
    NothingToDo,

    /// <summary>The event counts towards the threshold of its detection, which is not reached.</summary>
    BelowThreshold,
}
