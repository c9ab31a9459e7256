using System.Globalization;
using Watchkeeper.Incidents;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Signals;

namespace Watchkeeper.Notification.Rendering;

/// <summary>The summary of a change of an incident.</summary>
internal static class IncidentSummary
{
    public static MessageSummary Create(TimelineEntry notice, string what, Translations sentences)
    {
        var incident = notice.Incident;
        var duration = TimeWords.Duration((incident.ResolvedAt ?? notice.At) - incident.OpenedAt, sentences);
        return new MessageSummary(
            Verb(notice, duration, sentences),
            what,
            Translations.Fill(
                sentences[LeadOf(notice)],
                ("since", TimeWords.Moment(incident.OpenedAt)),
                ("until", TimeWords.Moment(incident.ResolvedAt ?? notice.At)),
                ("duration", duration),
                ("severity", sentences.Severities[incident.Severity]),
                ("signals", incident.Signals.ToString(CultureInfo.InvariantCulture)),
                ("returns", incident.Reopenings.ToString(CultureInfo.InvariantCulture)),
                ("who", Who(incident, sentences))),
            WordsOf(notice.Change, sentences),
            Advice(notice, sentences));
    }

    private static string Verb(TimelineEntry notice, string duration, Translations sentences) => notice.Transition switch
    {
        Transition.Resolved => Translations.Fill(
            sentences[IsKnownToBeOver(notice) ? TextKey.ResolvedVerb : TextKey.ClosedVerb], ("duration", duration)),
        { } transition => sentences.Transitions[transition],
        null => sentences[TextKey.RecordedVerb],
    };

    private static TextKey LeadOf(TimelineEntry notice) => notice.Transition switch
    {
        Transition.Opened => TextKey.OpenedLead,
        Transition.Reopened => TextKey.ReopenedLead,
        Transition.Escalated => TextKey.EscalatedLead,
        Transition.AnotherAct => TextKey.AnotherActLead,
        Transition.MuteEnded => TextKey.MuteEndedLead,
        Transition.Reminded => TextKey.RemindedLead,
        Transition.Acknowledged => TextKey.AcknowledgedLead,
        Transition.Resolved => notice.Change?.Reason switch
        {
            DecisionReason.ResolvedByPerson => TextKey.ResolvedByPersonLead,
            DecisionReason.Expired => TextKey.ExpiredLead,
            DecisionReason.SourceGone => TextKey.SourceGoneLead,
            DecisionReason.NoDataForLong => TextKey.NoDataLead,
            _ => TextKey.ResolvedLead,
        },
        _ => TextKey.RecordedLead,
    };

    private static string Who(Incident incident, Translations sentences) =>
        incident.AcknowledgedBy is { Length: > 0 } who
            ? MessageFields.Value(who, SubjectLimits.LabelValue)
            : sentences[TextKey.Somebody];

    private static MessageField? WordsOf(IncidentChange? entry, Translations sentences)
    {
        if (entry is null or { Description: "" })
            return null;
        var byPerson = entry.Reason is DecisionReason.Acknowledged or DecisionReason.ResolvedByPerson;
        return new MessageField(
            sentences[byPerson ? TextKey.Note : TextKey.Why], MessageFields.Value(entry.Description, SubjectLimits.Description));
    }

    private static string Advice(TimelineEntry notice, Translations sentences) => notice.Transition switch
    {
        Transition.Acknowledged => sentences[TextKey.AdviceWhenAcknowledged],
        Transition.Resolved => sentences[notice.Change?.Reason switch
        {
            DecisionReason.Expired => TextKey.AdviceWhenExpired,
            DecisionReason.SourceGone => TextKey.AdviceWhenSourceGone,
            DecisionReason.NoDataForLong => TextKey.AdviceWhenNoData,
            _ => TextKey.AdviceWhenResolved,
        }],
        _ => sentences.Advice[notice.Incident.Subject.Kind],
    };

    private static bool IsKnownToBeOver(TimelineEntry notice) =>
        notice.Change?.Reason is not (DecisionReason.Expired or DecisionReason.SourceGone or DecisionReason.NoDataForLong);
}
