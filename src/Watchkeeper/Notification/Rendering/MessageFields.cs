using System.Collections.Immutable;
using System.Globalization;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Notification.Rendering;

/// <summary>The fields of a message, in the order in which people need them.</summary>
internal static class MessageFields
{
    // Replaces a value without any visible character, so that the message keeps its layout for every value.
    private const string Nothing = "—";

    // How the parser of a composite alarm begins its title, before the children's names.
    private const string Composite = "Combination of ";

    // Said by the headline or by fields of their own.
    private static readonly ImmutableHashSet<string> Named =
    [
        "namespace", "metric", "alarmType", "threshold", SubjectLabels.Load, SubjectLabels.Check, "category", "checkId", "scope",
        "awsService", SubjectLabels.Actor, "api", "sourceIp", "Currency", SubjectLabels.Impact, SubjectLabels.ResourceName,
        SubjectLabels.Port, SubjectLabels.Description, .. SourceWords.Labels,
    ];

    /// <summary>A value as one inert line, within its limit.</summary>
    public static string Value(string text, int limit) =>
        InertText.Line(text, limit) is { Length: > 0 } line ? line : Nothing;

    /// <summary>The subject with all readable texts made inert; empty texts stay empty.</summary>
    public static Subject Inert(Subject subject)
    {
        return subject with
        {
            Name = Line(subject.Name),
            Title = Line(subject.Title),
            Account = Line(subject.Account),
            Region = Line(subject.Region),
            Resource = Line(subject.Resource),
            Service = Line(subject.Service),
        };

        static string Line(string text) => text.Length == 0 ? "" : Value(text, SubjectLimits.Resource);
    }

    /// <summary>
    /// The name that people use. Operators name their alarms; other subjects have a code as their name, so their title is used.
    /// </summary>
    public static string NameOf(Subject subject)
    {
        // AWS generated the name of the alarm behind a scaling limit, and the title says which time series of a query fires.
        var isNamed = subject.Source is SignalSource.Alarm && subject.Kind is not SignalKind.ScalingLimit
            && (subject.Kind is SignalKind.CompositeAlarm || subject.Labels["metric"].Length > 0);
        if (isNamed && subject.Title.StartsWith(Composite, StringComparison.Ordinal))
            return $"{subject.Name}: {subject.Title[Composite.Length..]}";
        var (first, second) = isNamed ? (subject.Name, subject.Title) : (subject.Title, subject.Name);
        return first.Length > 0 ? first : second.Length > 0 ? second : Nothing;
    }

    /// <summary>The fields; <paramref name="subject"/> is the entry's subject, made inert.</summary>
    public static ImmutableArray<MessageField> Create(TimelineEntry entry, Subject subject, Translations sentences)
    {
        var facts = ImmutableArray.CreateBuilder<MessageField>();
        var labels = subject.Labels;
        var type = labels["alarmType"];
        if (subject.Source is SignalSource.Alarm)
        {
            Add(TextKey.Alarm, subject.Name);
            Add(TextKey.Metric, Clean(Join(" ", labels["namespace"], labels["metric"])));
            Add(TextKey.AlarmType, type is "metric" ? "" : sentences.AlarmTypes.GetValueOrDefault(type, Clean(type)));
        }
        else
        {
            Add(TextKey.What, subject.Title);
            Add(TextKey.Check, subject.Source is SignalSource.Audit ? subject.Name : "");
            Add(TextKey.EventType, subject.Source is SignalSource.Health ? subject.Name : "");
            Add(TextKey.Kind, sentences.Kinds[subject.Kind]);
        }

        Add(TextKey.Service, subject.Service);
        Add(TextKey.Resource, subject.Resource);
        Add(TextKey.Actor, Clean(labels[SubjectLabels.Actor]));
        Add(TextKey.ApiCall, Clean(labels["api"]));
        Add(TextKey.SourceAddress, Clean(labels["sourceIp"]));
        facts.AddRange(Others(labels, Named, sentences));
        Add(TextKey.MutedBy, entry.Incident.Mute is { } mute ? Clean(Join(" ", mute.Kind.ToKebabCase(), mute.By)) : "");
        Add(TextKey.Planned, Planned(subject, entry.At, sentences));
        Add(TextKey.Account, subject.Account);
        AddTimes(entry, sentences, Add);
        return facts.ToImmutable();

        void Add(TextKey label, string value)
        {
            if (value.Length > 0)
                facts.Add(new MessageField(sentences[label], value));
        }
    }

    // Earlier versions recorded the end alone.
    private static string Planned(Subject subject, DateTimeOffset now, Translations sentences) =>
        (subject.PlannedFrom, subject.PlannedUntil) switch
        {
            ({ } from, { } until) when until > from => TimeWords.Span(from, until, now, sentences),
            (null, null) => "",
            var (from, until) => TimeWords.Moment((from ?? until)!.Value, sentences),
        };

    /// <summary>Adds when the incident began and ended, and the number of its signals.</summary>
    public static void AddTimes(TimelineEntry entry, Translations sentences, Action<TextKey, string> add)
    {
        var incident = entry.Incident;
        add(TextKey.Began, TimeWords.Moment(incident.OpenedAt, sentences));
        if (incident.ResolvedAt is { } end)
            add(TextKey.Ended, TimeWords.Moment(end, sentences));
        if (incident.Signals > 1)
            add(TextKey.Signals, incident.Signals.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The labels that no field of their own shows.</summary>
    public static IEnumerable<MessageField> Others(LabelSet labels, IReadOnlySet<string> named, Translations sentences) => labels
        .Where(label => !named.Contains(label.Key))
        .Select(label => new MessageField(
            sentences.Labels.GetValueOrDefault(label.Key, Clean(label.Key)), Value(label.Value, SubjectLimits.LabelValue * 2)));

    /// <summary>A label's name or value as one inert line; empty if it is empty.</summary>
    public static string Clean(string text) => text.Length == 0 ? "" : Value(text, SubjectLimits.LabelValue * 2);

    private static string Join(string separator, string one, string other) =>
        one.Length == 0 ? other : other.Length == 0 ? one : $"{one}{separator}{other}";
}
