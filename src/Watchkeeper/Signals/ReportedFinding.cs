namespace Watchkeeper.Signals;

/// <summary>What an audit reported of a finding.</summary>
/// <param name="Status">What it reported.</param>
/// <param name="CheckedAt">
/// When the check had looked, by Trusted Advisor's clock. The signal may carry a later time: an exclusion has no time of its own.
/// </param>
public sealed record ReportedFinding(ReportedStatus Status, DateTimeOffset CheckedAt);

/// <summary>How a finding stands, as far as it is reported.</summary>
public enum ReportedStatus
{
    /// <summary>It is not flagged.</summary>
    Gone,

    /// <summary>Somebody excluded it in Trusted Advisor.</summary>
    Suppressed,

    /// <summary>It is flagged yellow.</summary>
    Warning,

    /// <summary>It is flagged red.</summary>
    Error,
}
