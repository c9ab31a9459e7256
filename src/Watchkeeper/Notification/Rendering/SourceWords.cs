using System.Collections.Immutable;
using Watchkeeper.Audits;
using Watchkeeper.Health;
using Watchkeeper.Incidents;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Signals;

namespace Watchkeeper.Notification.Rendering;

/// <summary>
/// What a Health event, a finding of Trusted Advisor or an insight of CloudTrail says, in the reader's language and as of the
/// message's time. The stored title is in English and as of the opening.
/// </summary>
internal static class SourceWords
{
    /// <summary>The labels whose values a finding's title says.</summary>
    public static ImmutableArray<string> Labels { get; } =
        [CheckFacts.User, CheckFacts.Since, CheckFacts.Usage, CheckFacts.Limit, CheckFacts.Savings];

    /// <summary>The subject, made inert, with its title in the reader's language; unchanged for any other source.</summary>
    public static Subject Titled(TimelineEntry entry, Subject subject, Translations sentences)
    {
        var title = InsightHeadline.Find(subject, sentences) ?? OwnHeadline.Find(subject, sentences)
            ?? Title(entry, sentences);
        return title is not { Length: > 0 } ? subject : subject with { Title = MessageFields.Value(title, SubjectLimits.Title) };
    }

    /// <summary>
    /// The title as it was when the incident began, for the subject that all its mails share; null for any other source
    /// and for a reaction.
    /// </summary>
    public static string? Lasting(TimelineEntry entry, Translations sentences)
    {
        var (subject, chinese) = (entry.Incident.Subject, sentences.Locale is Locale.Chinese);
        var title = subject.Source switch
        {
            SignalSource.Watchkeeper when entry.Reaction is null => OwnHeadline.Find(subject, sentences),
            _ when entry.Reaction is not null || !HasWords(subject) => null,
            SignalSource.Health => HealthTitle.Create(
                subject, chinese, entry.Incident.OpenedAt, isAway: false, sentences.Zone),
            SignalSource.Audit => CheckTitle.Create(subject, chinese, entry.Incident.OpenedAt),
            _ => null,
        };
        return title is { Length: > 0 } ? MessageFields.Value(title, SubjectLimits.Title) : null;
    }

    /// <summary>What to do first; null if the advice of the kind says all.</summary>
    public static string? Advice(TimelineEntry entry, Locale locale)
    {
        var chinese = locale is Locale.Chinese;
        var subject = entry.Incident.Subject;
        if (entry is { Transition: Transition.Resolved, Change.Reason: DecisionReason.Resolved })
            return AtTheEnd(entry, chinese);
        if (entry.Transition is Transition.Resolved or Transition.Acknowledged or Transition.Commented or Transition.SilenceEnding)
            return null;
        return subject.Source switch
        {
            SignalSource.Health => HealthAdvice.Find(subject, chinese),
            SignalSource.Audit when CheckWords.Find(subject.Labels["checkId"], subject.Name) is { } check =>
                chinese ? check.ChineseAdvice : check.EnglishAdvice,
            _ => null,
        };
    }

    private static string? Title(TimelineEntry entry, Translations sentences)
    {
        var (subject, chinese) = (entry.Incident.Subject, sentences.Locale is Locale.Chinese);
        var isOver = entry.Transition is Transition.Resolved;
        return subject.Source switch
        {
            SignalSource.Audit when isOver && entry.Change?.Reason is DecisionReason.Resolved =>
                CheckTitle.OfEnd(subject, chinese, IsExcluded(entry)),
            _ when !HasWords(subject) => null,
            SignalSource.Health => HealthTitle.Create(subject, chinese, entry.At, isAway: !isOver, sentences.Zone),
            SignalSource.Audit => CheckTitle.Create(subject, chinese, entry.At),
            _ => null,
        };
    }

    // The stored title says as much of any other check or event.
    private static bool HasWords(Subject subject) => subject.Source switch
    {
        SignalSource.Health => HealthEventTypes.Find(subject.Name) is not null || subject.PlannedFrom is not null,
        _ => CheckTitle.HasWords(subject),
    };

    private static string? AtTheEnd(TimelineEntry entry, bool chinese) => entry.Incident.Subject.Source switch
    {
        SignalSource.Health => chinese
            ? "无需处理：AWS 报告该事件已结束。请确认自己的应用也已恢复正常。"
            : "Nothing: AWS reports that it is over. Check that your application is well too.",
        SignalSource.Audit when IsExcluded(entry) => chinese
            ? "如果排除是有意为之，无需处理。"
            : "Nothing, if the exclusion is meant.",
        SignalSource.Audit => chinese
            ? "无需处理。如果反复出现，请查找是谁或什么在把它改回去。"
            : "Nothing. If the finding comes back, look for who or what changes the resource back.",
        _ => null,
    };

    private static bool IsExcluded(TimelineEntry entry) =>
        entry.Change?.Signal?.Finding is { Status: ReportedStatus.Suppressed };
}
