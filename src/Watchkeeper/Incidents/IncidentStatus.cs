namespace Watchkeeper.Incidents;

/// <summary>Where an incident is in its life: open → acknowledged → resolved, and open again inside the reopen window.</summary>
public enum IncidentStatus
{
    /// <summary>Trouble that nobody has taken on.</summary>
    Open,

    /// <summary>A person has taken it on.</summary>
    Acknowledged,

    /// <summary>Over.</summary>
    Resolved,
}
