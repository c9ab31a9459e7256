using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Watchkeeper.Channels.Http;
using Watchkeeper.Notification.Localization;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Channels.Pagerduty;

/// <summary>
/// An event of PagerDuty's Common Event Format («Events API v2 Overview»). All events of an incident have its id as key, and all
/// carry the same fields, because PagerDuty's rules also choose where an end goes.
/// </summary>
internal static class PagerdutyEvent
{
    /// <summary>Maximum length of a summary, in characters.</summary>
    public const int MaxSummary = 1024;

    /// <summary>Maximum length of a key, in characters.</summary>
    public const int MaxKey = 255;

    /// <summary>Maximum size of an event in bytes: 512 KB.</summary>
    public const int MaxBody = 512 * 1024;

    private const string Client = "Watchkeeper";

    /// <summary>
    /// The body in at most <paramref name="limit"/> bytes; what does not fit goes from the end of the details, visibly.
    /// </summary>
    public static byte[] Write(HttpDelivery delivery, PagerdutyAction action, string key, int limit = MaxBody)
    {
        var details = PagerdutyDetails.Create(delivery.Message);
        var body = Write(delivery.Message, action, key, details);
        var words = delivery.Message.Content.Sentences;
        while (body.Length > limit && details.Length > 0)
        {
            details = details[..(details.Length / 2)];
            body = Write(delivery.Message, action, key, details.Add(KeyValuePair.Create("truncated", words[TextKey.Shortened])));
        }

        return body;
    }

    private static byte[] Write(
        Message message, PagerdutyAction action, string key, ImmutableArray<KeyValuePair<string, string>> details)
    {
        var content = message.Content;
        return HttpJson.Write(json =>
        {
            json.WriteString("routing_key", key);
            if (action is not PagerdutyAction.Change)
            {
                json.WriteString("event_action", action.ToKebabCase());
                json.WriteString("dedup_key", InertText.Shorten(content.Incident, MaxKey));
                json.WriteString("client", Client);
                if (content.Buttons is [var first, ..])
                    json.WriteString("client_url", first.Address);
            }

            json.WriteObject("payload", payload => WritePayload(payload, content, action, details));
            json.WriteStartArray("links");
            foreach (var link in content.Buttons.Concat(content.MoreLinks))
            {
                json.WriteStartObject();
                json.WriteString("href", link.Address);
                json.WriteString("text", link.Name);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    private static void WritePayload(
        Utf8JsonWriter json, MessageContent content, PagerdutyAction action,
        ImmutableArray<KeyValuePair<string, string>> details)
    {
        var subject = content.Entry.Incident.Subject;
        json.WriteString("summary", InertText.Shorten(content.Headline, MaxSummary));
        Add("source", InertText.Line(subject.Resource), InertText.Line(subject.Name), content.Incident);
        json.WriteString(
            "timestamp",
            content.Entry.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        if (action is not PagerdutyAction.Change)
        {
            json.WriteString("severity", SeverityOf(content.Severity));
            Add("component", InertText.Line(subject.Name));
            Add("group", InertText.Line(subject.Service));
            json.WriteString("class", subject.Kind.ToKebabCase());
        }

        json.WriteStartObject("custom_details");
        foreach (var (name, value) in details)
            json.WriteString(name, value);
        json.WriteEndObject();

        void Add(string name, params ReadOnlySpan<string> values)
        {
            foreach (var value in values)
            {
                if (value.Length > 0)
                {
                    json.WriteString(name, value);
                    return;
                }
            }
        }
    }

    private static string SeverityOf(Severity severity) => severity switch
    {
        Severity.Critical => "critical",
        Severity.High => "error",
        Severity.Medium => "warning",
        _ => "info",
    };
}
