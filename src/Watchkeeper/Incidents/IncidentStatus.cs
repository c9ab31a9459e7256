namespace Watchkeeper.Incidents;

/// <summary>Status of an incident: open → acknowledged → resolved, and open again inside the reopen window.</summary>
public enum IncidentStatus
{
    /// <summary>Active, and not acknowledged.</summary>
    Open,

    /// <summary>Active, and acknowledged by an operator.</summary>
    Acknowledged,

    /// <summary>Ended.</summary>
    Resolved,
}
