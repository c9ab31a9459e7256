namespace Watchkeeper.Audits;

/// <summary>How Trusted Advisor rates a resource.</summary>
public enum FindingStatus
{
    /// <summary>Green.</summary>
    Ok,

    /// <summary>Yellow.</summary>
    Warning,

    /// <summary>Red.</summary>
    Error,
}

/// <summary>One flagged resource of one check.</summary>
/// <param name="ResourceId">Trusted Advisor's own id of the resource within the check.</param>
/// <param name="Status">How it is rated.</param>
/// <param name="Region">The region's code; empty for global ones.</param>
/// <param name="Resource">What people know it by: the check's columns say an id, a name or an ARN.</param>
/// <param name="Suppressed">Whether somebody told Trusted Advisor to leave it out.</param>
public sealed record Finding(string ResourceId, FindingStatus Status, string Region, string Resource, bool Suppressed);
