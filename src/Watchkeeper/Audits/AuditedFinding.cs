using Watchkeeper.Incidents;
using Watchkeeper.Signals;

namespace Watchkeeper.Audits;

/// <summary>One finding of a check beside its slot.</summary>
/// <param name="Scope">Where the check looked.</param>
/// <param name="Check">The check.</param>
/// <param name="CheckedAt">When it looked, by Trusted Advisor's clock.</param>
/// <param name="Fingerprint">What the finding is about.</param>
/// <param name="Row">What the check lists; null where it lists nothing.</param>
/// <param name="Slot">The slot as it was listed; null where no incident was.</param>
public sealed record AuditedFinding(
    AuditScope Scope, AuditCheck Check, DateTimeOffset CheckedAt, Fingerprint Fingerprint, AuditRow? Row, Slot? Slot)
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);

    /// <summary>Whether the check flags it, and nobody excluded it.</summary>
    internal bool IsFlagged => Row is { IsRated: true } && IsWarningOrError(Status);

    private ReportedStatus Status => Row?.Finding switch
    {
        null or { Status: FindingStatus.Ok } => ReportedStatus.Gone,
        { Suppressed: true } => ReportedStatus.Suppressed,
        { Status: FindingStatus.Error } => ReportedStatus.Error,
        _ => ReportedStatus.Warning,
    };

    /// <summary>
    /// The signal that brings a slot in line with the finding; null if the slot agrees or is newer. Decide again with each slot
    /// that a refused write returns.
    /// </summary>
    /// <param name="slot">The slot; null where there is none.</param>
    /// <param name="now">The time of what people changed, which has none in the check's answer.</param>
    public Signal? SignalFor(Slot? slot, DateTimeOffset now)
    {
        if (slot is not null && IsNewer(slot))
            return null;
        var reported = slot is null ? ReportedStatus.Gone : ReportedBy(slot);
        if (IsWarningOrError(Status) ? reported == Status : !IsWarningOrError(reported))
            return null;
        var isByPeople = Status is ReportedStatus.Suppressed || reported is ReportedStatus.Suppressed;
        var at = isByPeople ? Later(now, CheckedAt) : CheckedAt;
        return AuditSignal.Create(this, Status, slot is null ? at : Later(at, slot.NewestAt), slot?.Incident?.Subject);
    }

    internal static bool IsWarningOrError(ReportedStatus status) => status is ReportedStatus.Warning or ReportedStatus.Error;

    // A clock that is behind must not make news look old.
    private static DateTimeOffset Later(DateTimeOffset at, DateTimeOffset than) => at > than ? at : than + Moment;

    // Notifications come in any order, and Trusted Advisor may answer with an older result. Suppression is seen only now.
    private bool IsNewer(Slot slot) =>
        slot.Finding?.CheckedAt > CheckedAt
        || (slot.NewestAt >= CheckedAt && Status is not ReportedStatus.Suppressed && LastReport(slot) is null);

    // A dismissed incident stands for a finding that is flagged: people have dealt with it until it is gone, or rated otherwise.
    private static ReportedStatus ReportedBy(Slot slot) => LastReport(slot) switch
    {
        { } report when IsWarningOrError(report) == slot.IsActiveOrDismissed => report,
        _ when !slot.IsActiveOrDismissed => ReportedStatus.Gone,
        _ => slot.Incident!.Subject.Kind is SignalKind.AuditError ? ReportedStatus.Error : ReportedStatus.Warning,
    };

    // What an audit reported is the slot's newest state as long as no notification came after it.
    private static ReportedStatus? LastReport(Slot slot) =>
        slot.Finding is { } finding && slot.NewestId == AuditSignal.IdOf(slot.Fingerprint, finding.Status, slot.NewestAt)
            ? finding.Status
            : null;
}
