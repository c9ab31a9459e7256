using System.Globalization;
using Watchkeeper.Incidents;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Metrics;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Notification.Rendering;

/// <summary>The summary of a change of an incident.</summary>
internal static class IncidentSummary
{
    public static MessageSummary Create(TimelineEntry entry, string what, Translations sentences)
    {
        var incident = entry.Incident;
        var duration = TimeWords.Duration((incident.ResolvedAt ?? entry.At) - incident.OpenedAt, sentences);
        return new MessageSummary(
            Verb(entry, duration, sentences),
            what,
            LeadOf(entry) is { } lead
                ? Translations.Fill(
                    sentences[lead],
                    ("severity", sentences.Severities[incident.Severity]),
                    ("returns", incident.Reopenings.ToString(CultureInfo.InvariantCulture)),
                    ("silence", Silence(entry)),
                    ("end", entry.Ending is { } ending ? TimeWords.Near(ending.EndsAt, entry.At, sentences) : ""),
                    ("reason", InertText.Line(entry.Ending?.Reason.TrimEnd('.') ?? "")),
                    ("who", entry.Ending is { By: var owner } ? InertText.Line(owner) : Who(incident, sentences)))
                : "",
            WordsOf(entry, sentences),
            Advice(entry, sentences))
        {
            Description = DescriptionOf(entry, what, sentences),
        };
    }

    // What the alarm's author says of it, unless the headline says so, as long as the incident needs a reader.
    private static MessageField? DescriptionOf(TimelineEntry entry, string what, Translations sentences)
    {
        var subject = entry.Incident.Subject;
        if (subject.Source is not SignalSource.Alarm
            || entry.Transition is Transition.Resolved or Transition.Acknowledged or Transition.Commented)
        {
            return null;
        }

        var text = MessageFields.Clean(subject.Labels[SubjectLabels.Description]);
        return text.Length == 0 || what.Contains(text, StringComparison.Ordinal)
            ? null
            : new MessageField(sentences[TextKey.AlarmDescription], text);
    }

    private static string Verb(TimelineEntry entry, string duration, Translations sentences) => entry.Transition switch
    {
        Transition.Resolved => Translations.Fill(
            sentences[IsKnownToBeOver(entry) ? TextKey.ResolvedVerb : TextKey.ClosedVerb], ("duration", duration)),
        { } transition => sentences.Transitions[transition],
        null => sentences[TextKey.RecordedVerb],
    };

    // Null: headline and timing say everything.
    private static TextKey? LeadOf(TimelineEntry entry) => entry.Transition switch
    {
        Transition.Opened or Transition.Commented => null,
        Transition.Reopened => TextKey.ReopenedLead,
        Transition.Escalated => entry switch
        {
            { Change.Signal: { Nature: SignalNature.Event, Subject.Source: SignalSource.Health } } => TextKey.FurtherPageLead,
            { Change.Signal: null, Incident.Subject.PlannedFrom: not null } => TextKey.PlannedNearLead,
            _ => TextKey.EscalatedLead,
        },
        Transition.AnotherAct => TextKey.AnotherActLead,
        Transition.MuteEnded => TextKey.MuteEndedLead,
        Transition.Reminded => TextKey.RemindedLead,
        Transition.SilenceEnding => TextKey.SilenceEndingLead,
        Transition.Acknowledged => TextKey.AcknowledgedLead,
        Transition.Resolved => entry.Change?.Reason switch
        {
            DecisionReason.ResolvedByPerson => TextKey.ResolvedByPersonLead,
            DecisionReason.Expired => TextKey.ExpiredLead,
            DecisionReason.SourceGone => TextKey.SourceGoneLead,
            DecisionReason.NoDataForLong => TextKey.NoDataLead,
            _ => null,
        },
        _ => TextKey.RecordedLead,
    };

    private static string Silence(TimelineEntry entry) => InertText.Line(entry.Ending?.Silence ?? "");

    private static string Who(Incident incident, Translations sentences) =>
        incident.AcknowledgedBy is { Length: > 0 } who
            ? MessageFields.Value(OperatorName.Shorten(who, incident.Subject.Account), SubjectLimits.LabelValue)
            : sentences[TextKey.Somebody];

    private static MessageField? WordsOf(TimelineEntry entry, Translations sentences)
    {
        if (entry.Change is not { Description.Length: > 0 } change)
            return null;
        // The first sentence of an acknowledgement names the operator.
        var words = change.Reason is DecisionReason.Acknowledged
            ? OperatorName.Split(change.Description).Note
            : OperatorName.ShortenWords(change.Reason, change.Description, entry.Incident.Subject.Account);
        if (words.Length == 0)
            return null;
        var text = MessageFields.Value(words, SubjectLimits.Description);
        var source = entry.Incident.Subject.Source;
        return change switch
        {
            _ when OperatorName.IsByOperator(change.Reason) => new MessageField(sentences[TextKey.Note], text),
            // Our own words, and those of another source.
            { Signal: null } or { Reason: DecisionReason.Expired } => new MessageField(sentences[TextKey.Why], text),
            _ when source is SignalSource.Alarm =>
                new MessageField(sentences.Quotes[source], QuotedReason.Readable(text, entry.At, sentences)),
            _ => new MessageField(sentences.Quotes[source], text),
        };
    }

    private static string Advice(TimelineEntry entry, Translations sentences) =>
        SourceWords.Advice(entry, sentences.Locale) ?? GeneralAdvice(entry, sentences);

    private static string GeneralAdvice(TimelineEntry entry, Translations sentences) => entry.Transition switch
    {
        Transition.Acknowledged => sentences[TextKey.AdviceWhenAcknowledged],
        Transition.Commented => sentences[TextKey.AdviceWhenCommented],
        Transition.SilenceEnding => Translations.Fill(sentences[TextKey.AdviceWhenSilenceEnds], ("silence", Silence(entry))),
        Transition.Resolved => sentences[entry.Change?.Reason switch
        {
            DecisionReason.Expired => TextKey.AdviceWhenExpired,
            DecisionReason.SourceGone => TextKey.AdviceWhenSourceGone,
            DecisionReason.NoDataForLong => TextKey.AdviceWhenNoData,
            _ => TextKey.AdviceWhenResolved,
        }],
        _ => MetricThemes.Find(entry.Incident.Subject, entry.Incident.Measurement) is { } theme
            ? MetricAdvice.In(sentences.Locale)[theme]
            : sentences.Advice[entry.Incident.Subject.Kind],
    };

    private static bool IsKnownToBeOver(TimelineEntry entry) =>
        entry.Change?.Reason is not (DecisionReason.Expired or DecisionReason.SourceGone or DecisionReason.NoDataForLong);
}
