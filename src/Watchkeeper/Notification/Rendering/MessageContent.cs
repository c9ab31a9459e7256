using System.Collections.Immutable;
using Watchkeeper.Grouping;
using Watchkeeper.Incidents;
using Watchkeeper.Muting;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Reactions;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Notification.Rendering;

/// <summary>A label of ours and a value.</summary>
internal sealed record MessageField(string Label, string Value);

/// <summary>
/// What a message says in one language, in the order in which people need it; each channel lays out what it has room for. All
/// texts are inert (<see cref="InertText"/>), and none is escaped. Optional texts are empty.
/// </summary>
internal sealed record MessageContent
{
    /// <summary>The entry that the message reports, with the act that it is about.</summary>
    public required TimelineEntry Entry { get; init; }

    public required Translations Sentences { get; init; }

    public required Severity Severity { get; init; }

    /// <summary>Whether the incident is over.</summary>
    public required bool IsOver { get; init; }

    /// <summary>
    /// Whether somebody has to look: not after the end, nor at what a person did, an automatic reaction mended, or a silence still
    /// keeps quiet.
    /// </summary>
    public bool CallsPeople => Entry.Reaction is { } reaction
        ? reaction.Status is not (ReactionStatus.Done or ReactionStatus.WouldDo)
        : Entry.Transition is not (Transition.Resolved or Transition.Acknowledged or Transition.Commented)
            && Entry.Ending is null;

    /// <summary>What happened, in one or two words.</summary>
    public required string Verb { get; init; }

    /// <summary>What happened, without the duration.</summary>
    public required string ShortVerb { get; init; }

    /// <summary>What is wrong, of what, and the number against its limit.</summary>
    public required string What { get; init; }

    /// <summary>
    /// The same for all messages of one incident that its first message is like: what is wrong, of what, by whom.
    /// </summary>
    public required string Subject { get; init; }

    /// <summary>Since when, for how long, or when.</summary>
    public required string Timing { get; init; }

    /// <summary>The region; may be empty.</summary>
    public required string Region { get; init; }

    /// <summary>What happened beyond headline and timing, in sentences.</summary>
    public required string Lead { get; init; }

    /// <summary>
    /// How the lead begins, where people must know something about the message itself: who was not reached. Default: nothing.
    /// </summary>
    public string Notice { get; init; } = "";

    /// <summary>What the message tells of besides its own incident; null for its own incident alone.</summary>
    public GroupedMessage? Others { get; init; }

    /// <summary>What an operator's own template says in place of everything below the headline; null without one.</summary>
    public ImmutableArray<OwnLine>? Own { get; init; }

    /// <summary>What an automatic reaction did, would do, or may not do.</summary>
    public required string Reaction { get; init; }

    /// <summary>The data points; null without a chart.</summary>
    public required MessageChart? Chart { get; init; }

    /// <summary>The one or two addresses to open first.</summary>
    public required ImmutableArray<MessageLink> Buttons { get; init; }

    /// <summary>Further addresses.</summary>
    public required ImmutableArray<MessageLink> MoreLinks { get; init; }

    /// <summary>The own words of the source, the operator or AWS; null if there are none.</summary>
    public required MessageField? Words { get; init; }

    /// <summary>
    /// Whether the words are news, such as a note. Otherwise the headline has said the same, and they stand below.
    /// </summary>
    public required bool AreWordsNews { get; init; }

    /// <summary>What an alarm's author says of it; null for other kinds and after the end.</summary>
    public required MessageField? Description { get; init; }

    /// <summary>Why the act of a detection matters; null for other kinds and after the end.</summary>
    public required MessageField? Importance { get; init; }

    public required string Advice { get; init; }

    /// <summary>Legitimate causes of a detection's act; null for other kinds and after the end.</summary>
    public required MessageField? Harmless { get; init; }

    public required ImmutableArray<MessageField> Facts { get; init; }

    public required string Incident { get; init; }

    public required string Footer { get; init; }

    public string SeverityWord => Sentences.Severities[Severity];

    /// <summary>The colour of severity or end, as in HTML. White on each has a contrast of at least 4.5 to 1.</summary>
    public string Colour => this switch
    {
        { IsOver: true } => "#067647",
        { Severity: Severity.Critical } => "#b42318",
        { Severity: Severity.High } => "#b93815",
        { Severity: Severity.Medium } => "#b54708",
        { Severity: Severity.Low } => "#175cd3",
        _ => "#475467",
    };

    /// <summary>The headline in one line of any length.</summary>
    public string Headline =>
        Translations.Fill(Sentences[TextKey.Subject], ("severity", SeverityWord), ("verb", Verb), ("what", What));

    /// <summary>Timing and region: «Since 08:15 UTC (12 min) · eu-central-1».</summary>
    public string TimeAndPlace => Region.Length == 0 ? Timing : $"{Timing} · {Region}";

    /// <summary>What a mail program shows beside the subject, which keeps the number of the first mail.</summary>
    public string Preview => string.Join(
        " · ",
        new[] { SeverityWord, Verb, Entry.Transition is Transition.Opened ? "" : What, Timing, Reaction, Lead }
            .Where(text => text.Length > 0));

    public static MessageContent Create(TimelineEntry entry, MessageOptions options)
    {
        var sentences = options.Sentences;
        entry = ActSummary.Shown(entry);
        var raw = entry.Incident;
        var subject = SourceWords.Titled(entry, MessageFields.Inert(raw.Subject), sentences);
        var isAct = raw.Subject.Kind is SignalKind.Detection && entry.Reaction is null;
        var words = isAct ? options.Words.Find(raw.Subject.Name) : null;
        var alarm = AlarmHeadline.Find(entry, subject, sentences.Locale);
        var summary = isAct
            ? ActSummary.Create(entry, words, sentences)
            : Summary(entry, alarm?.Text ?? MessageFields.NameOf(subject), sentences);
        var links = MessageLinks.Create(entry, sentences);
        var content = new MessageContent
        {
            Entry = entry,
            Sentences = sentences,
            Severity = raw.Severity,
            IsOver = entry.Transition is Transition.Resolved,
            Verb = summary.Verb,
            ShortVerb = entry.Transition is { } transition ? sentences.Transitions[transition] : summary.Verb,
            What = summary.What,
            Subject = MessageSubject.Create(
                SourceWords.Lasting(entry, sentences) ?? summary.What, subject, sentences),
            Timing = Rendering.Timing.Create(entry, sentences),
            Region = subject.Region,
            Others = options.Others,
            Notice = NotReached(options) + KeptBack(options) + GroupLead.Create(options.Others, sentences),
            Lead = NotReached(options) + KeptBack(options) + GroupLead.Create(options.Others, sentences) + (entry.Reaction is null ? summary.Lead : ""),
            Reaction = entry.Reaction is null ? ReactionLine.Create(entry, options) ?? "" : summary.Lead,
            Chart = alarm is { } measured ? MessageChart.Create(measured.Points, measured.Facts, sentences) : null,
            Buttons = links.First,
            MoreLinks = links.More,
            Words = summary.Words,
            AreWordsNews = alarm is null || entry.Reaction is not null
                || OperatorName.IsByOperator(entry.Change?.Reason ?? default),
            Description = summary.Description,
            Importance = summary.Importance,
            Advice = summary.Advice,
            Harmless = summary.Harmless,
            Facts = [],
            Incident = InertText.Line(raw.Id),
            Footer = Translations.Fill(
                sentences[TextKey.Footer],
                ("incident", InertText.Line(raw.Id)), ("at", TimeWords.Moment(entry.At, sentences))),
        };
        return content with { Facts = MessageFacts.Create(content, subject, words?.UndoneBy ?? []) };
    }

    private static string NotReached(MessageOptions options) => options.NotReached is not { } failed ? "" : Translations.Fill(
        options.Sentences[TextKey.NotReachedLead],
        ("receiver", InertText.Line(failed.Receiver)),
        ("channel", failed.Channel.Kind.ToKebabCase()),
        ("reason", InertText.Line(failed.Detail.TrimEnd('.')))) + options.Sentences.Acts.Gap;

    private static string KeptBack(MessageOptions options)
    {
        if (options.KeptBackBy is not { } suppression)
            return "";
        var key = suppression.Kind switch
        {
            SuppressionKind.Silence => TextKey.SilencedLead,
            SuppressionKind.TimeInterval => TextKey.MutedByIntervalLead,
            _ => TextKey.InhibitedLead,
        };
        return Translations.Fill(
            options.Sentences[key],
            ("by", InertText.Line(suppression.By)),
            ("detail", InertText.Line(suppression.Detail.TrimEnd('.')))) + options.Sentences.Acts.Gap;
    }

    private static MessageSummary Summary(TimelineEntry entry, string what, Translations sentences) =>
        entry.Reaction is { } reaction
            ? ReactionSummary.Create(reaction, what, sentences)
            : IncidentSummary.Create(entry, what, sentences);
}

/// <summary>What happened and what to do. <paramref name="Lead"/> may be empty.</summary>
internal sealed record MessageSummary(string Verb, string What, string Lead, MessageField? Words, string Advice)
{
    /// <summary>What the author of its alarm says; null if nothing says so.</summary>
    public MessageField? Description { get; init; }

    /// <summary>Why it matters; null if nothing says so.</summary>
    public MessageField? Importance { get; init; }

    /// <summary>When it may be harmless; null if nothing says so.</summary>
    public MessageField? Harmless { get; init; }
}
