using Watchkeeper.Notification;
using Watchkeeper.Signals;

namespace Watchkeeper.Audits;

/// <summary>What became of a finding.</summary>
internal enum FindingChange
{
    /// <summary>It is flagged now, or otherwise than before.</summary>
    Flagged,

    /// <summary>It is not flagged any more.</summary>
    Gone,

    /// <summary>Somebody told Trusted Advisor to leave it out.</summary>
    LeftOut,
}

/// <summary>A change and the time it is told with.</summary>
internal sealed record DatedChange(FindingChange Change, DateTimeOffset At);

/// <summary>The signal that a change of a finding makes.</summary>
internal static class AuditSignal
{
    private const string Reference = "https://docs.aws.amazon.com/awssupport/latest/user/trusted-advisor-check-reference.html";

    public static Signal Of(AuditScope scope, AuditCheck check, Finding finding, DatedChange change, string details)
    {
        var fingerprint = AuditFingerprint.Of(scope.Account, check.Name, finding.Region, finding.Resource);
        var status = change.Change is FindingChange.Flagged ? Kebab.Of(finding.Status) : Kebab.Of(change.Change);
        var id = StableHash.Of("audit", fingerprint.Text, status, change.At.UtcDateTime.ToString("O"));
        return new Signal
        {
            Id = id,
            EventId = id,
            OccurredAt = change.At,
            Condition = change.Change is FindingChange.Flagged ? SignalCondition.Trouble : SignalCondition.Clear,
            Nature = SignalNature.State,
            Because = Because(finding, change.Change, details),
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

    private static string Because(Finding finding, FindingChange change, string details)
    {
        var said = change switch
        {
            FindingChange.Gone => "Trusted Advisor no longer flags it",
            FindingChange.LeftOut => "somebody told Trusted Advisor to leave it out",
            _ when finding.Status is FindingStatus.Error => "Trusted Advisor rates it red (error)",
            _ => "Trusted Advisor rates it yellow (warning)",
        };
        return InertText.Line(details.Length > 0 ? $"{said}; {details}" : said, SubjectLimits.Because);
    }
}
