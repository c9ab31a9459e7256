using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Audits;

/// <summary>The signal that a change of a finding makes.</summary>
internal static class AuditSignal
{
    private const string Reference = "https://docs.aws.amazon.com/awssupport/latest/user/trusted-advisor-check-reference.html";

    /// <summary>The id of what is reported of a finding with a time: the same by whichever run.</summary>
    public static string IdOf(Fingerprint fingerprint, ReportedStatus status, DateTimeOffset at) =>
        StableHash.Compute("audit", fingerprint.Text, status.ToKebabCase(), at.UtcDateTime.ToString("O"));

    /// <param name="audited">The finding.</param>
    /// <param name="status">What is to be reported of it.</param>
    /// <param name="at">With which time.</param>
    /// <param name="shown">What its incident shows; needed where the check no longer lists it.</param>
    public static Signal Create(AuditedFinding audited, ReportedStatus status, DateTimeOffset at, Subject? shown)
    {
        var id = IdOf(audited.Fingerprint, status, at);
        return new Signal
        {
            Id = id,
            EventId = id,
            OccurredAt = at,
            Condition = AuditedFinding.IsWarningOrError(status) ? SignalCondition.Firing : SignalCondition.Resolved,
            Nature = SignalNature.State,
            Reason = ReasonOf(status, audited.Row?.Details ?? ""),
            Subject = status is ReportedStatus.Gone ? shown! : SubjectOf(audited, audited.Row!.Finding),
            Finding = new ReportedFinding(status, audited.CheckedAt),
        };
    }

    private static Subject SubjectOf(AuditedFinding audited, Finding finding) => new()
    {
        Fingerprint = audited.Fingerprint,
        Source = SignalSource.Audit,
        Kind = finding.Status is FindingStatus.Error ? SignalKind.AuditError : SignalKind.AuditWarning,
        Name = audited.Check.Name,
        Title = InertText.Line(finding.Resource.Length > 0 ? $"{audited.Check.Name}: {finding.Resource}" : audited.Check.Name),
        Account = audited.Scope.Account,
        Region = finding.Region,
        Partition = audited.Scope.Partition,
        Resource = finding.Resource,
        Runbook = Reference,
        Labels = LabelSet.From([new("category", audited.Check.Category), new("checkId", audited.Check.Id)]),
    };

    private static string ReasonOf(ReportedStatus status, string details)
    {
        var said = status switch
        {
            ReportedStatus.Gone => "Trusted Advisor no longer flags it",
            ReportedStatus.Suppressed => "a person excluded the resource in Trusted Advisor",
            ReportedStatus.Error => "Trusted Advisor rates it red (error)",
            _ => "Trusted Advisor rates it yellow (warning)",
        };
        return InertText.Line(details.Length > 0 ? $"{said}; {details}" : said, SubjectLimits.Description);
    }
}
