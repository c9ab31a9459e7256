using Watchkeeper.Signals;

namespace Watchkeeper.Incidents;

/// <summary>The effect of a decided signal, within <see cref="SubjectLimits"/>, on an incident.</summary>
internal static class SignalEffect
{
    /// <summary>The incident after the signal; null if there is none.</summary>
    /// <param name="before">The active or the last incident; null if there has never been one.</param>
    /// <param name="signal">The signal.</param>
    /// <param name="severity">The signal's severity.</param>
    /// <param name="entry">The change: the decision's reason and time.</param>
    /// <param name="isNewest">Whether the slot knows no newer signal.</param>
    public static Incident? After(
        Incident? before, Signal signal, Severity severity, IncidentChange entry, bool isNewest) =>
        entry.Reason switch
        {
            DecisionReason.Opened => Notified(Opened(signal, severity), signal, entry),
            DecisionReason.Reopened => Notified(Newest(before!, signal, severity) with { Notified = null }, signal, entry) with
            {
                Status = IncidentStatus.Open,
                ResolvedAt = null,
                AcknowledgedBy = null,
                AcknowledgedAt = null,
                Severity = Max(before!.Severity, severity),
                Signals = before.Signals + 1,
                Reopenings = before.Reopenings + 1,
            },
            // An owner may extend a mute's window while the mute is active.
            DecisionReason.Repeated => before! with
            {
                Signals = before.Signals + 1,
                Mute = before.Mute is null ? null : signal.Mute,
                Subject = (isNewest ? ShownByRepeat(signal) : null) ?? before.Subject,
                Measurement = isNewest ? signal.Measurement ?? before.Measurement : before.Measurement,
            },
            DecisionReason.Late => before! with { Signals = before.Signals + 1 },
            // Nobody has acknowledged the higher severity, so the incident is open again.
            DecisionReason.Escalated => Notified(Newest(before!, signal, severity), signal, entry) with
            {
                Status = IncidentStatus.Open,
                AcknowledgedBy = null,
                AcknowledgedAt = null,
                Severity = severity,
                Signals = before!.Signals + 1,
            },
            DecisionReason.AnotherAct => Newest(before!, signal, severity) with
            {
                Status = IncidentStatus.Open,
                AcknowledgedBy = null,
                AcknowledgedAt = null,
                Signals = before!.Signals + 1,
                Notified = new NotificationState(
                    entry.RecordedAt, (before.Notified?.Acts ?? 0) + 1, before.Notified?.Reminders ?? 0),
            },
            DecisionReason.MuteEnded =>
                Notified(Newest(before!, signal, severity), signal, entry) with { Signals = before!.Signals + 1 },
            DecisionReason.Resolved => Ended(before!, signal),
            DecisionReason.SourceGone => Ended(before!, signal) with { IsFinal = true },
            DecisionReason.NothingToResolve when signal.Condition is SignalCondition.Gone =>
                before is null ? null : before with { IsFinal = true },
            _ => before,
        };

    /// <summary>
    /// The subject that a repeated act gives the incident, so that a reminder names the latest actor, and that a planned change
    /// gives it, whose date AWS may move. Null if the subject stays: any other state repeats the same subject, a refused act must
    /// not hide a successful one, and a further page of a Health event lists only further resources.
    /// </summary>
    public static Subject? ShownByRepeat(Signal signal) =>
        signal.Act is { IsRefused: false } || signal is { Nature: SignalNature.State, Subject.PlannedFrom: not null }
            ? signal.Subject
            : null;

    private static Incident Opened(Signal signal, Severity severity) => new()
    {
        Id = Incident.IdFor(signal),
        Status = IncidentStatus.Open,
        Severity = severity,
        Subject = signal.Subject,
        OpenedAt = signal.OccurredAt,
        Signals = 1,
        Acts = Remembered(null, signal.Act),
        Measurement = signal.Measurement,
    };

    private static Incident Ended(Incident before, Signal signal) => before with
    {
        Status = IncidentStatus.Resolved,
        ResolvedAt = signal.OccurredAt,
        Signals = before.Signals + 1,
    };

    // The incident is reported now, unless it is muted.
    private static Incident Notified(Incident incident, Signal signal, IncidentChange entry) => incident with
    {
        Mute = signal.Mute,
        Notified = signal.Mute is null ? new NotificationState(entry.RecordedAt) : incident.Notified,
    };

    // The subject of the newest and most severe act. A refused act must not hide a successful one.
    private static Incident Newest(Incident before, Signal signal, Severity severity)
    {
        var isLesser = signal.Act is { IsRefused: true }
            && before.Subject.Labels["errorCode"].Length == 0
            && severity <= before.Severity;
        return before with
        {
            Subject = isLesser ? before.Subject : signal.Subject,
            Measurement = signal.Measurement ?? before.Measurement,
            Acts = Remembered(before.Acts, signal.Act),
        };
    }

    private static RecentSignalIds? Remembered(RecentSignalIds? marks, Act? act) =>
        act is null || act.IsKnownBy(marks ?? RecentSignalIds.Empty) ? marks : (marks ?? RecentSignalIds.Empty).Append(act.Mark);

    private static Severity Max(Severity one, Severity other) => one > other ? one : other;
}
