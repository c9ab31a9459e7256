using System.Collections.Immutable;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Audits;

/// <summary>Findings that are accepted until a time.</summary>
/// <param name="Check">The name or id of the check; <c>*</c> stands for any characters, and case is ignored.</param>
/// <param name="Resource">What people know the resource by, or Trusted Advisor's id of it; a pattern too.</param>
/// <param name="Until">The first moment at which it is over.</param>
public sealed record AuditExclusion(string Check, string Resource, DateTimeOffset Until)
{
    /// <summary>Whether a finding is accepted at that time.</summary>
    public bool Covers(AuditCheck check, Finding finding, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(check);
        ArgumentNullException.ThrowIfNull(finding);
        return at < Until
            && (StarPattern.Matches(Check, check.Name) || StarPattern.Matches(Check, check.Id))
            && (StarPattern.Matches(Resource, finding.Resource) || StarPattern.Matches(Resource, finding.ResourceId));
    }
}

/// <summary>What a configuration says of audits.</summary>
public sealed record AdvisorSettings
{
    /// <summary>Nothing: every finding counts.</summary>
    public static AdvisorSettings None { get; } = new();

    /// <summary>Findings that are accepted until a time.</summary>
    public ImmutableArray<AuditExclusion> Exclusions { get; init; } = [];

    /// <summary>How old findings may become, by severity; read, and without effect in this version.</summary>
    public ImmutableDictionary<Severity, TimeSpan> AgeObjectives { get; init; } = ImmutableDictionary<Severity, TimeSpan>.Empty;

    /// <summary>
    /// The result with accepted findings suppressed, as if somebody had excluded them in Trusted Advisor: their incidents end,
    /// and come back when the exclusion is over.
    /// </summary>
    public AuditResult Exclude(AuditResult result, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(result);
        return Exclusions.IsEmpty
            ? result
            : result with
            {
                Rows =
                [
                    .. result.Rows.Select(row => Exclusions.Any(exclusion => exclusion.Covers(result.Check, row.Finding, at))
                        ? row with { Finding = row.Finding with { Suppressed = true } }
                        : row),
                ],
            };
    }
}
