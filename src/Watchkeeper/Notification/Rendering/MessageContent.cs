using System.Collections.Immutable;
using Watchkeeper.Detections;
using Watchkeeper.Incidents;
using Watchkeeper.Notification.Links;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Notification.Rendering;

/// <summary>A label of ours and a value.</summary>
internal sealed record MessageField(string Label, string Value);

/// <summary>
/// The content of a message in one language, before layout. All texts are inert (<see cref="InertText"/>), and none is escaped.
/// </summary>
internal sealed record MessageContent
{
    public required Translations Sentences { get; init; }

    public required Severity Severity { get; init; }

    /// <summary>Whether the incident is over.</summary>
    public required bool IsOver { get; init; }

    /// <summary>What happened, in one or two words.</summary>
    public required string Verb { get; init; }

    /// <summary>What happened, without the duration.</summary>
    public required string ShortVerb { get; init; }

    /// <summary>The name of the subject.</summary>
    public required string What { get; init; }

    /// <summary>What happened, in sentences.</summary>
    public required string Lead { get; init; }

    public required ImmutableArray<MessageField> Facts { get; init; }

    /// <summary>The own words of the source, the operator or AWS; null if there are none.</summary>
    public required MessageField? Words { get; init; }

    /// <summary>Why the act of a detection matters; null for other kinds and after the end.</summary>
    public required MessageField? Importance { get; init; }

    public required string Advice { get; init; }

    /// <summary>Legitimate causes of a detection's act; null for other kinds and after the end.</summary>
    public required MessageField? Harmless { get; init; }

    public required string? Runbook { get; init; }

    public required ImmutableArray<ConsoleLink> Links { get; init; }

    public required string Incident { get; init; }

    /// <summary>The location for short forms: the resource without the rest of its ARN, and the region.</summary>
    public required ImmutableArray<string> Places { get; init; }

    public required string Footer { get; init; }

    public string SeverityWord => Sentences.Severities[Severity];

    /// <summary>The headline in one line of any length.</summary>
    public string Headline =>
        Translations.Fill(Sentences[TextKey.Subject], ("severity", SeverityWord), ("verb", Verb), ("what", What));

    public static MessageContent Create(TimelineEntry entry, Translations sentences)
    {
        entry = ActSummary.Shown(entry);
        var raw = entry.Incident;
        var subject = MessageFields.Inert(raw.Subject);
        var isAct = raw.Subject.Kind is SignalKind.Detection && entry.Reaction is null;
        var story = isAct
            ? ActSummary.Create(entry, DetectionWords.Find(raw.Subject.Name), sentences)
            : Summary(entry, AlarmHeadline.Find(entry, subject, sentences.Locale) ?? MessageFields.NameOf(subject), sentences);
        var resource = subject.Resource[(subject.Resource.LastIndexOfAny(['/', ':']) + 1)..];
        return new MessageContent
        {
            Sentences = sentences,
            Severity = raw.Severity,
            IsOver = entry.Transition is Transition.Resolved,
            Verb = story.Verb,
            ShortVerb = entry.Transition is { } transition ? sentences.Transitions[transition] : story.Verb,
            What = story.What,
            Lead = story.Lead,
            Facts = isAct ? ActFields.Create(entry, subject, sentences) : MessageFields.Create(entry, subject, sentences),
            Words = story.Words,
            Importance = story.Importance,
            Advice = story.Advice,
            Harmless = story.Harmless,
            Runbook = RunbookLink.From(raw.Subject.Runbook),
            Links = ConsoleLinks.For(entry),
            Incident = InertText.Line(raw.Id),
            Places = [.. new[] { resource, subject.Region }.Where(place => place.Length > 0)],
            Footer = Translations.Fill(
                sentences[TextKey.Footer], ("incident", InertText.Line(raw.Id)), ("at", TimeWords.Moment(entry.At))),
        };
    }

    private static MessageSummary Summary(TimelineEntry entry, string what, Translations sentences) =>
        entry.Reaction is { } reaction
            ? ReactionSummary.Create(reaction, what, sentences)
            : IncidentSummary.Create(entry, what, sentences);
}

/// <summary>What happened and what to do.</summary>
internal sealed record MessageSummary(string Verb, string What, string Lead, MessageField? Words, string Advice)
{
    /// <summary>Why it matters; null if nothing says so.</summary>
    public MessageField? Importance { get; init; }

    /// <summary>When it may be harmless; null if nothing says so.</summary>
    public MessageField? Harmless { get; init; }
}
