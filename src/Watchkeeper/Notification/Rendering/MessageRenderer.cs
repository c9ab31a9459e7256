using Watchkeeper.Notification.Localization;
using Watchkeeper.Routing;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Notification.Rendering;

/// <summary>Renders a timeline entry. Pure: the same entry and locale always give the same message.</summary>
public static class MessageRenderer
{
    /// <summary>The message for an entry of any kind: a transition, a further signal, or a reaction.</summary>
    public static Message Render(TimelineEntry entry, Locale locale)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var bounded = entry with { Incident = entry.Incident with { Subject = SubjectLimits.Bound(entry.Incident.Subject) } };
        var content = MessageContent.Create(bounded, Translations.In(locale));
        return new Message
        {
            Subject = InertText.Shorten(content.Headline, Message.SubjectLimit),
            Text = TextLayout.Render(content),
            Html = HtmlLayout.Render(content),
            Sms = SmsLayout.Render(content),
            Json = JsonLayout.Render(bounded, content),
            NotificationKey = bounded.Key,
            Attributes = AttributesOf(bounded),
        };
    }

    private static LabelSet AttributesOf(TimelineEntry entry)
    {
        var labels = IncidentLabels.From(entry.Incident);
        string[] shared = ["severity", "source", "kind", "name", "service", "account", "region"];
        return LabelSet
            .From(shared.Select(name => KeyValuePair.Create(name, InertText.Line(labels[name]))))
            .With("transition", entry.Transition is { } transition ? transition.ToKebabCase() : "")
            .With("reaction", entry.Reaction is { } reaction ? reaction.Status.ToKebabCase() : "")
            .With("incident", InertText.Line(entry.Incident.Id));
    }
}
