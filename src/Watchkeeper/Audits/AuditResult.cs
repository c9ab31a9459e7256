using System.Collections.Immutable;
using Watchkeeper.Signals;

namespace Watchkeeper.Audits;

/// <summary>What one check found.</summary>
public sealed record AuditResult
{
    /// <summary>The check.</summary>
    public required AuditCheck Check { get; init; }

    /// <summary>When Trusted Advisor looked last.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Every resource that it lists.</summary>
    public required ImmutableArray<AuditRow> Rows { get; init; }
}

/// <summary>One resource that a check lists.</summary>
/// <param name="Finding">The finding; of one whose <paramref name="IsRated"/> is false the status means nothing.</param>
/// <param name="Details">The check's columns in one line; text that anybody may have written.</param>
/// <param name="IsRated">Whether Trusted Advisor could rate it (its status is not <c>not_available</c>).</param>
public sealed record AuditRow(Finding Finding, string Details, bool IsRated = true)
{
    /// <summary>What the title says of the columns; see <see cref="CheckFacts"/>.</summary>
    public LabelSet Facts { get; init; } = LabelSet.Empty;
}

/// <summary>Where an audit was made.</summary>
/// <param name="Account">The twelve-digit account.</param>
/// <param name="Partition">The partition: aws, aws-cn or aws-us-gov.</param>
public sealed record AuditScope(string Account, string Partition);
