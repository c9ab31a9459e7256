using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Audits;

/// <summary>The signal that a change of a finding makes.</summary>
internal static class AuditSignal
{
    private const string Reference = "https://docs.aws.amazon.com/awssupport/latest/user/trusted-advisor-check-reference.html";

    /// <param name="scope">Where.</param>
    /// <param name="check">The check.</param>
    /// <param name="known">The finding as it is to be told, and with which time.</param>
    /// <param name="details">The check's columns in one line.</param>
    public static Signal Of(AuditScope scope, AuditCheck check, KnownFinding known, string details)
    {
        var (finding, state) = (known.Finding, known.State);
        var at = known.ToldAt ?? throw new ArgumentException("has no time to be told with", nameof(known));
        var fingerprint = AuditFingerprint.Of(scope.Account, check.Name, finding.Region, finding.Resource);
        var status = state is FindingState.Flagged ? finding.Status.ToKebabCase() : state.ToKebabCase();
        var id = StableHash.Compute("audit", fingerprint.Text, status, at.UtcDateTime.ToString("O"));
        return new Signal
        {
            Id = id,
            EventId = id,
            OccurredAt = at,
            Condition = state is FindingState.Flagged ? SignalCondition.Firing : SignalCondition.Resolved,
            Nature = SignalNature.State,
            Reason = ReasonOf(finding, state, details),
            Subject = new Subject
            {
                Fingerprint = fingerprint,
                Source = SignalSource.Audit,
                Kind = finding.Status is FindingStatus.Error ? SignalKind.AuditError : SignalKind.AuditWarning,
                Name = check.Name,
                Title = InertText.Line(finding.Resource.Length > 0 ? $"{check.Name}: {finding.Resource}" : check.Name),
                Account = scope.Account,
                Region = finding.Region,
                Partition = scope.Partition,
                Resource = finding.Resource,
                Runbook = Reference,
                Labels = LabelSet.From([new("category", check.Category), new("checkId", check.Id)]),
            },
        };
    }

    private static string ReasonOf(Finding finding, FindingState state, string details)
    {
        var said = state switch
        {
            FindingState.Gone => "Trusted Advisor no longer flags it",
            FindingState.LeftOut => "somebody told Trusted Advisor to leave it out",
            _ when finding.Status is FindingStatus.Error => "Trusted Advisor rates it red (error)",
            _ => "Trusted Advisor rates it yellow (warning)",
        };
        return InertText.Line(details.Length > 0 ? $"{said}; {details}" : said, SubjectLimits.Description);
    }
}
