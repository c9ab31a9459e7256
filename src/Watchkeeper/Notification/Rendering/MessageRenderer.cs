using Watchkeeper.Notification.Localization;
using Watchkeeper.Routing;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Notification.Rendering;

/// <summary>Renders a timeline entry. Pure: the same entry and options always give the same message.</summary>
public static class MessageRenderer
{
    /// <summary>The message in UTC and without reactions.</summary>
    public static Message Render(TimelineEntry entry, Locale locale) => Render(entry, MessageOptions.In(locale));

    /// <summary>The message for an entry of any kind: a transition, a further signal, or a reaction.</summary>
    public static Message Render(TimelineEntry entry, MessageOptions options)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(options);
        var bounded = entry with { Incident = entry.Incident with { Subject = SubjectLimits.Bound(entry.Incident.Subject) } };
        var content = MessageContent.Create(bounded, options);
        var forms = new RenderedForms(bounded, content, options.Words);
        return new Message(bounded, content, forms, AttributesOf(bounded));
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
