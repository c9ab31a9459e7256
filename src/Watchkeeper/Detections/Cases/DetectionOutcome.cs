namespace Watchkeeper.Detections.Cases;

/// <summary>What an event is to a detection.</summary>
public enum DetectionOutcome
{
    /// <summary>The event is an act.</summary>
    Match,

    /// <summary>The event is no act.</summary>
    NoMatch,

    /// <summary>The event undoes an act.</summary>
    Undone,

    /// <summary>The event resembles an undoing and undoes nothing.</summary>
    NotUndone,
}
