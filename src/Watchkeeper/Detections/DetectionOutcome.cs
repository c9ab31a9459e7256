namespace Watchkeeper.Detections;

/// <summary>What a detection makes of an event.</summary>
public enum DetectionOutcome
{
    /// <summary>It is an act that the detection is for.</summary>
    Match,

    /// <summary>It is no such act.</summary>
    NoMatch,

    /// <summary>It undoes such an act.</summary>
    Undone,

    /// <summary>It seems to undo one and does not.</summary>
    NotUndone,
}
