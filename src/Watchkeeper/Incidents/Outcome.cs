namespace Watchkeeper.Incidents;

/// <summary>How an event was accounted for. Every event has exactly one outcome.</summary>
public enum Outcome
{
    /// <summary>The event changed an incident: opened, reopened, escalated, resolved.</summary>
    Recorded,

    /// <summary>An incident recorded the event and did not change: repeated, late, duplicate.</summary>
    Merged,

    /// <summary>The event was suppressed for a reason: stale, no data, nothing to resolve, below a threshold.</summary>
    Suppressed,

    /// <summary>The event was parsed, and nothing in it needs a decision.</summary>
    Ignored,

    /// <summary>The event was rejected; the dead-letter queue holds it.</summary>
    Failed,
}

/// <summary>Maps a decision's reason to an outcome.</summary>
public static class Outcomes
{
    /// <summary>The outcome of a signal that was decided with this reason.</summary>
    public static Outcome For(DecisionReason reason) => reason switch
    {
        DecisionReason.Repeated or DecisionReason.Late or DecisionReason.Duplicate => Outcome.Merged,
        DecisionReason.Stale or DecisionReason.NoData or DecisionReason.NothingToResolve or DecisionReason.NothingToDo
            or DecisionReason.BelowThreshold => Outcome.Suppressed,
        _ => Outcome.Recorded,
    };
}
