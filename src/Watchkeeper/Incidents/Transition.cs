namespace Watchkeeper.Incidents;

/// <summary>A change of an incident that may cause a notification.</summary>
public enum Transition
{
    /// <summary>The incident began.</summary>
    Opened,

    /// <summary>The incident came back inside the reopen window.</summary>
    Reopened,

    /// <summary>The severity rose.</summary>
    Escalated,

    /// <summary>Another act of the same kind on the same resource.</summary>
    AnotherAct,

    /// <summary>The mute ended while the alarm still fires.</summary>
    MuteEnded,

    /// <summary>The incident is still active; a reminder is due.</summary>
    Reminded,

    /// <summary>The silence that keeps the incident quiet is about to end, and it still fires. Changes nothing of the incident.</summary>
    SilenceEnding,

    /// <summary>An operator acknowledged the incident.</summary>
    Acknowledged,

    /// <summary>An operator added a note.</summary>
    Commented,

    /// <summary>The incident ended.</summary>
    Resolved,
}

/// <summary>Derives the transition from a slot's two images. Notifications and reactions have no other source.</summary>
public static class Transitions
{
    /// <summary>The transition from one image to the next; null if the change causes no notification.</summary>
    public static Transition? Between(Slot? before, Slot after)
    {
        ArgumentNullException.ThrowIfNull(after);
        if (after.Incident is not { } now)
            return null;
        var then = before?.Incident is { } old && old.Id == now.Id ? old : null;
        if (then is null)
            return now.IsActive ? Transition.Opened : null;
        if (then.IsActive != now.IsActive)
            return now.IsActive ? Transition.Reopened : Transition.Resolved;
        if (!now.IsActive)
            return null;
        if (now.Severity > then.Severity)
            return Transition.Escalated;
        if (Named(after.Last.Reason) is { } named)
            return named;
        return now.Status is IncidentStatus.Acknowledged && then.Status is IncidentStatus.Open ? Transition.Acknowledged : null;
    }

    /// <summary>
    /// The transition of a change of an incident, where only one image of the slot is known; null if the change caused none.
    /// </summary>
    internal static Transition? By(DecisionReason reason) => reason switch
    {
        DecisionReason.Opened => Transition.Opened,
        DecisionReason.Reopened => Transition.Reopened,
        DecisionReason.Escalated => Transition.Escalated,
        DecisionReason.Acknowledged => Transition.Acknowledged,
        DecisionReason.Resolved or DecisionReason.SourceGone or DecisionReason.ResolvedByPerson
            or DecisionReason.Expired or DecisionReason.NoDataForLong => Transition.Resolved,
        _ => Named(reason),
    };

    // Transitions that only the reason shows, because the incident itself carries no trace of them.
    private static Transition? Named(DecisionReason reason) => reason switch
    {
        DecisionReason.AnotherAct => Transition.AnotherAct,
        DecisionReason.MuteEnded => Transition.MuteEnded,
        DecisionReason.Reminded => Transition.Reminded,
        DecisionReason.Commented => Transition.Commented,
        _ => null,
    };
}
