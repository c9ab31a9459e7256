namespace Watchkeeper.Incidents;

/// <summary>How an event was accounted for; every event ends as exactly one of these.</summary>
public enum Outcome
{
    /// <summary>It changed an incident: opened, reopened, escalated, resolved.</summary>
    Recorded,

    /// <summary>It was taken into an incident that it did not change: repeated, late, duplicate.</summary>
    Merged,

    /// <summary>It was kept quiet for a reason: stale, no data, nothing to resolve.</summary>
    Suppressed,

    /// <summary>It was understood and there is nothing in it to act on.</summary>
    Ignored,

    /// <summary>It could not be understood; the dead-letter queue has it.</summary>
    Failed,
}

/// <summary>From a decision's reason to the outcome it amounts to.</summary>
public static class Outcomes
{
    /// <summary>The outcome of a decided signal.</summary>
    public static Outcome For(DecisionReason reason) => reason switch
    {
        DecisionReason.Repeated or DecisionReason.Late or DecisionReason.Duplicate => Outcome.Merged,
        DecisionReason.Stale or DecisionReason.NoData or DecisionReason.NothingToResolve or DecisionReason.NothingToDo
            => Outcome.Suppressed,
        _ => Outcome.Recorded,
    };
}
