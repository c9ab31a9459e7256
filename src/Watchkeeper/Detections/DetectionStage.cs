namespace Watchkeeper.Detections;

/// <summary>How far a detection is trusted.</summary>
public enum DetectionStage
{
    /// <summary>Its matches open incidents, and notify as routed.</summary>
    On,

    /// <summary>Its matches are counted and reported, and open no incident.</summary>
    Staged,

    /// <summary>It is not evaluated.</summary>
    Off,
}
