using System.Buffers;
using System.Text;
using System.Text.Json;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Notification.Rendering;

/// <summary>
/// A custom notification of Amazon Q Developer in chat applications, which shows it in Slack and Microsoft Teams (administrator
/// guide, «Custom notifications», schema 1.0). All notifications of an incident have its id as thread.
/// </summary>
internal static class ChatLayout
{
    // Slack shows 3,000 characters in a section of a message.
    private const int MaxDescription = 2800;
    private const int MaxStep = 500;

    private static readonly JsonWriterOptions Options = new() { Encoder = InertJson.Encoder };

    public static string Render(TimelineEntry entry, MessageContent content)
    {
        var buffer = new ArrayBufferWriter<byte>(2048);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("version", "1.0");
            json.WriteString("source", "custom");
            json.WriteString("id", $"{content.Incident}/{InertText.Line(entry.Key)}");
            WriteContent(json, content);
            WriteMetadata(json, entry, content);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteContent(Utf8JsonWriter json, MessageContent content)
    {
        var subject = content.Entry.Incident.Subject;
        json.WriteStartObject("content");
        json.WriteString("textType", "client-markdown");
        json.WriteString("title", ChatText.Inline(InertText.Shorten(content.Headline, Message.SubjectLimit)));
        json.WriteString("description", Description(content));
        json.WriteStartArray("nextSteps");
        json.WriteStringValue(ChatText.Inline(InertText.Shorten(content.Advice, MaxStep)));
        foreach (var link in content.Buttons)
            json.WriteStringValue($"{ChatText.Inline(link.Name)}: {ChatText.Link(link.Address)}");
        json.WriteEndArray();
        json.WriteStartArray("keywords");
        foreach (var keyword in new[] { content.SeverityWord, InertText.Line(subject.Service), content.Region })
        {
            if (keyword.Length > 0)
                json.WriteStringValue(ChatText.Inline(keyword));
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteMetadata(Utf8JsonWriter json, TimelineEntry entry, MessageContent content)
    {
        var subject = entry.Incident.Subject;
        var transition = entry.Transition is { } known ? known.ToKebabCase() : "";
        var reaction = entry.Reaction is { } record ? record.Status.ToKebabCase() : "";
        json.WriteStartObject("metadata");
        json.WriteString("threadId", content.Incident);
        json.WriteString("summary", ChatText.Inline(InertText.Shorten(content.Subject, Message.SubjectLimit)));
        json.WriteString(
            "eventType", transition.Length > 0 ? transition : reaction.Length > 0 ? $"reaction-{reaction}" : "recorded");
        json.WriteStartArray("relatedResources");
        if (subject.Resource.Length > 0)
            json.WriteStringValue(ChatText.Inline(InertText.Line(subject.Resource, SubjectLimits.Resource)));
        json.WriteEndArray();
        json.WriteStartObject("additionalContext");
        Add("incident", content.Incident);
        Add("severity", entry.Incident.Severity.ToKebabCase());
        Add("kind", subject.Kind.ToKebabCase());
        Add("service", subject.Service);
        Add("account", subject.Account);
        Add("region", subject.Region);
        json.WriteEndObject();
        json.WriteEndObject();

        void Add(string name, string value)
        {
            if (value.Length > 0)
                json.WriteString(name, ChatText.Inline(InertText.Line(value)));
        }
    }

    private static string Description(MessageContent content)
    {
        var text = new StringBuilder();
        var isFull = false;
        foreach (var sentence in (ReadOnlySpan<string>)[content.TimeAndPlace, content.Lead, content.Reaction])
        {
            if (sentence.Length > 0)
                Add(ChatText.Inline(sentence));
        }

        foreach (var field in (ReadOnlySpan<MessageField?>)
            [content.Words, content.Description, content.Importance, content.Harmless])
        {
            if (field is not null)
                Add(Labelled(field.Label, ChatText.Inline(field.Value)));
        }

        foreach (var fact in content.Facts)
            Add(Labelled(fact.Label, ChatText.Code(fact.Value)));
        return text.ToString();

        // Some labels are an event's. Slack shows no bold beside a full-width letter, so the colon is bold too and a blank
        // follows.
        string Labelled(string label, string value) =>
            $"*{ChatText.Inline($"{label}{content.Sentences[Localization.TextKey.Colon].TrimEnd()}")}* {value}";

        void Add(string line)
        {
            if (isFull)
                return;
            isFull = text.Length + 1 + line.Length > MaxDescription;
            if (text.Length > 0)
                text.Append('\n');
            text.Append(isFull ? "…" : line);
        }
    }
}
