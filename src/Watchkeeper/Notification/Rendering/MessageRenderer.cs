using Watchkeeper.Notification.Localization;
using Watchkeeper.Routing;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Notification.Rendering;

/// <summary>Renders a timeline entry. Pure: the same entry and locale always give the same message.</summary>
public static class MessageRenderer
{
    /// <summary>The message for an entry of any kind: a transition, a further signal, or a reaction.</summary>
    public static Message Render(TimelineEntry notice, Locale locale)
    {
        ArgumentNullException.ThrowIfNull(notice);
        var bounded = notice with { Incident = notice.Incident with { Subject = SubjectLimits.Bound(notice.Incident.Subject) } };
        var letter = MessageContent.Create(bounded, Translations.In(locale));
        return new Message
        {
            Subject = InertText.Shorten(letter.Headline, Message.SubjectLimit),
            Text = TextLayout.Render(letter),
            Html = HtmlLayout.Render(letter),
            Sms = SmsLayout.Render(letter),
            Json = JsonLayout.Render(bounded, letter),
            NoticeKey = bounded.Key,
            Attributes = AttributesOf(bounded),
        };
    }

    private static LabelSet AttributesOf(TimelineEntry notice)
    {
        var labels = IncidentLabels.From(notice.Incident);
        string[] shared = ["severity", "source", "kind", "name", "service", "account", "region"];
        return LabelSet
            .From(shared.Select(name => KeyValuePair.Create(name, InertText.Line(labels[name]))))
            .With("transition", notice.Transition is { } transition ? transition.ToKebabCase() : "")
            .With("reaction", notice.Reaction is { } reaction ? reaction.Status.ToKebabCase() : "")
            .With("incident", InertText.Line(notice.Incident.Id));
    }
}
