using Watchkeeper.Alarms;
using Watchkeeper.Signals;

namespace Watchkeeper.Incidents;

/// <summary>When an incident ends without a final event from its source.</summary>
internal static class Expiry
{
    /// <summary>Why the incident ends now; null if it stays active.</summary>
    public static DecisionReason? ReasonToEnd(
        Slot slot, Incident incident, AlarmStanding alarm, LifecycleOptions options, DateTimeOffset now)
    {
        return alarm switch
        {
            AlarmStanding.Missing => now - slot.Last.RecordedAt >= options.SettleTime ? DecisionReason.SourceGone : null,
            AlarmStanding.Shown { Signal: { Condition: SignalCondition.NoData } shown } =>
                now - shown.OccurredAt >= options.NoDataTime ? DecisionReason.NoDataForLong : null,
            AlarmStanding.Shown or AlarmStanding.Unclear => null,
            _ => now - LastNews(slot, incident) >= QuietTime(incident, options) ? DecisionReason.Expired : null,
        };
    }

    private static TimeSpan QuietTime(Incident incident, LifecycleOptions options) => incident.Subject.Kind switch
    {
        SignalKind.Detection or SignalKind.HealthNotification or SignalKind.Insight => options.QuietTime,
        SignalKind.HealthIssue or SignalKind.HealthScheduledChange or SignalKind.HealthAbuse => options.HealthTime,
        // Every audit checks every finding again, so findings do not expire here.
        SignalKind.AuditError or SignalKind.AuditWarning => TimeSpan.MaxValue,
        _ => options.UnseenTime,
    };

    // A planned change stays active until its planned time has passed.
    private static DateTimeOffset LastNews(Slot slot, Incident incident) =>
        incident.Subject.PlannedUntil is { } planned && planned > slot.NewestAt ? planned : slot.NewestAt;
}
