using System.Collections.Immutable;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Signals;

namespace Watchkeeper.Notification.Rendering;

/// <summary>The fields of a detection's message: what the lead leaves out or shortens, for people to copy.</summary>
internal static class ActFields
{
    // Said by the lead or by fields of their own.
    private static readonly ImmutableHashSet<string> Named =
    [
        SubjectLabels.Actor, SubjectLabels.ActorClass, "api", "sourceIp", SubjectLabels.ErrorCode, SubjectLabels.LoweredFrom,
        SubjectLabels.Protocol, SubjectLabels.Port, SubjectLabels.Network, SubjectLabels.Policy, SubjectLabels.Principal,
        SubjectLabels.Target, SubjectLabels.SecondFactor, SubjectLabels.Count, SubjectLabels.CountOf, SubjectLabels.CountMinutes,
    ];

    /// <summary>
    /// The fields; <paramref name="subject"/> is the entry's subject, made inert, and <paramref name="undoneBy"/> the calls that
    /// undo the act.
    /// </summary>
    public static ImmutableArray<MessageField> Create(
        TimelineEntry entry, Subject subject, ImmutableArray<string> undoneBy, Translations sentences)
    {
        var acts = sentences.Acts;
        var labels = subject.Labels;
        var fields = ImmutableArray.CreateBuilder<MessageField>();
        Add(sentences[TextKey.Severity], SeverityOf(entry, labels, sentences));
        Add(sentences[TextKey.Service], subject.Service);
        Add(sentences[TextKey.Resource], subject.Resource);
        Add(sentences[TextKey.Actor], MessageFields.Clean(labels[SubjectLabels.Actor]));
        Add(sentences[TextKey.ApiCall], MessageFields.Clean(labels["api"]));
        Add(sentences[TextKey.SourceAddress], MessageFields.Clean(labels["sourceIp"]));
        Add(acts.Caller, CallerOf(labels[SubjectLabels.ActorClass], acts));
        Add(acts.Target, MessageFields.Clean(labels[SubjectLabels.Target]));
        fields.AddRange(MessageFields.Others(labels, Named, sentences));
        Add(sentences[TextKey.Account], subject.Account);
        if (entry.Incident.IsActive && entry.Reaction is null)
            Add(acts.Ends, EndOf(undoneBy, sentences));
        MessageFields.AddTimes(entry, sentences, (key, value) => Add(sentences[key], value));
        Add(sentences.Kinds[subject.Kind], subject.Name);
        return fields.ToImmutable();

        void Add(string label, string value)
        {
            if (value.Length > 0)
                fields.Add(new MessageField(label, value));
        }
    }

    private static string EndOf(ImmutableArray<string> undoneBy, Translations sentences) => undoneBy.IsEmpty
        ? sentences.Acts.EndsAlone
        : Translations.Fill(sentences.Acts.EndsWith, ("calls", string.Join(sentences[TextKey.ListComma], undoneBy)));

    private static string SeverityOf(TimelineEntry entry, LabelSet labels, Translations sentences)
    {
        var severity = sentences.Severities[entry.Incident.Severity];
        // Another act may have raised the incident above the lowered act.
        return SeverityNames.Parse(labels[SubjectLabels.LoweredFrom]) is { } from && entry.Incident.Severity < from
            ? Translations.Fill(sentences.Acts.Lowered, ("severity", severity), ("from", sentences.Severities[from]))
            : "";
    }

    private static string CallerOf(string actorClass, ActTranslations acts) =>
        acts.Callers.TryGetValue(actorClass, out var caller) ? caller : MessageFields.Clean(actorClass);
}
