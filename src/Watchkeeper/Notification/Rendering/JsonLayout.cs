using System.Buffers;
using System.Text;
using System.Text.Json;
using Watchkeeper.Grouping;
using Watchkeeper.Incidents;
using Watchkeeper.Muting;
using Watchkeeper.Notification.Links;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Notification.Rendering;

/// <summary>
/// One JSON object in one line. Names are stable; new versions only add names. Enumeration values are in kebab case, times in ISO
/// 8601 UTC, durations in whole seconds. Event texts are unchanged, escaped as JSON. Every name is always present; an unknown
/// value is null, an unknown text of the subject an empty string. <c>resolvedAt</c> and <c>durationSeconds</c> are null while the
/// incident is active; <c>mute</c>, <c>mutedBy</c> and <c>mutedUntil</c> unless AWS mutes it; <c>transition</c> for a reaction.
/// The names: <c>schema</c> (1), <c>key</c>, <c>transition</c>, <c>at</c>; <c>incident</c> with <c>id</c>, <c>status</c>,
/// <c>severity</c>, <c>openedAt</c>, <c>resolvedAt</c>, <c>durationSeconds</c>, <c>acknowledgedBy</c>, <c>signals</c>,
/// <c>reopenings</c>, <c>mute</c>, <c>mutedBy</c>, <c>mutedUntil</c>; <c>subject</c> with <c>fingerprint</c>, <c>source</c>,
/// <c>kind</c>, <c>name</c>, <c>title</c>, <c>service</c>, <c>account</c>, <c>region</c>, <c>partition</c>, <c>resource</c>,
/// <c>labels</c>; <c>entry</c> (null for a reaction and for a silence that ends) with <c>reason</c>, <c>because</c>, <c>eventId</c>,
/// <c>occurredAt</c>, <c>recordedAt</c>; <c>reaction</c> (null for a change of the incident), see <see cref="ReactionJson"/>; <c>group</c> (null for
/// one incident alone) with <c>name</c>, <c>firing</c> and <c>resolved</c> (how many others), and <c>others</c> of <c>incident</c>,
/// <c>title</c>, <c>severity</c>, <c>resolved</c>, at most 20; <c>silence</c> (null unless it is about to end) with <c>id</c>,
/// <c>endsAt</c>, <c>by</c>, <c>reason</c>; and for people
/// <c>locale</c>, <c>headline</c>, <c>mailSubject</c>, <c>timing</c>, <c>lead</c> (may be empty), <c>reactionNote</c>,
/// <c>why</c>, <c>advice</c>, <c>harmlessIf</c>, <c>runbook</c>, <c>links</c> of <c>target</c>, <c>name</c> and <c>url</c>.
/// <c>why</c> and <c>harmlessIf</c> are null unless a detection says so, <c>reactionNote</c> unless a reaction concerns the
/// message.
/// </summary>
internal static class JsonLayout
{
    private static readonly JsonWriterOptions Options = new() { Encoder = InertJson.Encoder };

    public static string Render(TimelineEntry entry, MessageContent content)
    {
        var buffer = new ArrayBufferWriter<byte>(2048);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("schema", 1);
            json.WriteString("key", entry.Key);
            json.WriteString("transition", entry.Transition is { } transition ? transition.ToKebabCase() : null);
            WriteTime(json, "at", entry.At);
            WriteIncident(json, entry.Incident);
            WriteSubject(json, entry.Incident.Subject);
            WriteEntry(json, entry.Change);
            ReactionJson.Write(json, entry.Reaction);
            WriteOthers(json, content.Others);
            WriteEnding(json, entry.Ending);
            WriteWords(json, content);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static void WriteTime(Utf8JsonWriter json, string name, DateTimeOffset? time)
    {
        if (time is { } known)
            json.WriteString(name, known.UtcDateTime);
        else
            json.WriteNull(name);
    }

    private static void WriteIncident(Utf8JsonWriter json, Incident incident)
    {
        json.WriteStartObject("incident");
        json.WriteString("id", incident.Id);
        json.WriteString("status", incident.Status.ToKebabCase());
        json.WriteString("severity", incident.Severity.ToKebabCase());
        WriteTime(json, "openedAt", incident.OpenedAt);
        WriteTime(json, "resolvedAt", incident.ResolvedAt);
        if (incident.ResolvedAt is { } end)
            json.WriteNumber("durationSeconds", Math.Max(0, (long)(end - incident.OpenedAt).TotalSeconds));
        else
            json.WriteNull("durationSeconds");
        json.WriteString("acknowledgedBy", incident.AcknowledgedBy);
        json.WriteNumber("signals", incident.Signals);
        json.WriteNumber("reopenings", incident.Reopenings);
        json.WriteString("mute", incident.Mute is { } mute ? mute.Kind.ToKebabCase() : null);
        json.WriteString("mutedBy", incident.Mute?.By);
        WriteTime(json, "mutedUntil", incident.Mute?.Until);
        json.WriteEndObject();
    }

    private static void WriteSubject(Utf8JsonWriter json, Subject subject)
    {
        json.WriteStartObject("subject");
        json.WriteString("fingerprint", subject.Fingerprint.Text);
        json.WriteString("source", subject.Source.ToKebabCase());
        json.WriteString("kind", subject.Kind.ToKebabCase());
        json.WriteString("name", subject.Name);
        json.WriteString("title", subject.Title);
        json.WriteString("service", subject.Service);
        json.WriteString("account", subject.Account);
        json.WriteString("region", subject.Region);
        json.WriteString("partition", subject.Partition);
        json.WriteString("resource", subject.Resource);
        json.WriteStartObject("labels");
        foreach (var (name, value) in subject.Labels)
            json.WriteString(name, value);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteEntry(Utf8JsonWriter json, IncidentChange? entry)
    {
        if (entry is null)
        {
            json.WriteNull("entry");
            return;
        }

        json.WriteStartObject("entry");
        json.WriteString("reason", entry.Reason.ToKebabCase());
        json.WriteString("because", InertText.Shorten(entry.Description, SubjectLimits.Description));
        json.WriteString("eventId", entry.EventId);
        WriteTime(json, "occurredAt", entry.OccurredAt);
        WriteTime(json, "recordedAt", entry.RecordedAt);
        json.WriteEndObject();
    }

    private static void WriteEnding(Utf8JsonWriter json, SilenceEnding? ending)
    {
        if (ending is null)
        {
            json.WriteNull("silence");
            return;
        }

        json.WriteStartObject("silence");
        json.WriteString("id", ending.Silence);
        WriteTime(json, "endsAt", ending.EndsAt);
        json.WriteString("by", ending.By);
        json.WriteString("reason", ending.Reason);
        json.WriteEndObject();
    }

    private static void WriteOthers(Utf8JsonWriter json, GroupedMessage? others)
    {
        if (others is null)
        {
            json.WriteNull("group");
            return;
        }

        json.WriteStartObject("group");
        json.WriteString("name", others.Group);
        json.WriteString("reason", (others.IsCapped ? SuppressionKind.StormCap : SuppressionKind.Grouping).ToKebabCase());
        json.WriteNumber("firing", others.Firing);
        json.WriteNumber("resolved", others.Over);
        json.WriteStartArray("others");
        foreach (var member in others.Named)
        {
            json.WriteStartObject();
            json.WriteString("incident", member.Incident);
            json.WriteString("title", member.Title);
            json.WriteString("severity", member.Severity.ToKebabCase());
            json.WriteBoolean("resolved", member.IsOver);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteWords(Utf8JsonWriter json, MessageContent content)
    {
        json.WriteString("locale", content.Sentences.Tag);
        json.WriteString("headline", content.Headline);
        json.WriteString("mailSubject", content.Subject);
        json.WriteString("timing", content.Timing);
        json.WriteString("lead", content.Lead);
        json.WriteString("reactionNote", content.Reaction.Length > 0 ? content.Reaction : null);
        json.WriteString("why", content.Importance?.Value);
        json.WriteString("advice", content.Advice);
        json.WriteString("harmlessIf", content.Harmless?.Value);
        json.WriteString("runbook", RunbookLink.From(content.Entry.Incident.Subject.Runbook));
        json.WriteStartArray("links");
        foreach (var link in content.Buttons.Concat(content.MoreLinks).Where(link => link.Target is not null))
        {
            json.WriteStartObject();
            json.WriteString("target", link.Target!.Value.ToKebabCase());
            json.WriteString("name", link.Name);
            json.WriteString("url", link.Address);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
