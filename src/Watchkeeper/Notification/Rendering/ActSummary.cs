using System.Globalization;
using Watchkeeper.Detections;
using Watchkeeper.Incidents;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Signals;

namespace Watchkeeper.Notification.Rendering;

/// <summary>The summary of a change of a detection's incident: who did what, why it matters, what to do first.</summary>
internal static class ActSummary
{
    /// <summary>
    /// The entry with the act that it reports as the incident's subject. The incident keeps the subject of its worst act, so a
    /// refused act after a successful one would else be reported as the successful one.
    /// </summary>
    public static TimelineEntry Shown(TimelineEntry entry) =>
        entry.Incident.Subject.Kind is SignalKind.Detection
        && SignalOf(entry) is { Condition: SignalCondition.Firing, Subject: var subject }
            ? entry with { Incident = entry.Incident with { Subject = SubjectLimits.Bound(subject) } }
            : entry;

    /// <summary>The summary; <paramref name="words"/> are null for a detection that is not in force.</summary>
    public static MessageSummary Create(TimelineEntry entry, DetectionWords? words, Translations sentences)
    {
        var texts = words?.In(sentences.Locale is Locale.Chinese);
        var general = IncidentSummary.Create(entry, Title(entry.Incident.Subject, words, texts, sentences), sentences);
        return entry.Transition switch
        {
            Transition.Acknowledged or Transition.Commented or Transition.SilenceEnding => general,
            Transition.Resolved => Ended(entry, general, sentences),
            _ => Active(entry, general, texts, IsAttempt(entry.Incident.Subject, words), sentences),
        };
    }

    private static MessageSummary Active(
        TimelineEntry entry, MessageSummary general, DetectionTexts? texts, bool isAttempt, Translations sentences)
    {
        var acts = sentences.Acts;
        var act = ActSentence.Create(entry.Incident.Subject, sentences);
        return general with
        {
            Lead = entry.Transition switch
            {
                _ when act.Length == 0 => general.Lead,
                Transition.Opened => act,
                Transition.AnotherAct => $"{act}{acts.Gap}{Another(entry.Incident, sentences)}",
                Transition.Reminded => $"{general.Lead}{acts.Gap}{act}",
                _ => general.Lead.Length == 0 ? act : $"{act}{acts.Gap}{general.Lead}",
            },
            // The lead says the same in the reader's language.
            Words = act.Length == 0 ? general.Words : null,
            Importance = Field(isAttempt ? acts.WhyItWouldMatter : acts.WhyItMatters, texts?.Description),
            Advice = texts switch
            {
                not { Response.Length: > 0 } => general.Advice,
                _ when isAttempt => Translations.Fill(acts.AdviceForAttempt, ("response", texts.Response)),
                _ => texts.Response,
            },
            Harmless = Field(acts.Harmless, texts?.FalsePositives),
        };
    }

    private static MessageSummary Ended(TimelineEntry entry, MessageSummary general, Translations sentences)
    {
        var undone = SignalOf(entry) is { Condition: SignalCondition.Resolved } signal
            ? ActSentence.CreateUndone(signal.Subject, sentences)
            : "";
        return general with
        {
            Lead = undone.Length > 0 ? undone : general.Lead,
            Words = undone.Length > 0 ? null : general.Words,
            Advice = entry.Change?.Reason switch
            {
                DecisionReason.Resolved => sentences.Acts.AdviceWhenUndone,
                DecisionReason.Expired => sentences.Acts.AdviceWhenExpired,
                DecisionReason.ResolvedByPerson => sentences.Acts.AdviceWhenClosed,
                _ => general.Advice,
            },
        };
    }

    private static string Another(Incident incident, Translations sentences) => Translations.Fill(
        sentences.Acts.Another,
        ("signals", incident.Signals.ToString(CultureInfo.InvariantCulture)));

    private static string Title(Subject subject, DetectionWords? words, DetectionTexts? texts, Translations sentences)
    {
        // The stored title of an unknown detection says in English that the call was refused.
        if (words is null || texts is null)
            return MessageFields.NameOf(MessageFields.Inert(subject));
        var thing = ActSentence.ThingOf(subject);
        var title = thing.Length == 0
            ? texts.Title
            : Translations.Fill(sentences.Acts.TitleOf, ("title", texts.Title), ("thing", thing));
        if (!IsAttempt(subject, words))
            return title;
        var code = subject.Labels[SubjectLabels.ErrorCode];
        return Translations.Fill(
            CallOutcomes.From(code) is CallOutcome.Refused ? sentences.Acts.Attempt : sentences.Acts.Failure,
            ("title", title), ("error", MessageFields.Value(code, SubjectLimits.LabelValue)));
    }

    // The texts of a detection of failed calls are about failed calls themselves.
    private static bool IsAttempt(Subject subject, DetectionWords? words) =>
        words is { IsAboutFailures: false } && subject.Labels[SubjectLabels.ErrorCode].Length > 0;

    private static Signal? SignalOf(TimelineEntry entry) =>
        entry.Change?.Signal is { Subject.Kind: SignalKind.Detection } signal ? signal : null;

    private static MessageField? Field(string label, string? text) =>
        text is { Length: > 0 } ? new MessageField(label, text) : null;
}
