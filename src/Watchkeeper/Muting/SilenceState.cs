namespace Watchkeeper.Muting;

/// <summary>Where a silence stands, in Alertmanager's words.</summary>
public enum SilenceState
{
    /// <summary>It begins later.</summary>
    Pending,

    /// <summary>It keeps incidents quiet.</summary>
    Active,

    /// <summary>It is over.</summary>
    Expired,
}
