namespace Watchkeeper.Incidents;

/// <summary>A change of an incident that people may have to know of.</summary>
public enum Transition
{
    /// <summary>It began.</summary>
    Opened,

    /// <summary>It came back.</summary>
    Reopened,

    /// <summary>It became worse.</summary>
    Escalated,

    /// <summary>Another act of its kind on the same thing.</summary>
    AnotherAct,

    /// <summary>AWS no longer keeps it quiet, and it still fires.</summary>
    MuteEnded,

    /// <summary>It goes on.</summary>
    Reminded,

    /// <summary>A person took it on.</summary>
    Acknowledged,

    /// <summary>It is over.</summary>
    Resolved,
}

/// <summary>Reads the transition out of a slot's two images; it is the only source of notifications and reactions.</summary>
public static class Transitions
{
    /// <summary>What happened from one image to the next, or null where it is nothing that people are told of.</summary>
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

    // What leaves no trace of its own in the incident.
    private static Transition? Named(DecisionReason reason) => reason switch
    {
        DecisionReason.AnotherAct => Transition.AnotherAct,
        DecisionReason.MuteEnded => Transition.MuteEnded,
        DecisionReason.Reminded => Transition.Reminded,
        _ => null,
    };
}
