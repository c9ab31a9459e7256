using Watchkeeper.Alarms;
using Watchkeeper.Incidents;
using Watchkeeper.Signals;

namespace Watchkeeper.Reactions;

/// <summary>
/// Whether any reaction may be proposed. The incident must be at home, the alarm's owner must not have muted the alarm, and the
/// alarm must fire now for a condition that the reaction can improve. Everything unknown refuses.
/// </summary>
public static class ReactionPermission
{
    /// <summary>Why no reaction may be proposed; null if one may.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="answer">
    /// CloudWatch's current answer about the incident's alarm. For an incident about one time series it includes the alarm's
    /// firing time series.
    /// </param>
    /// <param name="home">Where this function runs.</param>
    public static Refusal? RefusalFor(Incident incident, AlarmLookup answer, Home home)
    {
        ArgumentNullException.ThrowIfNull(incident);
        return ByPlace(incident.Subject, home)
            ?? ByMute(incident.Mute)
            ?? answer switch
            {
                AlarmLookup.Unavailable unavailable => new Refusal(ReactionRefusal.AlarmUnknown, unavailable.Reason),
                AlarmLookup.Found found => ByAlarm(incident.Subject, AlarmOf(incident, found), found),
                _ => new Refusal(ReactionRefusal.AlarmUnknown),
            };
    }

    /// <summary>Why no reaction will be proposed, as far as the incident alone shows; null if it shows no reason.</summary>
    public static ReactionRefusal? Foresee(Incident incident, Home home)
    {
        ArgumentNullException.ThrowIfNull(incident);
        var subject = incident.Subject;
        return (ByPlace(subject, home) ?? ByMute(incident.Mute) ?? ByDirection(subject, subject))?.Reason switch
        {
            // CloudWatch's answer may say more than the signal did.
            ReactionRefusal.LoadUnknown or ReactionRefusal.CheckUnknown => null,
            var reason => reason,
        };
    }

    private static Refusal? ByPlace(Subject subject, Home home) => subject switch
    {
        _ when home == Home.Unknown || subject.Account.Length == 0 || subject.Region.Length == 0 =>
            new Refusal(ReactionRefusal.PlaceUnknown),
        _ when !home.Holds(subject.Account, subject.Region) =>
            new Refusal(ReactionRefusal.OutsideHome, $"{subject.Account} {subject.Region}"),
        // The alarm may be in another account or region than the resource, where it cannot be queried.
        _ when AlarmIdentity.From(subject.Fingerprint) is { } alarm && !home.Holds(alarm.Account, alarm.Region) =>
            new Refusal(ReactionRefusal.OutsideHome, $"{alarm.Account} {alarm.Region}"),
        _ => null,
    };

    // A window that is over by our clock may still be active. The sweep ends the mute.
    private static Refusal? ByMute(Mute? mute) => mute switch
    {
        null => null,
        { Kind: MuteKind.ActionsDisabled } => new Refusal(ReactionRefusal.ActionsDisabled, mute.By),
        _ => new Refusal(ReactionRefusal.Muted, mute.By),
    };

    private static ObservedAlarm? AlarmOf(Incident incident, AlarmLookup.Found found) =>
        incident.Subject.Source is SignalSource.Alarm
        ? found.Alarms.FirstOrDefault(alarm => alarm.IsOf(incident.Subject.Fingerprint))
        : null;

    private static Refusal? ByAlarm(Subject subject, ObservedAlarm? alarm, AlarmLookup.Found found)
    {
        if (alarm is null)
            return new Refusal(ReactionRefusal.AlarmGone);
        var series = found.Alarms.FirstOrDefault(each => each.Signal.Subject.Fingerprint == subject.Fingerprint);
        if (alarm.Signal.Condition is not SignalCondition.Firing || series?.Signal.Condition is not SignalCondition.Firing)
            return new Refusal(ReactionRefusal.AlarmRecovered, (series ?? alarm).Signal.Reason);
        return ByMute(alarm.Signal.Mute)
            ?? (ScalingAlarm.IsOne(alarm.Name, alarm.Actions) ? new Refusal(ReactionRefusal.ScalingAlarm) : null)
            ?? ByDirection(subject, series.Signal.Subject);
    }

    // A low load in either observation refuses, and so does an unknown load in the newer one.
    private static Refusal? ByDirection(Subject subject, Subject observed) => subject.Kind switch
    {
        SignalKind.Cpu => (subject.Labels[SubjectLabels.Load], observed.Labels[SubjectLabels.Load]) switch
        {
            (SubjectLabels.Low, _) or (_, SubjectLabels.Low) => new Refusal(ReactionRefusal.LoadLow),
            (_, SubjectLabels.High) => null,
            _ => new Refusal(ReactionRefusal.LoadUnknown),
        },
        SignalKind.StatusCheck => (subject.Labels[SubjectLabels.Check], observed.Labels[SubjectLabels.Check]) switch
        {
            (SubjectLabels.Passed, _) or (_, SubjectLabels.Passed) => new Refusal(ReactionRefusal.CheckPassed),
            (_, SubjectLabels.Failed) => null,
            _ => new Refusal(ReactionRefusal.CheckUnknown),
        },
        _ => null,
    };
}
