namespace Watchkeeper.Simulation.Running;

/// <summary>What the storms of a name strain, so that one that strains nothing fails.</summary>
internal enum Strain
{
    /// <summary>A silence that kept a message back does so no longer.</summary>
    SilenceEnded,

    /// <summary>So, and another silence does.</summary>
    SilencesOverlapped,

    /// <summary>So, and somebody had extended it.</summary>
    SilenceExtended,

    /// <summary>So, because somebody ended it early.</summary>
    SilenceCutShort,

    /// <summary>A window that kept a message back does so no longer.</summary>
    WindowEnded,

    /// <summary>So, and the clock was put forward or back meanwhile.</summary>
    ClockPutBetween,

    /// <summary>A message is decided within a minute of a window's edge.</summary>
    BesideAnEdge,

    /// <summary>A sweep takes what waits for a group while another sweep runs.</summary>
    SweptAtOnce,

    /// <summary>A timer comes late, twice or never.</summary>
    TimerAmiss,

    /// <summary>A version was applied while a message was kept back.</summary>
    VersionBetween,

    /// <summary>A message of the time in which its channel took nothing is sent afterwards.</summary>
    SentAfterOutage,
}
