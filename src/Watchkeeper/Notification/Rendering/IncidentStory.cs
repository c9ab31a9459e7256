using System.Globalization;
using Watchkeeper.Incidents;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Signals;

namespace Watchkeeper.Notification.Rendering;

/// <summary>The story of a change of an incident.</summary>
internal static class IncidentStory
{
    public static Story Of(Notice notice, string what, Sentences sentences)
    {
        var incident = notice.Incident;
        var duration = TimeWords.Duration((incident.ResolvedAt ?? notice.At) - incident.OpenedAt, sentences);
        return new Story(
            Verb(notice, duration, sentences),
            what,
            Sentences.Fill(
                sentences[LeadOf(notice)],
                ("since", TimeWords.Moment(incident.OpenedAt)),
                ("until", TimeWords.Moment(incident.ResolvedAt ?? notice.At)),
                ("duration", duration),
                ("severity", sentences.Severities[incident.Severity]),
                ("signals", incident.Signals.ToString(CultureInfo.InvariantCulture)),
                ("returns", incident.Reopenings.ToString(CultureInfo.InvariantCulture)),
                ("who", Who(incident, sentences))),
            WordsOf(notice.Entry, sentences),
            Advice(notice, sentences));
    }

    private static string Verb(Notice notice, string duration, Sentences sentences) => notice.Transition switch
    {
        Transition.Resolved => Sentences.Fill(
            sentences[IsKnownToBeOver(notice) ? Phrase.ResolvedVerb : Phrase.ClosedVerb], ("duration", duration)),
        { } transition => sentences.Transitions[transition],
        null => sentences[Phrase.RecordedVerb],
    };

    private static Phrase LeadOf(Notice notice) => notice.Transition switch
    {
        Transition.Opened => Phrase.OpenedLead,
        Transition.Reopened => Phrase.ReopenedLead,
        Transition.Escalated => Phrase.EscalatedLead,
        Transition.AnotherAct => Phrase.AnotherActLead,
        Transition.MuteEnded => Phrase.MuteEndedLead,
        Transition.Reminded => Phrase.RemindedLead,
        Transition.Acknowledged => Phrase.AcknowledgedLead,
        Transition.Resolved => notice.Entry?.Reason switch
        {
            DecisionReason.ResolvedByPerson => Phrase.ResolvedByPersonLead,
            DecisionReason.Expired => Phrase.ExpiredLead,
            DecisionReason.SourceGone => Phrase.SourceGoneLead,
            DecisionReason.NoDataForLong => Phrase.NoDataLead,
            _ => Phrase.ResolvedLead,
        },
        _ => Phrase.RecordedLead,
    };

    private static string Who(Incident incident, Sentences sentences) =>
        incident.AcknowledgedBy is { Length: > 0 } who ? FactSheet.Value(who, SubjectLimits.LabelValue) : sentences[Phrase.Somebody];

    private static Fact? WordsOf(Entry? entry, Sentences sentences)
    {
        if (entry is null or { Because: "" })
            return null;
        var byPerson = entry.Reason is DecisionReason.Acknowledged or DecisionReason.ResolvedByPerson;
        return new Fact(
            sentences[byPerson ? Phrase.Note : Phrase.Why], FactSheet.Value(entry.Because, SubjectLimits.Because));
    }

    private static string Advice(Notice notice, Sentences sentences) => notice.Transition switch
    {
        Transition.Acknowledged => sentences[Phrase.AdviceWhenAcknowledged],
        Transition.Resolved => sentences[notice.Entry?.Reason switch
        {
            DecisionReason.Expired => Phrase.AdviceWhenExpired,
            DecisionReason.SourceGone => Phrase.AdviceWhenSourceGone,
            DecisionReason.NoDataForLong => Phrase.AdviceWhenNoData,
            _ => Phrase.AdviceWhenResolved,
        }],
        _ => sentences.Advice[notice.Incident.Subject.Kind],
    };

    private static bool IsKnownToBeOver(Notice notice) =>
        notice.Entry?.Reason is not (DecisionReason.Expired or DecisionReason.SourceGone or DecisionReason.NoDataForLong);
}
