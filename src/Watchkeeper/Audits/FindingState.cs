namespace Watchkeeper.Audits;

/// <summary>How a finding stands, as far as it is told.</summary>
public enum FindingState
{
    /// <summary>It is flagged, yellow or red.</summary>
    Flagged,

    /// <summary>It is not flagged any more.</summary>
    Gone,

    /// <summary>Somebody told Trusted Advisor to leave it out.</summary>
    LeftOut,
}
