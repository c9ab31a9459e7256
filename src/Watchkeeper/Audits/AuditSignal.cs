using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Audits;

/// <summary>The signal that a change of a finding makes.</summary>
public static class AuditSignal
{
    private const string Reference = "https://docs.aws.amazon.com/awssupport/latest/user/trusted-advisor-check-reference.html";

    /// <summary>The id of what is reported of a finding with a time: the same by whichever run.</summary>
    internal static string IdOf(Fingerprint fingerprint, ReportedStatus status, DateTimeOffset at) =>
        StableHash.Compute("audit", fingerprint.Text, status.ToKebabCase(), at.UtcDateTime.ToString("O"));

    /// <summary>The signal.</summary>
    /// <param name="audited">The finding.</param>
    /// <param name="status">What is to be reported of it.</param>
    /// <param name="at">With which time.</param>
    /// <param name="shown">What its incident shows; needed where the check no longer lists it.</param>
    internal static Signal Create(AuditedFinding audited, ReportedStatus status, DateTimeOffset at, Subject? shown)
    {
        var id = IdOf(audited.Fingerprint, status, at);
        var subject = status is ReportedStatus.Gone ? shown! : SubjectOf(audited, audited.Row!);
        return new Signal
        {
            Id = id,
            EventId = id,
            OccurredAt = at,
            Condition = AuditedFinding.IsWarningOrError(status) ? SignalCondition.Firing : SignalCondition.Resolved,
            Nature = SignalNature.State,
            Reason = ReasonOf(status, audited.Row?.Details ?? ""),
            RuleSeverity = AuditedFinding.IsWarningOrError(status) ? SeverityOf(subject) : null,
            Subject = subject,
            Finding = new ReportedFinding(status, audited.CheckedAt),
        };
    }

    private static Subject SubjectOf(AuditedFinding audited, AuditRow row)
    {
        var (check, finding) = (audited.Check, row.Finding);
        return SubjectFor(
            new Subject
            {
                Fingerprint = audited.Fingerprint,
                Source = SignalSource.Audit,
                Kind = finding.Status is FindingStatus.Error ? SignalKind.AuditError : SignalKind.AuditWarning,
                Name = check.Name,
                Title = "",
                Account = audited.Scope.Account,
                Region = finding.Region,
                Partition = audited.Scope.Partition,
                Resource = finding.Resource,
                Runbook = Reference,
                Labels = LabelSet.From([.. row.Facts, new("category", check.Category), new("checkId", check.Id)]),
            },
            audited.CheckedAt);
    }

    /// <summary>The subject with its title, and with the check's id and category where only its name is known.</summary>
    public static Subject SubjectFor(Subject subject, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(subject);
        var words = CheckWords.Find(subject.Labels["checkId"], subject.Name);
        var labels = words is null || subject.Labels["checkId"].Length > 0
            ? subject.Labels
            : subject.Labels.With("category", words.Category).With("checkId", words.Id);
        var known = subject with { Labels = labels };
        return known with { Title = InertText.Line(CheckTitle.Create(known, chinese: false, at)) };
    }

    /// <summary>The severity that the check's meaning demands of a red finding; null if the rating decides.</summary>
    public static Severity? SeverityOf(Subject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return subject.Kind is SignalKind.AuditError
            ? CheckWords.Find(subject.Labels["checkId"], subject.Name)?.Severity
            : null;
    }

    /// <summary>Why the signal comes: the rating, and the finding's columns.</summary>
    public static string ReasonOf(ReportedStatus status, string details)
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
